package org.quillbox.door.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quillbox.testing.Browser;

/** The pages of the theme in a real browser: axe, widths, fonts under their policy, print. */
class ThemeBrowserTest {
  private static final String HOME = "http://site.test/";
  private static Browser browser;
  private static final Theme THEME = Theme.builtIn("journal");
  private static final PageAssembler ASSEMBLER = SamplePages.assembler();

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  private static Page open(SiteView site, SamplePages.Sample sample, Browser.View view) {
    Page page = browser.page(view);
    PageAssembler.Assembled made =
        ASSEMBLER.page(sample.template(), site, sample.head(), sample.model(), Map.of());
    page.route("**/*", route -> answer(route, made));
    page.navigate(HOME);
    page.evaluate("document.fonts.ready.then(() => true)");
    return page;
  }

  private static void answer(Route route, PageAssembler.Assembled made) {
    String url = route.request().url();
    Route.FulfillOptions reply = new Route.FulfillOptions();
    if (url.equals(HOME)) {
      reply
          .setContentType("text/html; charset=utf-8")
          .setHeaders(Map.of("Content-Security-Policy", made.policy()))
          .setBody(made.html());
    } else if (url.endsWith(".woff2")) {
      reply
          .setContentType("font/woff2")
          .setBodyBytes(THEME.assets().get("newsreader-display.woff2"));
    } else if (url.endsWith(".png")) {
      reply
          .setContentType("image/svg+xml")
          .setBody(
              "<svg xmlns='http://www.w3.org/2000/svg' width='960' height='540'><path d='M0 400h960M100 400l300-200 200 120 260-60v140' fill='none' stroke='#888' stroke-width='6'/></svg>");
    } else {
      reply.setStatus(404).setBody("");
    }
    route.fulfill(reply);
  }

  @TestFactory
  Stream<DynamicTest> each_page_passes_axe_and_fits_its_window() {
    return SamplePages.all().entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(entry.getKey(), () -> look(entry.getKey(), entry.getValue())));
  }

  private static void look(String name, SamplePages.Sample sample) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Browser.View view : Browser.View.all()) {
      Page page = open(SamplePages.site(), sample, view);
      List<String> faults = new ArrayList<>(Browser.axe(page));
      if (Browser.scrollsSideways(page)) {
        faults.add("scrolls sideways");
      }
      browser.screenshot(page, "theme-" + name, view);
      if (!faults.isEmpty()) {
        found.put(view.toString(), faults);
      }
      page.close();
    }
    assertEquals(Map.of(), found);
  }

  @Test
  void the_display_face_arrives_under_the_policy_and_no_script_runs() {
    Page page = open(SamplePages.site(), SamplePages.page("single"), Browser.View.DESK);
    List<String> refused = new ArrayList<>();
    page.onConsoleMessage(m -> refused.add(m.text()));
    page.reload();
    assertEquals(true, page.evaluate("document.fonts.check('500 40px \"Newsreader Display\"')"));
    assertTrue(
        String.valueOf(page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily"))
            .contains("Newsreader Display"));
    assertEquals(List.of(), refused);
    page.close();
  }

  @Test
  void pages_turn_around_for_scripts_from_right_to_left_and_still_fit() {
    for (Browser.View view :
        List.of(new Browser.View(320, Browser.Scheme.LIGHT, true), Browser.View.DESK)) {
      for (String name : List.of("home", "single", "single-parts", "page", "category", "404")) {
        Page page = open(SamplePages.rightToLeft(), SamplePages.page(name), view);
        assertFalse(Browser.scrollsSideways(page), name + " at " + view.width());
        if (view.width() > 1000) {
          browser.screenshot(page, "theme-rtl-" + name, view);
        }
        page.close();
      }
    }
  }

  @Test
  void print_leaves_the_furniture_out_and_writes_addresses() {
    Page page = open(SamplePages.site(), SamplePages.page("single"), Browser.View.DESK);
    Browser.print(page, true);
    assertFalse(page.isVisible(".mast nav"));
    assertFalse(page.isVisible("#respond"));
    assertTrue(page.isVisible(".prose"));
    browser.screenshot(page, "theme-print-single", Browser.View.DESK);
    page.close();
  }
}
