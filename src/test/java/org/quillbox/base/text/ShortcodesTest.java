package org.quillbox.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortcodesTest {
  private static Shortcodes.Expanded expand(String html) {
    return new Shortcodes(ShortcodeRules.standard(), ShortcodeExpander.NONE).expand(html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>a [mystery x=1]inner[/mystery] b</p>|<p>a inner b</p>",
        "<p>a [mystery url=\"https://e.org/x\" title=\"Y\"] b</p>|<p>a <a href=\"https://e.org/x\">Y</a> b</p>",
        "<p>a [mystery url=\"http://e.org/x\" title=\"Y\"] b</p>|<p>a Y b</p>",
        "<p>a [mystery url=\"javascript:x\"] b</p>|<p>a b</p>",
        "<p>[mystery src=\"/u/p.jpg\" alt=\"P\"]</p>|<figure class=\"wp-block-image\"><img src=\"/u/p.jpg\" alt=\"P\" /></figure>",
        "<p>a [mystery label=&#8220;L 1&#8221;] b</p>|<p>a L 1 b</p>",
        "<p>[some_members_thing]x[/some_members_thing]</p>|``",
        "<p>[our_team_member name=\"N\"]x[/our_team_member]</p>|<p>x</p>",
        "<p>[vc_members_only]x[/vc_members_only]</p>|``",
        "<p>[[gallery]] and [[x y=1]]</p>|<p>[gallery] and [[x y=1]]</p>",
        "<p><code>[gallery]</code></p>|<p><code>[gallery]</code></p>",
        "<a href=\"[acf field=url]\">x</a>|<a href=\"\">x</a>",
        "<p>a [gallery ids=\"1\"] b</p>|<p>a b</p>",
        "<p>[membership level=1]rest</p><p>more</p>|``",
        "<p>[private]a[private]b[/private]c[/private]d</p>|<p>d</p>",
        "<p>a</p>[/su_box]<p>b</p>|<p>a</p><p>b</p>",
        "<p>[su_note]one</p><p>two[/su_note] three</p>|<div class=\"wp-block-group\"><p>one</p><p>two</p></div> <p>three</p>",
      })
  void follows_the_policy(String source, String expected) {
    assertEquals(expected, expand(source).html().strip().replaceAll("\\s+", " "));
  }

  @Test
  void a_block_in_the_middle_splits_its_paragraph() {
    ShortcodeExpander gallery =
        call -> new Expansion.Flow("<figure>" + call.target() + "</figure>");
    assertEquals(
        "<p class=\"x\">a</p>\n<figure>gallery</figure><p class=\"x\">b</p>",
        new Shortcodes(ShortcodeRules.standard(), gallery)
            .expand("<p class=\"x\">a [gallery ids=\"1,2\"] b</p>")
            .html());
  }

  @Test
  void the_caller_gets_attributes_and_inside() {
    List<ShortcodeExpander.Call> calls = new ArrayList<>();
    ShortcodeExpander all =
        call -> {
          calls.add(call);
          return Expansion.NOTHING;
        };
    new Shortcodes(ShortcodeRules.standard(), all)
        .expand(
            "<p>[caption id=\"attachment_5\" align='alignleft' width=300]<img src=\"a.jpg\" /> Words [su_label]x[/su_label][/caption]"
                + "[youtube v-Ab_1][embed]https://e.org/v[/embed]</p>");
    assertEquals("<img src=\"a.jpg\" /> Words x", calls.getFirst().inner());
    assertEquals("300", calls.getFirst().attributes().find("width").orElseThrow());
    assertEquals("alignleft", calls.getFirst().attributes().find("align").orElseThrow());
    assertEquals("https://www.youtube.com/watch?v=v-Ab_1", calls.get(1).url().orElseThrow());
    assertEquals("https://e.org/v", calls.get(2).url().orElseThrow());
  }

  @Test
  void the_report_names_what_was_met_and_what_became_of_it() {
    List<Met> met =
        expand("<p>[foo_bar]</p><p>[contact-form-7 id=\"1\"][private]x[/private][zork a=1]</p>")
            .met();
    assertEquals(
        List.of(Met.Outcome.SHOWN, Met.Outcome.NOTE, Met.Outcome.GUARDED, Met.Outcome.NOTE),
        met.stream().map(Met::outcome).toList());
    assertEquals("Contact Form 7", met.get(1).origin());
    assertEquals("[contact-form-7 id=\"1\"]", met.get(1).example());
    assertEquals(Met.UNKNOWN, met.get(3).origin());
  }

  @Test
  void code_keeps_its_bytes() {
    assertEquals(
        "<pre class=\"wp-block-code\"><code class=\"language-php\">if (a &lt; b &amp;&amp; c) {\n\n  &#91;x];\n}</code></pre>\n\n<p>z</p>\n",
        expand(Autop.apply("[code lang=\"php\"]\nif (a < b && c) {\n\n  [x];\n}\n[/code]\n\nz"))
            .html());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[gallery ",
        "[a x=",
        "[a][b][/a]",
        "[vc_row]",
        "[/vc_row]",
        "[[gallery]",
        "[code]",
        "<a \"",
        "<pre>",
        "[x]\n",
        "<p>[members]",
        "[vc_row title=\"[",
        "[[code]",
        "[su_note]x</p><p>",
        "<!--",
        "[a b=\"c\"]",
        "<code>[x]"
      })
  void hostile_text_takes_no_noticeable_time(String fragment) {
    String source = fragment.repeat(200_000 / fragment.length());
    assertTimeout(
        Duration.ofSeconds(8),
        () -> {
          expand(source);
          Shortcodes.strip(source);
          Shortcodes.conceal(source);
          Autop.apply(source);
          Texturize.apply(source);
          PlainText.of(source);
        });
  }

  @Test
  void deep_nesting_neither_fails_nor_leaks() {
    String source =
        "[vc_row]".repeat(9000) + "[private]secret[/private]" + "[/vc_row]".repeat(9000);
    assertFalse(expand(source).html().contains("secret"));
  }

  @Test
  void attributes_give_their_words() throws Exception {
    List<Harvest.Piece> found =
        Harvest.from(
            new ObjectMapper()
                .readTree(
                    """
                    {"title":{"innerContent":{"desktop":{"value":"Our house"}}},
                     "content":{"innerContent":{"desktop":{"value":"<p>It stands by the river.</p>"}}},
                     "module":{"decoration":{"background":{"desktop":{"value":{"color":"#fff"}}}}},
                     "className":"hidden words here",
                     "image":{"innerContent":{"desktop":{"value":{"src":"https://e.org/h.jpg","alt":"A house"}}}},
                     "button":{"url":"https://e.org/go","text":"Go there"},
                     "data":{"field_text":"A Sentence of a field.","_field_text":"field_12ab","number":5}}
                    """));
    assertEquals(
        List.of(
            new Harvest.Piece.Text("Our house", true),
            new Harvest.Piece.Text("<p>It stands by the river.</p>", false),
            new Harvest.Piece.Picture("https://e.org/h.jpg", 0, "A house"),
            new Harvest.Piece.Link("https://e.org/go", "Go there"),
            new Harvest.Piece.Text("A Sentence of a field.", false)),
        found);
    assertTrue(
        Harvest.from(new ObjectMapper().readTree("{\"id\":7,\"color\":\"#000\",\"x\":null}"))
            .isEmpty());
  }
}
