package org.quillbox.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A real Chromium for tests: pages at a width, in light or dark, with or without scripts; screenshots and
 * findings of axe. It is the Chromium of the system ({@code CHROMIUM} in the environment, else
 * /usr/bin/chromium); nothing is downloaded. One thread only, as Playwright demands.
 */
public final class Browser implements AutoCloseable {
  /** Which colors a reader asks for. */
  public enum Scheme {
    LIGHT,
    DARK
  }

  /** How somebody looks at a page. */
  public record View(int width, Scheme scheme, boolean scripts) {
    public static final View PHONE = new View(360, Scheme.LIGHT, true);
    public static final View DESK = new View(1280, Scheme.LIGHT, true);

    public View dark() {
      return new View(width, Scheme.DARK, scripts);
    }

    public View withoutScripts() {
      return new View(width, scheme, false);
    }

    /** The four views every page is photographed in. */
    public static List<View> all() {
      return List.of(PHONE, PHONE.dark(), DESK, DESK.dark());
    }
  }

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final Map<View, BrowserContext> contexts = new HashMap<>();

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /** The program the tests run with. */
  public static Path program() {
    String named = System.getenv("CHROMIUM");
    return Path.of(named == null ? "/usr/bin/chromium" : named);
  }

  /** Starts it; a machine without one fails the test, saying what to install. */
  public static Browser start() {
    if (!Files.isExecutable(program())) {
      throw new AssertionError(
          "No Chromium at " + program() + ": apt-get install chromium, or set CHROMIUM.");
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> arguments = new ArrayList<>(List.of("--disable-dev-shm-usage", "--disable-gpu"));
    if (System.getProperty("user.name").equals("root")) {
      arguments.add("--no-sandbox");
    }
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program())
                    .setArgs(arguments)
                    .setHeadless(true)));
  }

  /** A fresh page in that view; pages of one view share cookies. */
  public Page page(View view) {
    return contexts.computeIfAbsent(view, this::context).newPage();
  }

  /** Opens an address in that view and waits until it has loaded. */
  public Page open(String url, View view) {
    Page page = page(view);
    page.navigate(url);
    return page;
  }

  /** Cookies of that view, and whatever else a test wants of it. */
  public BrowserContext context(View view) {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(view.width(), view.width() < 600 ? 740 : 900)
            .setColorScheme(view.scheme() == Scheme.DARK ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setJavaScriptEnabled(view.scripts()));
  }

  /** Forgets cookies and storage of all views. */
  public void forget() {
    contexts.values().forEach(BrowserContext::close);
    contexts.clear();
  }

  /** Photographs the whole page to target/screens/NAME-WIDTH-SCHEME.png. */
  public Path screenshot(Page page, String name, View view) {
    String file =
        name + "-" + view.width() + "-" + view.scheme().name().toLowerCase(Locale.ROOT) + ".png";
    Path to = Path.of("target", "screens", file);
    page.screenshot(new Page.ScreenshotOptions().setPath(to).setFullPage(true));
    return to;
  }

  /** Lays the page out for print, or back. */
  public static void print(Page page, boolean on) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(on ? Media.PRINT : Media.SCREEN));
  }

  /** Whether the page is wider than its window: the commonest fault at 360 pixels. */
  public static boolean scrollsSideways(Page page) {
    return (Boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /**
   * Serious and critical findings of axe, one line each: rule, what it says, where. The page needs scripts
   * on; the check itself is not held back by the page's content security policy.
   */
  public static List<String> axe(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(
                rule -> rule.getImpact().equals("serious") || rule.getImpact().equals("critical"))
            .flatMap(rule ->
                rule.getNodes().stream()
                    .map(node ->
                        rule.getId()
                            + ": "
                            + rule.getHelp()
                            + " at "
                            + node.getTarget()
                            + " "
                            + node.getHtml()))
            .toList();
  }

  @Override
  public void close() {
    forget();
    chromium.close();
    playwright.close();
  }
}
