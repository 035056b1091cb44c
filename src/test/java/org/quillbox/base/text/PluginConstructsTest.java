package org.quillbox.base.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What plugins leave in texts, construct by construct. In the fixture a sentence is marked by its number: S12. is
 * for everybody and must be there once, H12. was for some readers and must be gone.
 */
class PluginConstructsTest {
  private static final Pattern SENTENCE = Pattern.compile("\\b([SH]\\d+)\\.");
  private static final Pattern LANGUAGE = Pattern.compile("\\[:[a-z-]*\\]|\\{:[a-z]*\\}|<!--:");
  private static final Pattern EMPTY = Pattern.compile("<p[^>]*>(\\s|<br ?/?>)*</p>");

  record Construct(String name, String source) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Construct> constructs() throws IOException {
    List<Construct> all = new ArrayList<>();
    for (String part : resource("constructs.txt").split("(?m)^=== ")) {
      int line = part.indexOf('\n');
      if (line > 0 && !part.startsWith("#")) {
        all.add(new Construct(part.substring(0, line), part.substring(line + 1).strip()));
      }
    }
    return all.stream();
  }

  static String resource(String name) throws IOException {
    try (InputStream in = PluginConstructsTest.class.getResourceAsStream("/text/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The order of rendering, without the sanitiser. */
  private static String render(String source) {
    String one = LanguageTags.select(source, "en");
    StringBuilder out = new StringBuilder();
    if (Blocks.present(one)) {
      render(Blocks.parse(one), out);
    } else {
      out.append(Autop.apply(one));
    }
    String html =
        new Shortcodes(ShortcodeRules.standard(), ShortcodeExpander.NONE)
            .expand(out.toString())
            .html();
    return Texturize.apply(html);
  }

  private static void render(List<Block> blocks, StringBuilder out) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Markup markup -> out.append(markup.html());
        case Block.Node node when node.inner().isEmpty() -> {
          for (Harvest.Piece piece : Harvest.from(node.attributes())) {
            switch (piece) {
              case Harvest.Piece.Text(String html, boolean heading) ->
                  out.append(
                      heading
                          ? "<h2>" + html + "</h2>"
                          : html.contains("<") ? html : "<p>" + html + "</p>");
              case Harvest.Piece.Link(String url, String label) ->
                  out.append("<a href=\"").append(url).append("\">").append(label).append("</a>");
              case Harvest.Piece.Picture(String url, long _, String alt) ->
                  out.append("<img src=\"")
                      .append(url)
                      .append("\" alt=\"")
                      .append(alt)
                      .append("\">");
            }
          }
        }
        case Block.Node node -> render(node.inner(), out);
      }
    }
  }

  @Test
  void there_are_two_hundred_constructs_in_three_shapes() throws IOException {
    List<Construct> all = constructs().toList();
    assertTrue(all.size() >= 200, "constructs: " + all.size());
    assertTrue(all.stream().filter(c -> Blocks.present(c.source())).count() >= 30);
    assertTrue(
        all.stream()
                .filter(
                    c -> c.source().contains("[vc_row]") || c.source().contains("[et_pb_section"))
                .count()
            >= 30);
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void leaves_no_bracket_and_every_sentence_once(Construct construct) {
    String html = render(construct.source());
    assertAll(
        () -> assertFalse(withoutCode(html).contains("["), html),
        () -> assertFalse(LANGUAGE.matcher(html).find(), html),
        () -> assertFalse(EMPTY.matcher(html).find(), html),
        () -> assertSentences(construct.source(), html));
  }

  private static void assertSentences(String source, String html) {
    assertTrue(
        SENTENCE.matcher(source).find() || source.startsWith("[") || source.startsWith("<!--"),
        source);
    Matcher sentence = SENTENCE.matcher(source);
    while (sentence.find()) {
      String word = sentence.group(1) + ".";
      int expected = word.startsWith("S") ? 1 : 0;
      assertEquals(expected, html.split(Pattern.quote(word), -1).length - 1, word + " in " + html);
    }
  }

  private static String withoutCode(String html) {
    return html.replaceAll("(?s)<pre.*?</pre>", "");
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void text_places_get_no_bracket_either(Construct construct) {
    String text = Excerpts.of(LanguageTags.select(construct.source(), "en"), 500);
    assertFalse(text.contains("["), text);
    assertFalse(Pattern.compile("\\bH\\d+\\.").matcher(text).find(), text);
  }

  @Test
  void sixty_brackets_of_prose_keep_every_byte() throws IOException {
    String prose = resource("prose-brackets.txt");
    List<String> lines = prose.lines().filter(l -> !l.isBlank()).toList();
    assertTrue(prose.chars().filter(c -> c == '[').count() >= 60);
    Shortcodes shortcodes = new Shortcodes(ShortcodeRules.standard(), ShortcodeExpander.NONE);
    for (String line : lines) {
      assertEquals(line, shortcodes.expand(line).html());
      assertEquals(line, Shortcodes.strip(line));
      assertEquals("<p>" + line + "</p>\n", shortcodes.expand(Autop.apply(line)).html());
    }
    assertEquals(prose, shortcodes.expand(prose).html());
    assertEquals(prose, LanguageTags.select(prose, "en"));
  }

  @Test
  void each_name_of_the_rules_is_answered_in_each_form() {
    Shortcodes shortcodes = new Shortcodes(ShortcodeRules.standard(), ShortcodeExpander.NONE);
    for (ShortcodeRule rule : ShortcodeRules.standard().all()) {
      String name = rule.prefix() ? rule.name() + "zzz" : rule.name();
      for (String source :
          List.of(
              "<p>[" + name + "]</p>",
              "<p>x [" + name + " id=\"7\" title='S1.'] y</p>",
              "<p>x [" + name + " id=7 /] y</p>",
              "<p>x [" + name + "]inside[/" + name + "] y</p>")) {
        Shortcodes.Expanded expanded = shortcodes.expand(source);
        assertFalse(withoutCode(expanded.html()).contains("["), source + " → " + expanded.html());
        assertFalse(expanded.met().isEmpty(), source);
        assertFalse(Shortcodes.strip(source).contains("["), source);
      }
      boolean guard = rule.kind() == ShortcodeRule.Kind.GUARD;
      if (guard) {
        assertFalse(
            shortcodes.expand("a [" + name + "]inside[/" + name + "] b").html().contains("inside"),
            name);
      }
    }
  }
}
