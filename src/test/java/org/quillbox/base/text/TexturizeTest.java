package org.quillbox.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TexturizeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "She said \"no\".|She said “no”.",
        "\"Start\" and (\"in brackets\")|“Start” and (“in brackets”)",
        "don't, it's, the dogs' bowl|don’t, it’s, the dogs’ bowl",
        "'single' quotes|‘single’ quotes",
        "\"He said 'yes' twice\"|“He said ‘yes’ twice”",
        "the '90s and '07|the ’90s and ’07",
        "'tis, 'twas and rock 'n' roll|’tis, ’twas and rock ‘n’ roll",
        "wait... what|wait… what",
        "a -- b|a — b",
        "1914--1918|1914–1918",
        "word---word|word—word",
        "this - that|this – that",
        "well-known|well-known",
        "6' tall, 12\" wide|6′ tall, 12″ wide",
        "\"born in 1990\"|“born in 1990”",
        "Acme(tm)|Acme™",
        "a 9x9 grid, 0x41, 3x|a 9×9 grid, 0x41, 3x",
        "xn--bcher-kva.example|xn--bcher-kva.example",
        "https://example.org/a--b...c's|https://example.org/a--b...c's",
        "<a title=\"it's...\">it's</a>|<a title=\"it's...\">it’s</a>",
        "<code>\"a\" -- b</code> \"c\"|<code>\"a\" -- b</code> “c”",
        "<pre>it's</pre>it's|<pre>it's</pre>it’s",
        "<kbd>'x'</kbd>|<kbd>'x'</kbd>",
        "<script>a='b'</script>|<script>a='b'</script>",
        "<textarea>\"x\"</textarea>|<textarea>\"x\"</textarea>",
        "<style>a{b:\"c\"}</style>|<style>a{b:\"c\"}</style>",
        "\"<em>So</em>\"|“<em>So</em>”",
        "<p>\"One\"</p><p>\"Two\"</p>|<p>“One”</p><p>“Two”</p>",
        "<em>Journal</em>'s|<em>Journal</em>’s",
        "<!-- it's -->it's|<!-- it's -->it’s",
        "[caption id=\"a\" width='3']it's[/caption]|[caption id=\"a\" width='3']it’s[/caption]",
        "[code]\"x\"[/code]|[code]\"x\"[/code]",
        "&quot;kept&quot; &amp; ...|&quot;kept&quot; &amp; …",
        "4 < 5 \"x\"|4 < 5 “x”",
        "-----|-----",
      })
  void prose_is_set_and_the_rest_kept(String source, String expected) {
    assertEquals(expected, Texturize.apply(source));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"A\" <b> 'c'|“A” <b> ‘c’",
        "It's -- done...|It’s — done…",
        "[code] isn't|[code] isn’t"
      })
  void a_title_is_text_through_and_through(String source, String expected) {
    assertEquals(expected, Texturize.plain(source));
  }
}
