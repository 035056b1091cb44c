package org.quillbox.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two programs could read in two ways (security H2, H3, H10). */
class StrictnessTest {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

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

  /** {@code ~} stands for CRLF, {@code ^} for a bare LF, {@code `} for a bare CR. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /echo HTTP/1.1~Host: localhost~Content-Length: 3~Transfer-Encoding: chunked~~0~~",
        "POST /echo HTTP/1.1~Host: localhost~Content-Length: 3~Content-Length: 4~~abcd",
        "POST /echo HTTP/1.1~Host: localhost~Content-Length: 3, 3~~abc",
        "POST /echo HTTP/1.1~Host: localhost~Content-Length: +3~~abc",
        "POST /echo HTTP/1.1~Host: localhost~Content-Length: -1~~abc",
        "POST /echo HTTP/1.1~Host: localhost~Content-Length: 0x3~~abc",
        "POST /echo HTTP/1.1~Host: localhost~Content-Length: ~~abc",
        "POST /echo HTTP/1.1~Host: localhost~Transfer-Encoding: xchunked~~0~~",
        "POST /echo HTTP/1.1~Host: localhost~Transfer-Encoding: chunked, identity~~0~~",
        "POST /echo HTTP/1.1~Host: localhost~Transfer-Encoding : chunked~~0~~",
        "POST /echo HTTP/1.1~Host: localhost~Transfer-Encoding:~ chunked~~0~~",
        "POST /echo HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~+3~abc~0~~",
        "POST /echo HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~0x3~abc~0~~",
        "POST /echo HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~-3~abc~0~~",
        "POST /echo HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~11111111111111111~abc~0~~",
        "POST /echo HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~3^abc~0~~",
        "GET / HTTP/1.1^Host: localhost^^",
        "GET / HTTP/1.1~Host: localhost~X: a`b~~",
        "GET / HTTP/1.1~Host: localhost~X: a\u0000b~~",
        "GET / HTTP/1.1~Host: localhost~X: a~ b~~",
        "GET / HTTP/1.1~Host : localhost~~",
        "GET / HTTP/1.1~~",
        "GET / HTTP/1.1~Host: localhost~Host: localhost~~",
        "GET / HTTP/1.1~Host: a b~~",
        "GET / HTTP/1.1~Host: a/b~~",
        "GET / HTTP/1.1~Host: user@localhost~~",
        "GET http://other/ HTTP/1.1~Host: localhost~~",
        "GET / HTTP/0.9~Host: localhost~~",
      })
  void anAmbiguousRequestIsRefusedAndNothingAfterItIsAnswered(String request) throws IOException {
    try (Wire wire = new Wire(server.port)) {
      wire.send(
          (request + "GET /long HTTP/1.1~Host: localhost~Connection: close~~")
              .replace("~", "\r\n")
              .replace("^", "\n")
              .replace("`", "\r"));
      String all = wire.rest();
      Matcher m = STATUS.matcher(all);
      assertTrue(m.find(), "an answer: " + all);
      int status = Integer.parseInt(m.group(1));
      assertTrue(
          status == 400 || status == 501 || status == 505, all.lines().findFirst().orElse(""));
      assertTrue(!m.find(), "one answer only: " + all);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/a%2fb, 400",
    "/a%5cb, 400",
    "/a\\b, 400",
    "/a%00b, 400",
    "/../x, 400",
    "/a/./b, 400",
    "/%2e%2e/x, 400",
    "/a;v=1, 400",
    "/a%3bv, 400",
    "/a%252fb, 400",
    "/%c0%af, 400",
    "/%ff, 400",
    "/%zz, 400",
    "/%, 400",
    "/%0d%0ax, 400",
    "/?x=%zz, 404",
    "//long, 200",
    "/l%6fng, 200",
    "/caf%C3%A9, 404",
    "/*, 404",
  })
  void anAddressIsDecodedOnceOrRefused(String target, int status) {
    String query = status == 404 && target.contains("zz") ? "/none" + target.substring(1) : target;
    assertEquals(status, Wire.get(server.port, query).status());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200",
    "HEAD, /, 200",
    "PUT, /, 405",
    "DELETE, /, 405",
    "PATCH, /, 405",
    "OPTIONS, /, 405",
    "TRACE, /, 405",
    "get, /, 501",
    "BREW, /, 501",
    "TRACE, /wp-json/notes/1, 405",
    "DELETE, /wp-json/notes/1, 401",
    "OPTIONS, /wp-json/notes/1, 200",
  })
  void onlyKnownMethodsAreAnswered(String method, String target, int status) {
    assertEquals(
        status,
        Wire.ask(server.port, method + " " + target + " HTTP/1.1\nHost: localhost\n\n").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "/META-INF/MANIFEST.MF",
        "/WEB-INF/web.xml",
        "/.git/config",
        "/assets/a.css",
        "/assets/"
      })
  void whatIsNotKnownIsNotThere(String target) {
    assertEquals(404, Wire.get(server.port, target).status());
  }
}
