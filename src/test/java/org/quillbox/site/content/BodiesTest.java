package org.quillbox.site.content;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quillbox.base.kernel.Html;

/** Whole bodies: against files that somebody read, and against what plugins leave. */
class BodiesTest {
  private static final Pattern SENTENCE = Pattern.compile("\\b([SH]\\d+)\\.");
  private static final Pattern LANGUAGE = Pattern.compile("\\[:[a-z-]*\\]|\\{:[a-z]*\\}|<!--:");

  @TempDir static Path folder;
  private static BodySite site;

  @BeforeAll
  static void open() {
    site = new BodySite(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "classic",
        "shortcodes",
        "text-blocks",
        "media-blocks",
        "layout-blocks",
        "dynamic-blocks",
        "other-blocks",
        "languages",
        "hostile"
      })
  void a_text_looks_like_its_golden_file(String name) throws IOException {
    String now = shown(site.render(BodySite.resource("body/" + name + ".txt")));
    Path golden = Path.of("src/test/golden/body", name + ".html");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, now);
    }
    assertEquals(Files.readString(golden), now);
  }

  private static String shown(BodyHtml body) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < body.pages().size(); i++) {
      out.append("<!-- page ")
          .append(i + 1)
          .append(" -->\n")
          .append(body.pages().get(i).markup())
          .append('\n');
    }
    body.teaser().ifPresent(t -> out.append("<!-- teaser -->\n").append(t.markup()).append('\n'));
    out.append("<!-- more: ").append(body.moreLabel()).append(" -->\n");
    out.append("<!-- excerpt: ").append(body.excerptText()).append(" -->\n");
    body.headings().forEach(h -> out.append("<!-- ").append(h).append(" -->\n"));
    body.styleRules().values().forEach(rule -> out.append("<!-- ").append(rule).append(" -->\n"));
    return out.toString();
  }

  record Construct(String name, String source) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Construct> constructs() {
    List<Construct> all = new ArrayList<>();
    for (String part : BodySite.resource("text/constructs.txt").split("(?m)^=== ")) {
      int line = part.indexOf('\n');
      if (line > 0 && !part.startsWith("#")) {
        all.add(new Construct(part.substring(0, line), part.substring(line + 1).strip()));
      }
    }
    return all.stream();
  }

  @Test
  void there_are_two_hundred_constructs() {
    assertTrue(constructs().count() >= 200);
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void a_construct_leaves_no_bracket_and_each_sentence_once(Construct construct) {
    String html = site.html(construct.source());
    String bare = html.replaceAll("(?s)<pre.*?</pre>", "");
    List<org.junit.jupiter.api.function.Executable> all = new ArrayList<>();
    all.add(() -> assertFalse(bare.contains("["), html));
    all.add(() -> assertFalse(LANGUAGE.matcher(html).find(), html));
    Matcher sentence = SENTENCE.matcher(construct.source());
    while (sentence.find()) {
      String word = sentence.group(1) + ".";
      int expected = word.startsWith("S") ? 1 : 0;
      all.add(() ->
          assertEquals(
              expected, html.split(Pattern.quote(word), -1).length - 1, word + " in " + html));
    }
    assertAll(all);
    String excerpt =
        site.bodies.excerpt(
            BodySite.guest(), site.host(), new Body(construct.source(), "", Body.AUTHOR));
    assertFalse(excerpt.contains("[") && !excerpt.endsWith("[…]"), excerpt);
    assertFalse(Pattern.compile("\\bH\\d+\\.").matcher(excerpt).find(), excerpt);
  }

  @Test
  void brackets_of_prose_stay() {
    for (String line :
        BodySite.resource("text/prose-brackets.txt").lines().filter(l -> !l.isBlank()).toList()) {
      String html = site.html(line);
      assertEquals(
          line.chars().filter(c -> c == '[').count(),
          html.chars().filter(c -> c == '[').count(),
          line + " → " + html);
    }
  }

  @Test
  void a_guard_hides_what_stands_on_both_sides_of_a_page_break() {
    BodyHtml body =
        site.render("A.\n\n[restrict]H1. one\n<!--nextpage-->\nH2. two[/restrict]\n\nB.");
    String all = body.pages().toString() + body.excerptText() + body.teaser();
    assertFalse(all.contains("H1") || all.contains("H2"), all);
    assertTrue(all.contains("B."), all);
  }

  @Test
  void an_entry_inside_itself_ends_and_is_shown_once() {
    String html = site.html("[block id=30]");
    assertEquals(1, html.split("Shared words", -1).length - 1, html);
    assertEquals(1, html.split("Words of the second", -1).length - 1, html);
    assertEquals("", site.html("[block id=" + BodySite.HOST + "]").strip());
  }

  @Test
  void what_was_never_public_is_not_included() {
    assertFalse(
        site.html("[elementor-template id=31]<!-- wp:block {\"ref\":31} /-->").contains("H2"));
  }

  @Test
  void the_same_text_gives_the_same_bytes_each_time() {
    String text = BodySite.resource("body/dynamic-blocks.txt");
    assertEquals(site.html(text), site.html(text));
  }

  @Test
  void no_host_of_the_site_is_left_anywhere() {
    for (String name :
        List.of("classic", "shortcodes", "media-blocks", "layout-blocks", "hostile")) {
      String html = site.html(BodySite.resource("body/" + name + ".txt"));
      assertFalse(html.toLowerCase(java.util.Locale.ROOT).contains("old.example/2020"), html);
      assertFalse(
          Pattern.compile("(?i)(href|src)=\"(https?:)?//[^\"/]*(old\\.example|mill\\.local)")
              .matcher(html)
              .find(),
          html);
    }
    assertTrue(
        site.html("<a href=\"http://mill.local:8080/x/?y=1#z\">x</a>")
            .contains("href=\"/x/?y=1#z\""));
  }

  @Test
  void nothing_is_asked_of_another_site_but_pictures_and_players_somebody_put_there() {
    String html =
        site.html(
            BodySite.resource("body/media-blocks.txt")
                + BodySite.resource("body/other-blocks.txt"));
    assertFalse(
        html.contains("<iframe") || html.contains("<object") || html.contains("<script"), html);
  }

  @Test
  void a_text_saved_by_a_stranger_is_held_to_the_strictest_rules() {
    BodyHtml body =
        site.bodies.render(
            BodySite.guest(),
            site.host(),
            new Body(
                "<p class=\"x\"><img src=\"https://a.example/b.png\">Hi</p>", "", "unheard-of"));
    assertEquals("<p>Hi</p>", body.pages().getFirst().markup().strip());
  }

  @Test
  void a_written_excerpt_wins() {
    BodyHtml body =
        site.bodies.render(
            BodySite.guest(),
            site.host(),
            new Body("Text.", "By [wpforms id=\"3\"]\"hand\" & <b>eye</b>", Body.AUTHOR));
    assertEquals("By “hand” & eye", body.excerptText());
  }

  @Test
  void a_comment_keeps_its_brackets_and_loses_its_classes() {
    assertEquals(
        new Html(
            "<p>See <a href=\"https://a.example/x?y=1&amp;z=2\" rel=\"nofollow ugc noopener\">https://a.example/x?y=1&amp;z=2</a>.<br>\n[gallery] “yes”</p>\n\n"),
        CommentText.html(
            "See https://a.example/x?y=1&z=2.\n[gallery] <span class=x>\"yes\"</span><script>x</script>"));
    assertEquals(
        "<p><a href=\"/x/\" rel=\"nofollow ugc noopener\">old</a></p>",
        CommentText.html(
                "<a href='https://old.example/x/'>old</a>", java.util.Set.of("old.example"))
            .markup()
            .strip());
  }

  @Test
  void titles_are_one_language_without_shortcodes_and_tags() {
    assertEquals(
        "The “mill” & more",
        Titles.plain("[:de]Die[:en]The \"mill\" &amp; <b>more</b>[wpforms id=3][:]", "en"));
    assertEquals("1 < 2 [sic]", Titles.plain("1 < 2 [sic]", "en"));
  }
}
