package org.quillbox.base.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quillbox.testing.Browser;

/**
 * Fragments that run script, fetch or clobber, in a real Chromium: first as they are, to know that they do;
 * then through the sanitizer, where none may, with and without a content security policy.
 */
class HostilePayloadsTest {
  private static final int FEWEST_THAT_FIRE = 45;

  /**
   * Uses every frame like somebody curious, parses its content a second time, and then does what a theme's
   * script might do. Frames that have gone elsewhere are left alone: the server knows of them.
   */
  private static final String GESTURES =
      """
      async () => {
        const rest = ms => new Promise(r => setTimeout(r, ms));
        const each = f => { for (let i = 0; i < frames.length; i++) try { f(frames[i], i); } catch (x) {} };
        const content = w => w.document.getElementsByTagName('main')[0] || w.document.body;
        const use = w => {
          for (const e of [...content(w).getElementsByTagName('*')]) {
            for (const t of ['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'mousemove'])
              e.dispatchEvent(new w.MouseEvent(t, {bubbles: true, cancelable: true}));
            if (e.focus) e.focus();
            if (e.click) e.click(); else e.dispatchEvent(new w.MouseEvent('click', {bubbles: true, cancelable: true}));
          }
        };
        each((w, i) => {
          const d = w.document;
          if (typeof d.getElementById !== 'function' || typeof d.querySelector !== 'function'
              || d.getElementById('qb-config')) w.fire(i);
        });
        each(use);
        await rest(1000);
        each(w => { const c = content(w); c.innerHTML = c.innerHTML; });
        each(use);
        await rest(1000);
      }
      """;

  private static final List<String> PAYLOADS = new ArrayList<>();
  private static final Map<String, Shown> PAGES = new ConcurrentHashMap<>();
  private static final Set<Integer> FIRED = new ConcurrentSkipListSet<>();
  private static HttpServer server;
  private static Browser browser;
  private static BrowserContext context;

  private record Shown(String body, String policy) {}

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", HostilePayloadsTest::answer);
    server.start();
    try (InputStream in = HostilePayloadsTest.class.getResourceAsStream("/gates/hostile.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          int number = PAYLOADS.size();
          PAYLOADS.add(
              line.replace("FIRE", "fire(" + number + ")")
                  .replace("BEACON", origin() + "/beacon/" + number)
                  .replace("NUM", "" + number)
                  .replace("\\t", "\t")
                  .replace("\\n", "\n")
                  .replace("\\0", "\0"));
        }
      }
    }
    browser = Browser.start();
    context = browser.context(Browser.View.DESK);
    context.exposeBinding("fire", (source, arguments) -> FIRED.add((Integer) arguments[0]));
  }

  @AfterAll
  static void stop() {
    context.close();
    browser.close();
    server.stop(0);
  }

  private static String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith("/beacon/")) {
      FIRED.add(Integer.parseInt(path.split("/")[2]));
    }
    Shown page = PAGES.get(path);
    int status = page == null ? path.equals("/blank") ? 200 : 404 : 200;
    String text =
        page == null
            ? ""
            : "<!doctype html><html lang=en><meta charset=utf-8><title>page</title><main>\n"
                + page.body()
                + "\n</main>";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    if (page != null && !page.policy().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Security-Policy", page.policy());
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Which of these fire, each in a document of its own, all of them frames of one page. */
  private static Set<Integer> firing(List<String> bodies, String policy) {
    FIRED.clear();
    PAGES.clear();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < bodies.size(); i++) {
      PAGES.put("/page/" + i, new Shown(bodies.get(i), policy));
      all.append("<iframe width=300 height=80 src=/page/").append(i).append("></iframe>");
    }
    PAGES.put("/all", new Shown(all.toString(), ""));
    Page page = context.newPage();
    page.navigate(origin() + "/all", new Page.NavigateOptions().setTimeout(120_000));
    page.evaluate(GESTURES);
    page.close();
    return new TreeSet<>(FIRED);
  }

  private static List<String> clean(HtmlPolicy policy) {
    return PAYLOADS.stream()
        .map(payload -> HtmlSanitizer.sanitize(payload, policy).html().markup())
        .toList();
  }

  private static String shown(Set<Integer> numbers) {
    StringBuilder text = new StringBuilder();
    numbers.forEach(n -> text.append("\n  ").append(PAYLOADS.get(n)));
    return text.toString();
  }

  @Test
  void theControlPageFiresSoThatSilenceMeansSomething() {
    assertTrue(PAYLOADS.size() >= 50, "payloads: " + PAYLOADS.size());
    Set<Integer> fired = firing(PAYLOADS, "");
    Set<Integer> silent = new TreeSet<>();
    for (int i = 0; i < PAYLOADS.size(); i++) {
      if (!fired.contains(i)) {
        silent.add(i);
      }
    }
    System.out.println(
        fired.size() + " of " + PAYLOADS.size() + " fire unsanitised; silent:" + shown(silent));
    assertTrue(fired.size() >= FEWEST_THAT_FIRE, fired.size() + " fired; silent:" + shown(silent));
  }

  @Test
  void nothingFiresInAPostWithoutAContentSecurityPolicy() {
    Set<Integer> fired = firing(clean(HtmlPolicy.POST), "");
    assertEquals(Set.of(), fired, () -> "fired:" + shown(fired));
  }

  @Test
  void nothingFiresInACommentWithoutAContentSecurityPolicy() {
    Set<Integer> fired = firing(clean(HtmlPolicy.COMMENT), "");
    assertEquals(Set.of(), fired, () -> "fired:" + shown(fired));
  }

  @Test
  void nothingFiresUnderTheContentSecurityPolicyOfReadersPages() {
    Set<Integer> fired =
        firing(
            clean(HtmlPolicy.POST), "default-src 'none'; img-src 'self' data:; style-src 'self'");
    assertEquals(Set.of(), fired, () -> "fired:" + shown(fired));
  }
}
