package org.quillbox.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all answers have in common. */
class ReplyTest {
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/long", "/stream", "/none", "/desk/sign-in", "/wp-json/notes/7", "/bug"})
  void headHasTheHeadersOfGetAndNoBody(String target) throws IOException {
    Wire.Answer get = Wire.get(server.port, target);
    try (Wire wire = new Wire(server.port)) {
      wire.send("HEAD " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      String all = wire.rest();
      String head = all.substring(0, all.indexOf("\r\n\r\n") + 4);
      assertEquals(head.length(), all.length(), "nothing after the headers");
      assertTrue(head.startsWith("HTTP/1.1 " + get.status()), head);
      boolean changing =
          target.equals("/desk/sign-in") || target.equals("/bug") || target.equals("/none");
      get.header("Content-Length")
          .filter(_ -> !changing)
          .ifPresent(n -> assertTrue(head.contains("Content-Length: " + n), head));
      get.header("ETag").ifPresent(tag -> assertTrue(head.contains("ETag: " + tag), head));
      assertEquals(
          get.header("Content-Type").orElse(""),
          head.replaceAll("(?s).*Content-Type: ([^\r]*)\r.*", "$1"));
    }
  }

  @Test
  void aPageThatDidNotChangeIsNotSentAgain() {
    Wire.Answer first = Wire.get(server.port, "/long");
    String tag = first.header("ETag").orElse("");
    assertTrue(tag.matches("\"[A-Za-z0-9_-]{20}\""), tag);
    for (String asked : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
      Wire.Answer again = Wire.get(server.port, "/long", "If-None-Match: " + asked);
      assertEquals(304, again.status(), asked);
      assertEquals(tag, again.header("ETag").orElse(""));
      assertTrue(again.header("Cache-Control").isPresent());
      assertFalse(again.header("Content-Type").isPresent());
    }
    assertEquals(200, Wire.get(server.port, "/long", "If-None-Match: \"other\"").status());
    assertEquals(200, Wire.get(server.port, "/", "If-None-Match: " + tag).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "br, gzip;q=0.5 | true",
        "GZIP | true",
        "* | true",
        "gzip;q=0 | false",
        "br | false",
        "identity | false",
        "gzip;q=0, * | false",
      })
  void textIsCompressedForWhoTakesIt(String accepted, boolean compressed) {
    Wire.Answer answer = Wire.get(server.port, "/long", "Accept-Encoding: " + accepted);
    assertEquals(compressed, answer.header("Content-Encoding").isPresent());
    assertEquals("Accept-Encoding", answer.header("Vary").orElse(""));
    assertEquals("<p>" + TestServer.LONG + "</p>", answer.body());
    String plainTag = Wire.get(server.port, "/long").header("ETag").orElse("");
    assertEquals(compressed ? Reply.gzipTag(plainTag) : plainTag, answer.header("ETag").orElse(""));
    assertEquals(compressed, answer.bytes().length < 400);
    if (compressed) {
      assertEquals(
          304,
          Wire.get(
                  server.port,
                  "/long",
                  "Accept-Encoding: gzip",
                  "If-None-Match: " + Reply.gzipTag(plainTag))
              .status());
      assertEquals(
          200,
          Wire.get(server.port, "/long", "Accept-Encoding: gzip", "If-None-Match: " + plainTag)
              .status());
    }
  }

  @Test
  void aShortTextIsNotWorthCompressing() {
    assertFalse(
        Wire.get(server.port, "/", "Accept-Encoding: gzip").header("Content-Encoding").isPresent());
  }

  @Test
  void anAssetIsKeptForAYearUnderTheNameOfItsContent() {
    String path = server.parts.assets().path("/assets", "a.css");
    Wire.Answer css = Wire.get(server.port, path, "Accept-Encoding: gzip");
    assertEquals(200, css.status());
    assertEquals("public, max-age=31536000, immutable", css.header("Cache-Control").orElse(""));
    assertEquals("text/css; charset=utf-8", css.header("Content-Type").orElse(""));
    assertTrue(css.body().startsWith("p{color:red}"));
    assertEquals("nosniff", css.header("X-Content-Type-Options").orElse(""));
    assertEquals(
        404, Wire.get(server.port, path.replaceFirst("/assets/.{4}", "/assets/0000")).status());
    assertThrows(
        IllegalArgumentException.class, () -> server.parts.assets().path("/assets", "b.css"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/none", "/bug", "/desk/sign-in", "/desk", "/%00"})
  void everyPageHasItsPolicyAndHeaders(String target) {
    Wire.Answer page = Wire.get(server.port, target);
    String csp = page.header("Content-Security-Policy").orElse("");
    assertTrue(csp.contains("default-src 'none'"), csp);
    assertTrue(csp.contains("base-uri 'none'") && csp.contains("form-action 'self'"), csp);
    assertFalse(csp.contains("unsafe") || csp.contains(" *"), csp);
    for (String name :
        List.of(
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options",
            "Cache-Control")) {
      assertTrue(page.header(name).isPresent(), name);
    }
  }

  @Test
  void theInlineStyleOfAProblemPageIsTheOneItsPolicyNames() {
    Wire.Answer page = Wire.get(server.port, "/none");
    String style = page.body().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
    assertTrue(page.header("Content-Security-Policy").orElse("").contains(Csp.hash(style)));
    assertFalse(page.body().contains("style=\""), "no style attribute passes the policy");
  }

  @Test
  void aBugIsANumberToTheVisitorAndNothingElse() {
    Wire.Answer bug = Wire.get(server.port, "/bug");
    assertEquals(500, bug.status());
    assertTrue(bug.body().matches("(?s).*Request [0-9a-f]{4}-[0-9a-f]{4}.*"), bug.body());
    for (String secret : List.of("select", "shadow", "Exception", "org.quillbox", "\tat ")) {
      assertFalse(bug.body().contains(secret), secret);
    }
    assertNotEquals(bug.body(), Wire.get(server.port, "/bug").body(), "each has its own number");
  }

  @Test
  void aFullDiskIs507() {
    Wire.Answer full = Wire.get(server.port, "/full");
    assertEquals(507, full.status());
    assertTrue(full.body().contains("The disk is full."));
    assertTrue(full.header("Retry-After").isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nSet-Cookie: x", "a\nb", "a\u0000b", "a\u0001", "caf\u00e9"})
  void aHeaderWithALineBreakCannotBeMade(String value) {
    assertThrows(IllegalArgumentException.class, () -> Reply.text(200, "").with("X", value));
    assertThrows(IllegalArgumentException.class, () -> Reply.text(200, "").and("X", value));
    assertThrows(
        IllegalArgumentException.class, () -> Cookies.made(Inbound.get("/"), "x", value, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a?b=c#d | /a?b=c#d",
        "/é | /%C3%A9",
        "//evil.test | /home",
        "/\\evil.test | /home",
        "\\\\evil.test | /home",
        "https://evil.test | /home",
        "javascript:alert(1) | /home",
        "/a b | /home",
        "user@evil.test | /home",
        "'' | /home",
      })
  void aRedirectStaysHere(String wanted, String location) {
    assertEquals(
        location, SafeRedirect.wanted(wanted.equals("''") ? "" : wanted, "/home").location());
    assertEquals("/home", SafeRedirect.wanted("/\t/evil.test", "/home").location());
    assertEquals("/home", SafeRedirect.wanted("/a\r\nX: y", "/home").location());
    assertThrows(IllegalArgumentException.class, () -> SafeRedirect.at("https://a@b", "/"));
  }
}
