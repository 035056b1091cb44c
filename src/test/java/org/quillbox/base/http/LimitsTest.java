package org.quillbox.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes, pace and numbers, for every way of sending (security H4 to H6). */
class LimitsTest {
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        new TestServer(
            HttpSettings.on("127.0.0.1", 0)
                .deadlines(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(5)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/echo, application/x-www-form-urlencoded, 1048576, 200",
    "/echo, application/x-www-form-urlencoded, 1048577, 413",
    "/echo, multipart/form-data; boundary=x, 1048577, 413",
    "/echo, application/json, 2097152, 200",
    "/echo, application/json, 2097153, 413",
    "/echo, image/png, 2097153, 413",
    "/desk/uploads, image/png, 2097153, 413",
  })
  void aBodyIsMeasuredByItsLength(String path, String type, int size, int status)
      throws IOException {
    try (Wire wire = new Wire(server.port)) {
      wire.send(
          "POST "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
              + type
              + "\r\nContent-Length: "
              + size
              + "\r\n\r\n");
      if (status == 200) {
        wire.send(new byte[size]);
      }
      Wire.Answer answer = wire.answer(false);
      assertEquals(status, answer.status());
      assertEquals(status == 413, answer.header("Connection").orElse("").equals("close"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded, 1048576, 200",
    "application/x-www-form-urlencoded, 1048577, 413",
    "application/json, 2097153, 413",
  })
  void aBodyInChunksIsCounted(String type, int size, int status) throws IOException {
    try (Wire wire = new Wire(server.port)) {
      wire.send(
          "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: "
              + type
              + "\r\n\r\n");
      wire.send(Integer.toHexString(size) + "\r\n");
      wire.send(new byte[size]);
      if (status == 200) {
        wire.send("\r\n0\r\n\r\n");
      }
      assertEquals(status, wire.answer(false).status());
    }
  }

  @Test
  void anUploadHasTheLimitOfItsPath() throws IOException {
    try (Wire wire = new Wire(server.port)) {
      wire.send(
          "POST /desk/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 8388609\r\n\r\n");
      Wire.Answer answer = wire.answer(false);
      assertEquals(413, answer.status());
      assertTrue(answer.body().contains("8 MiB"), answer.body());
    }
  }

  @Test
  void addressAndHeadersHaveTheirSizes() {
    assertEquals(404, Wire.get(server.port, "/" + "a".repeat(8000)).status());
    assertEquals(414, Wire.get(server.port, "/" + "a".repeat(8300)).status());
    assertEquals(431, Wire.get(server.port, "/", "X: " + "a".repeat(17_000)).status());
    String[] many = new String[101];
    java.util.Arrays.setAll(many, i -> "X-" + i + ": 1");
    assertEquals(431, Wire.get(server.port, "/", many).status());
    assertEquals(200, Wire.get(server.port, "/", java.util.Arrays.copyOf(many, 90)).status());
  }

  @Test
  void aCompressedBodyIsNotUnpacked() {
    assertEquals(415, Wire.post(server.port, "/echo", "x", "Content-Encoding: gzip").status());
    assertEquals(200, Wire.post(server.port, "/echo", "x", "Content-Encoding: identity").status());
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.1~Host: localhost~X: , a",
    "'', GET /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "GET /, a"
  })
  void aHeaderBlockThatDripsIsEnded(String first, String drip) throws Exception {
    try (Wire wire = new Wire(server.port)) {
      wire.send(first.replace("~", "\r\n"));
      long begun = System.nanoTime();
      assertTrue(dripUntilClosed(wire, drip, 8), "closed although bytes kept coming");
      long seconds = (System.nanoTime() - begun) / 1_000_000_000L;
      assertTrue(seconds >= 1, "not at once: " + seconds + " s");
    }
  }

  @Test
  void blankLinesDoNotHoldAPlaceForEver() throws Exception {
    try (Wire wire = new Wire(server.port)) {
      assertTrue(
          dripUntilClosed(
              wire, "\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n", 14));
    }
  }

  private static boolean dripUntilClosed(Wire wire, String drip, int seconds) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (int i = 0; System.nanoTime() < until; i++) {
      try {
        wire.send(drip.substring(i % drip.length(), i % drip.length() + 1));
      } catch (IOException _) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(400);
    }
    return false;
  }

  @Test
  void aBodyThatDripsIsRefused() throws Exception {
    try (Wire wire = new Wire(server.port)) {
      wire.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
      boolean ended = false;
      while (!ended && System.nanoTime() < until) {
        try {
          wire.send("a");
        } catch (IOException _) {
          ended = true;
        }
        TimeUnit.MILLISECONDS.sleep(300);
      }
      String answer = wire.rest();
      assertTrue(ended || answer.startsWith("HTTP/1.1 503"), answer);
      assertFalse(answer.startsWith("HTTP/1.1 200"), answer);
    }
  }

  @Test
  void aSilentConnectionIsEnded() throws IOException {
    long begun = System.nanoTime();
    try (Wire wire = new Wire(server.port)) {
      assertTrue(wire.isClosed());
    }
    assertTrue(System.nanoTime() - begun < 12_000_000_000L);
  }

  @Test
  void aVisitorHasSoManyConnectionsAndTheOldestIdleOneGoesFirst() throws Exception {
    try (TestServer few = new TestServer(HttpSettings.on("127.0.0.1", 0).connections(100, 3))) {
      List<Wire> wires = open(few, 4);
      assertEquals(3, settled(few, 3));
      assertTrue(wires.getFirst().isClosed());
      assertTrue(alive(wires.getLast()));
      close(wires);
    }
  }

  @Test
  void allTogetherHaveSoManyConnections() throws Exception {
    try (TestServer few = new TestServer(HttpSettings.on("127.0.0.1", 0).connections(3, 100))) {
      List<Wire> wires = open(few, 5);
      assertEquals(3, settled(few, 3));
      assertTrue(alive(wires.getLast()));
      close(wires);
    }
  }

  @Test
  void exemptNetworksAndTrustedProxiesHaveNoLimitOfTheirOwn() throws Exception {
    for (HttpSettings free :
        List.of(
            HttpSettings.on("127.0.0.1", 0).connections(2, 1).exempt(_ -> true),
            HttpSettings.on("127.0.0.1", 0).connections(100, 1).trusting(_ -> true))) {
      try (TestServer few = new TestServer(free)) {
        List<Wire> wires = open(few, 6);
        assertEquals(6, settled(few, 6));
        for (Wire wire : wires) {
          assertTrue(alive(wire));
        }
        close(wires);
      }
    }
  }

  private static List<Wire> open(TestServer few, int count) throws Exception {
    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Wire wire = new Wire(few.port);
      wires.add(wire);
      assertTrue(alive(wire), "the newest is served");
    }
    return wires;
  }

  private static boolean alive(Wire wire) throws IOException {
    wire.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    return wire.answer(false).status() == 200;
  }

  private static int settled(TestServer few, int expected) throws InterruptedException {
    for (int i = 0; i < 50 && few.connections() != expected; i++) {
      TimeUnit.MILLISECONDS.sleep(40);
    }
    return few.connections();
  }

  private static void close(List<Wire> wires) throws IOException {
    for (Wire wire : wires) {
      wire.close();
    }
  }
}
