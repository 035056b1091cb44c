package org.quillbox.door.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quillbox.testing.NuValidator;

/**
 * Each page of the built-in theme, as somebody read it once ({@code src/test/golden/theme}; the style element is left
 * out). Run with {@code -Dgolden=write} after a change that was meant, and read the difference.
 */
class ThemeGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/golden/theme");
  private final PageAssembler assembler = SamplePages.assembler();

  private PageAssembler.Assembled page(SamplePages.Sample sample) {
    return assembler.page(
        sample.template(), SamplePages.site(), sample.head(), sample.model(), Map.of());
  }

  @TestFactory
  Stream<DynamicTest> each_page_is_as_it_was_read() {
    return SamplePages.all().entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(), () -> matches(entry.getKey(), page(entry.getValue()).html())));
  }

  private static void matches(String name, String html) throws IOException {
    String shown = html.replaceAll("(?s)<style>.*?</style>", "<style></style>");
    Path file = GOLDEN.resolve(name + ".html");
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, shown);
    }
    assertEquals(Files.readString(file), shown);
  }

  @TestFactory
  Stream<DynamicTest> each_page_is_valid() {
    return SamplePages.all().entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> assertEquals(List.of(), NuValidator.errors(page(entry.getValue()).html()))));
  }

  @Test
  void each_page_has_one_main_heading_and_names_the_software_in_its_foot() {
    SamplePages.all()
        .forEach((name, sample) -> {
          Document page = Jsoup.parse(page(sample).html());
          assertEquals(1, page.select("h1").size(), name);
          assertEquals(0, page.select("script, [style], [onclick]").size(), name);
          if (!name.equals("starting")) {
            assertEquals("Tide Tables · Powered by Quillbox", page.select("footer.foot p").text());
          }
        });
  }

  @Test
  void the_block_for_replies_has_the_words_readers_know() {
    Document page = Jsoup.parse(page(SamplePages.page("single")).html());
    assertEquals("Leave a Reply", page.select("#reply-title").text());
    assertEquals(
        "Your email address will not be published. Required fields are marked *",
        page.select("#respond .comment-notes").text());
    assertEquals("Tags: Harbor • Opinion • Tides & Weather", page.select(".tagline-tags").text());
    assertEquals(
        List.of("comment-41", "comment-43", "comment-44", "comment-45"),
        page.select(".thread li").eachAttr("id"));
  }

  @Test
  void a_locked_text_shows_the_form_and_no_replies() {
    Document page = Jsoup.parse(page(SamplePages.page("single-locked")).html());
    assertEquals("/wp-login.php?action=postpass", page.select("form").attr("action"));
    assertEquals(1, page.select("input[name=post_password]").size());
    assertTrue(
        page.text()
            .contains("This content is password protected. To view it, enter the password below."));
    assertTrue(page.select("#comments, #respond").isEmpty());
  }

  @Test
  void the_policy_allows_this_style_element_and_no_script() {
    PageAssembler.Assembled made = page(SamplePages.page("single"));
    String css =
        made.html().substring(made.html().indexOf("<style>") + 7, made.html().indexOf("</style>"));
    assertEquals(
        "default-src 'none'; style-src "
            + org.quillbox.base.http.Csp.hash(css)
            + "; img-src 'self' data: https:; media-src 'self' https:; font-src 'self';"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
        made.policy());
    assertTrue(css.contains("url(\"/themes/journal/0123456789abcdef/newsreader-display.woff2\")"));
  }

  @Test
  void rules_of_the_text_follow_the_theme_s_and_change_the_policy() {
    SamplePages.Sample sample = SamplePages.page("single");
    PageAssembler.Assembled with =
        assembler.page(
            sample.template(),
            SamplePages.site(),
            sample.head(),
            sample.model(),
            Map.of("b", ".b{color:red}", "a", ".a{margin:0}"));
    assertTrue(with.html().contains(".a{margin:0}.b{color:red}</style>"));
    assertFalse(with.policy().equals(page(sample).policy()));
  }

  @Test
  void a_page_carries_only_the_styles_it_uses() {
    String home = page(SamplePages.page("home")).html();
    String specimen = page(SamplePages.page("single-parts")).html();
    assertFalse(home.contains(".has-lead"), "no prose on the front page");
    assertFalse(home.contains("wp-block-pullquote"));
    assertTrue(specimen.contains("wp-block-columns{"));
    assertFalse(
        page(SamplePages.page("attachment")).html().contains(".thread"),
        "no styles for replies where nobody can reply");
  }

  @Test
  void nothing_names_a_host_but_what_the_author_linked() {
    SamplePages.all()
        .forEach((name, sample) ->
            assertEquals(
                List.of(),
                Jsoup.parse(page(sample).html()).select("[href],[src],[action]").stream()
                    .map(e -> e.attr("href") + e.attr("src") + e.attr("action"))
                    .filter(url -> url.contains("//") && !url.contains(".example/"))
                    .toList(),
                name));
  }
}
