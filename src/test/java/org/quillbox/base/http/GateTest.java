package org.quillbox.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GateTest {
  @Test
  void nothingPassesWhileTheEngineStarts() {
    try (TestServer server = new TestServer()) {
      Gate gate = new Gate(server.parts.pages());
      assertFalse(gate.isOpen());
      gate.step("Checking the storage");
      gate.step("Opening <the> posts");
      Reply page = gate.refusal(Inbound.get("/")).orElseThrow();
      assertEquals(503, page.status());
      assertEquals("10", page.header("Retry-After").orElse(""));
      String html = body(page);
      assertTrue(html.contains("<li class=\"done\">Checking the storage</li>"), html);
      assertTrue(html.contains("Opening &lt;the&gt; posts"), html);
      assertFalse(html.contains("Starting"), "the first word is no step");
    }
  }

  @Test
  void theGateDecidesWhoIsAnswered() {
    try (TestServer server = new TestServer()) {
      Gate gate = server.parts.gate();
      assertHealth(server, 200, "ok");

      gate.setUp(path -> path.startsWith("/desk"));
      assertHealth(server, 200, "setup");
      assertFalse(gate.isOpen());
      Wire.Answer other = Wire.get(server.port, "/");
      assertEquals(503, other.status());
      assertTrue(other.body().contains("href=\"/setup\""), other.body());
      assertTrue(other.header("Retry-After").isPresent());
      assertEquals("no-store", other.header("Cache-Control").orElse(""));
      assertEquals(200, Wire.get(server.port, "/desk/sign-in").status());
      assertEquals(503, Wire.get(server.port, "/wp-json/notes/1").status());

      gate.fail("The database was written by a newer release. Install that one.");
      assertHealth(server, 503, "failed");
      assertTrue(Wire.get(server.port, "/").body().contains("newer release"));

      gate.open();
      assertEquals(200, Wire.get(server.port, "/").status());
      assertTrue(gate.isOpen());
    }
  }

  @Test
  void theTitleOfTheSiteStandsAboveAndIsText() {
    try (TestServer server = new TestServer()) {
      server.parts.pages().site("Fish & <Chips>");
      String html = Wire.get(server.port, "/none").body();
      assertTrue(html.contains("<p class=\"title\">Fish &amp; &lt;Chips&gt;</p>"), html);
    }
  }

  private static void assertHealth(TestServer server, int status, String word) {
    Wire.Answer health = Wire.get(server.port, "/healthz");
    assertEquals(status, health.status());
    assertEquals(word + "\n", health.body());
  }

  private static String body(Reply reply) {
    return reply.body() instanceof Reply.Body.Bytes(byte[] plain, _)
        ? new String(plain, java.nio.charset.StandardCharsets.UTF_8)
        : "";
  }
}
