package org.quillbox.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quillbox.base.kernel.Problem;

class TextPiecesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[:en]Hello[:de]Hallo[:]|de|Hallo",
        "[:en]Hello[:de]Hallo[:]|fr|Hello",
        "[:en]Hello[:de]Hallo[:] 5|en|Hello 5",
        "<!--:en-->Hello<!--:--><!--:de-->Hallo<!--:-->|de|Hallo",
        "{:en}Hello{:}{:pt_BR}Oi{:}|pt-br|Oi",
        "[:pt]Oi[:]|pt-BR|Oi",
        "a [:] b {:} c|en|a [:] b {:} c",
        "plain|en|plain",
      })
  void one_language_is_shown(String source, String language, String expected) {
    assertEquals(expected, LanguageTags.select(source, language));
  }

  @Test
  void the_other_languages_can_be_had() {
    assertEquals(Map.of("en", "1 a 2", "de", "1 b 2"), LanguageTags.split("1 [:en]a[:de]b[:] 2"));
    assertTrue(LanguageTags.split("nothing").isEmpty());
    assertFalse(LanguageTags.present("see [:] there"));
  }

  @Test
  void an_excerpt_has_fifty_five_words_and_says_when_it_was_cut() {
    String body = "<p>" + "word ".repeat(60) + "</p>";
    assertEquals("word ".repeat(54) + "word […]", Excerpts.of(body));
    assertEquals("word ".repeat(54) + "word", Excerpts.of("word ".repeat(55)));
    assertEquals(
        "One two & three.",
        Excerpts.of(
            "<!-- wp:paragraph --><p>One <b>two</b></p>[gallery ids=\"1\"]<script>x</script>"
                + "<p>&amp; three.</p>[private]secret[/private]<!-- /wp:paragraph -->"));
    assertEquals("a b […]", Excerpts.of("a b c", 2));
  }

  @Test
  void a_body_is_cut_at_its_page_breaks() {
    assertEquals(List.of("whole"), PagedText.pages("whole"));
    assertEquals(List.of("one", "two"), PagedText.pages("one\n<!--nextpage-->\ntwo"));
    assertEquals(List.of("one"), PagedText.pages("<!--nextpage-->one"));
    assertEquals(
        List.of("<p>a</p>\n", "\n<p>b</p>"),
        PagedText.pages(
            "<p>a</p>\n\n<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->\n\n<p>b</p>"));
  }

  @Test
  void a_cut_inside_a_guard_shows_neither_half() {
    List<String> pages =
        PagedText.pages("a [members]s1<!--nextpage-->s2[/members] b<!--nextpage-->c");
    assertEquals(List.of("a [members][/members] b", "c"), pages);
    assertEquals(
        "a [private]",
        PagedText.more("a [private]s1[/private]<!--more-->b").teaser().substring(0, 11));
    assertFalse(PagedText.more("a [private]s1<!--more-->s2[/private] b").rest().contains("s2"));
  }

  @Test
  void the_more_marker_has_a_label() {
    PagedText.More more = PagedText.more("a<!--more Read on &amp; on-->b");
    assertEquals(new PagedText.More("a", "b", "Read on & on", true, false), more);
    assertTrue(PagedText.more("a<!--more--><!--noteaser-->b").teaserHidden());
    assertEquals(
        "b",
        PagedText.more(
                "a<!-- wp:more {\"customText\":\"x\"} -->\n<!--more x-->\n<!-- /wp:more -->b")
            .rest());
    assertFalse(PagedText.more("a<!--other-->b").marked());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>One two</p><p>three</p>|3",
        "don't well-known 3.5 e.g.|4",
        "日本語 text|4",
        "&amp; - ...|0",
        "''|0",
      })
  void words_are_counted_as_people_count(String html, int words) {
    assertEquals(words, Words.count(html));
  }

  @Test
  void plain_text_keeps_words_apart_and_together() {
    assertEquals("a b c", PlainText.of("<p>a</p><p>b<br>c</p>"));
    assertEquals("before", PlainText.of("be<em>fore</em>"));
    assertEquals("5 < 6 © x", PlainText.of("5 < 6 &copy; <style>p{}</style>x<!-- gone -->"));
  }

  @Test
  void php_values_are_read() {
    PhpValue.Table table =
        (PhpValue.Table)
            PhpSerialized.parse(
                "a:4:{s:5:\"width\";i:300;s:4:\"name\";s:6:\"Größe\";}"
                    .replace("a:4", "a:2")
                    .replace("s:6:\"Größe\"", "s:7:\"Größe\""));
    assertEquals("300", table.find("width").orElseThrow().text());
    assertEquals("Größe", table.find("name").orElseThrow().text());
    assertEquals(new PhpValue.Bool(true), PhpSerialized.parse("b:1;"));
    assertEquals(new PhpValue.Real(0.5), PhpSerialized.parse("d:0.5;"));
    assertEquals(new PhpValue.Null(), PhpSerialized.parse("N;"));
    assertEquals(
        List.of(new PhpValue.Text("x")),
        ((PhpValue.Table) PhpSerialized.parse("a:1:{i:0;s:1:\"x\";}")).values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O:8:\"stdClass\":0:{}",
        "C:1:\"X\":0:{}",
        "R:1;",
        "a:1:{i:0;O:1:\"A\":0:{}}",
        "s:5:\"abc\";",
        "a:2:{i:0;i:1;}",
        "s:99999999999:\"\";",
        "i:1",
        "i:1;x",
        "a:-1:{}",
        "",
        "a:1:{a:0:{}i:1;}",
        "s:3:\"é\";",
      })
  void php_values_that_are_broken_or_objects_are_refused(String source) {
    assertThrows(Problem.Invalid.class, () -> PhpSerialized.parse(source));
    assertTrue(PhpSerialized.find(source).isEmpty());
  }

  @Test
  void a_deep_php_value_is_refused() {
    String deep = "a:1:{i:0;".repeat(100_000) + "N;" + "}".repeat(100_000);
    assertThrows(Problem.Invalid.class, () -> PhpSerialized.parse(deep));
  }

  @Test
  void markdown_becomes_blocks() {
    String blocks =
        Markdown.toBlocks(
            """
            # Title

            Text with *stress* and <b>HTML</b>.

            - a
            - b
              1. c

            > said

            ```java
            int x = 1 < 2;
            ```

            ![A bird](bird.png "On a roof")

            | a | b |
            |---|--:|
            | 1 | 2 |

            ---

            <div>raw</div>
            """);
    List<String> names =
        Blocks.parse(blocks).stream()
            .filter(Block.Node.class::isInstance)
            .map(b -> ((Block.Node) b).name().substring(5))
            .toList();
    assertEquals(
        List.of(
            "heading", "paragraph", "list", "quote", "code", "image", "table", "separator", "html"),
        names);
    assertTrue(
        blocks.contains(
            "<!-- wp:heading {\"level\":1} -->\n<h1 class=\"wp-block-heading\">Title</h1>"));
    assertTrue(blocks.contains("<p>Text with <em>stress</em> and <b>HTML</b>.</p>"));
    assertTrue(blocks.contains("<code class=\"language-java\">int x = 1 &lt; 2;</code>"));
    assertTrue(blocks.contains("<figcaption class=\"wp-element-caption\">On a roof</figcaption>"));
    assertTrue(blocks.contains("<!-- wp:list-item -->\n<li>b<!-- wp:list {\"ordered\":true} -->"));
    assertEquals("", Markdown.toBlocks(" \n"));
  }
}
