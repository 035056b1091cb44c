package org.quillbox.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms: proof, tickets, files, and nothing typed lost (security S10). */
class FormTest {
  private static final String WRITER = "Cookie: qb_session=writer";
  private final TestServer server = new TestServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private String token(String cookie) {
    Wire.Answer page = Wire.get(server.port, "/desk/sign-in", cookie);
    assertEquals(200, page.status());
    return page.body().split(" ")[0];
  }

  private int save(String token, String... headers) {
    return Wire.post(server.port, "/desk", "title=T&_qb=" + token, headers).status();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "own    | Origin: http://localhost | 303",
        "own    | Origin: http://localhost:9999 | 303",
        "own    | X: no header at all | 303",
        "own    | Sec-Fetch-Site: same-origin | 303",
        "own    | Sec-Fetch-Site: none | 303",
        "own    | Origin: http://evil.test | 403",
        "own    | Origin: null | 403",
        "own    | Sec-Fetch-Site: cross-site | 403",
        "own    | Sec-Fetch-Site: same-site | 403",
        "none   | Origin: http://localhost | 403",
        "none   | X: no header at all | 403",
        "other  | Sec-Fetch-Site: same-origin | 403",
        "area   | Sec-Fetch-Site: same-origin | 403",
        "broken | Sec-Fetch-Site: same-origin | 403",
      })
  void aChangeNeedsItsProof(String which, String header, int status) {
    String token =
        switch (which) {
          case "own" -> token(WRITER);
          case "other" -> token("Cookie: qb_session=writer2");
          case "area" -> server.csrf.proof(Inbound.get("/")).token("/elsewhere");
          case "broken" -> "A" + token(WRITER).substring(1) + "=!";
          default -> "";
        };
    assertEquals(status, save(token, WRITER, header));
    assertEquals(status == 303 ? 1 : 0, server.screen.saved.get());
  }

  @ParameterizedTest
  @CsvSource({"writer, 303", "subscriber, 403", "nobody, 401"})
  void aChangeNeedsItsCapability(String session, int status) {
    String cookie = "Cookie: qb_session=" + session;
    assertEquals(status, save(token(cookie), cookie));
  }

  @Test
  void aTokenLooksDifferentOnEachPage() {
    assertNotEquals(token(WRITER), token(WRITER));
  }

  @Test
  void aVisitorGetsACookieWithTheFormAndNotBefore() {
    assertTrue(Wire.get(server.port, "/").header("Set-Cookie").isEmpty());
    Wire.Answer page = Wire.get(server.port, "/desk/sign-in");
    String cookie = page.header("Set-Cookie").orElse("");
    assertTrue(cookie.matches("qb_form=[A-Za-z0-9_-]{32}; Path=/; HttpOnly; SameSite=Lax"), cookie);
    String body = "log=ada&_qb=" + page.body().split(" ")[0];
    String sent = "Cookie: " + cookie.split(";")[0];
    assertEquals("ada", Wire.post(server.port, "/desk/sign-in", body, sent).body());
    assertEquals(403, Wire.post(server.port, "/desk/sign-in", body).status());
  }

  @Test
  void cookiesAreBoundToTheHostOverHttps() {
    Inbound in = Inbound.get("/");
    assertEquals(
        "qb_session=v; Path=/; Max-Age=60; HttpOnly; SameSite=Lax", Cookies.session(in, "v", 60));
    try (TestServer tls = new TestServer(HttpSettings.on("127.0.0.1", 0).trusting(_ -> true))) {
      String made =
          Wire.get(tls.port, "/desk/sign-in", "X-Forwarded-Proto: https")
              .header("Set-Cookie")
              .orElse("");
      assertTrue(
          made.startsWith("__Host-qbf=")
              && made.contains("; Secure; HttpOnly")
              && !made.contains("Domain"),
          made);
      assertEquals(
          401,
          Wire.get(tls.port, "/desk", "X-Forwarded-Proto: https", WRITER).status(),
          "a plain cookie is none over https");
      assertEquals(
          200,
          Wire.get(tls.port, "/desk", "X-Forwarded-Proto: https", "Cookie: __Host-qb=writer")
              .status());
    }
  }

  @Test
  void theSameFormTwiceCountsOnce() {
    String[] page = Wire.get(server.port, "/desk/sign-in", WRITER).body().split(" ");
    String form = "title=T&_qb=" + page[0] + "&_ticket=" + page[1];
    assertEquals(
        "/desk/1", Wire.post(server.port, "/desk", form, WRITER).header("Location").orElse(""));
    assertEquals(
        "/desk/1", Wire.post(server.port, "/desk", form, WRITER).header("Location").orElse(""));
    assertEquals(1, server.screen.saved.get());
    String changed = form.replace("title=T", "title=Another");
    assertEquals(
        "/desk/2", Wire.post(server.port, "/desk", changed, WRITER).header("Location").orElse(""));
    String refused = form.replace("title=T", "title=");
    assertEquals(400, Wire.post(server.port, "/desk", refused, WRITER).status());
    assertEquals(400, Wire.post(server.port, "/desk", refused, WRITER).status());
    assertEquals(2, server.screen.saved.get());
  }

  @ParameterizedTest
  @CsvSource({"qb_session=nobody, 401, Sign in", "qb_session=writer, 403, Send it again"})
  void whatWasTypedComesBackWhenTheSessionIsOver(String cookie, int status, String way) {
    String typed = "\nA \"quoted\" <b>line</b>\r\n</textarea> & caf\u00e9";
    String body =
        "title=&text="
            + java.net.URLEncoder.encode(typed, StandardCharsets.UTF_8)
            + "&tags=a&tags=b&user_pass=hunter2&_qb=old";
    Wire.Answer answer = Wire.post(server.port, "/desk", body, "Cookie: " + cookie);
    assertEquals(status, answer.status());
    String html = answer.body();
    assertTrue(
        html.contains(
            "<textarea readonly name=\"text\" rows=\"1\">\n\nA &quot;quoted&quot; &lt;b&gt;line&lt;/b&gt;\r\n&lt;/textarea&gt; &amp; café</textarea>"),
        html);
    assertTrue(html.contains(">\na</textarea>") && html.contains(">\nb</textarea>"), html);
    assertTrue(html.contains(way), html);
    assertFalse(html.contains("hunter2"), "a password is not shown");
    assertFalse(html.contains("\"old\""), "the old proof is replaced");
    String fresh = html.replaceAll("(?s).*name=\"_qb\" value=\"([^\"]+)\".*", "$1");
    assertEquals(303, save(fresh.equals(html) || status == 401 ? token(WRITER) : fresh, WRITER));
  }

  private Wire.Answer multipart(String path, byte[] body) throws IOException {
    try (Wire wire = new Wire(server.port)) {
      wire.send(
          "POST "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + WRITER
              + "\r\nContent-Type: multipart/form-data; boundary=\"x7\"\r\nContent-Length: "
              + body.length
              + "\r\n\r\n");
      wire.send(body);
      return wire.answer(false);
    }
  }

  private static byte[] upload(String token, byte[] file, boolean tokenFirst) {
    String proof = "--x7\r\nContent-Disposition: form-data; name=\"_qb\"\r\n\r\n" + token + "\r\n";
    String head =
        "--x7\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\dir\\site.xml\"\r\nContent-Type: text/xml\r\n\r\n";
    String title = "\r\n--x7\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nÜber\r\n";
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    out.writeBytes(((tokenFirst ? proof : "") + head).getBytes(StandardCharsets.UTF_8));
    out.writeBytes(file);
    out.writeBytes(
        (title + (tokenFirst ? "" : proof) + "--x7--\r\n").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  @Test
  void aFileStreamsThroughWhateverItHolds() throws IOException {
    byte[] file = new byte[3 << 20];
    new Random(7).nextBytes(file);
    byte[] near = "\r\n--x".getBytes(StandardCharsets.US_ASCII);
    for (int at = 16_370; at + near.length < file.length; at += 16_384) {
      System.arraycopy(near, 0, file, at, near.length);
    }
    Wire.Answer answer = multipart("/desk/upload", upload(token(WRITER), file, true));
    assertEquals("site.xml=" + file.length + " Über", answer.body());
  }

  @Test
  void aFileIsNotTouchedBeforeTheProofIsSeen() throws IOException {
    assertEquals(
        403, multipart("/desk/upload", upload(token(WRITER), new byte[9], false)).status());
    assertEquals(403, multipart("/desk/upload", upload("", new byte[9], true)).status());
    assertEquals(0, server.screen.saved.get());
    assertEquals(
        500, multipart("/desk/forgets", upload(token(WRITER), new byte[9], true)).status());
  }

  @Test
  void aFileBeyondItsLimitIsRefused() throws IOException {
    Wire.Answer answer =
        multipart("/desk/upload", upload(token(WRITER), new byte[(4 << 20) + 1], true));
    assertEquals(413, answer.status());
    assertTrue(answer.body().contains("4 MiB"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--x7\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
        "--x7\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x7--",
        "--x7\r\nnonsense\r\n\r\nx\r\n--x7--",
        "--x7 more\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--x7--",
        "no boundary at all",
        "",
      })
  void aBrokenFormIsRefused(String body) throws IOException {
    assertEquals(400, multipart("/desk/upload", body.getBytes(StandardCharsets.US_ASCII)).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%ff", "a=%", "a=%zz", "a=%00", "%00=a"})
  void aFieldThatIsNoTextIsRefused(String body) {
    assertEquals(400, Wire.post(server.port, "/desk/sign-in", body).status());
  }

  @Test
  void aFormHasSoManyFields() {
    assertEquals(413, Wire.post(server.port, "/desk/sign-in", "a=1&".repeat(1001)).status());
    assertEquals(403, Wire.post(server.port, "/desk/sign-in", "a=1&".repeat(1000)).status());
  }
}
