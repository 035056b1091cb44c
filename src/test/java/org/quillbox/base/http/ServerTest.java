package org.quillbox.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class ServerTest {
  @Test
  void aTakenPortNamesWhoHoldsIt() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      HostRules hosts = new HostRules(java.util.Set.of());
      HttpServer server =
          new HttpServer(
              HttpSettings.on("127.0.0.1", port),
              new HttpParts(hosts, new ClientRules(hosts, _ -> false)),
              null,
              byte[]::new);
      PortTakenException taken = assertThrows(PortTakenException.class, server::start);
      assertEquals(port, taken.port());
      String me = "(process " + ProcessHandle.current().pid() + ")";
      assertTrue(String.valueOf(taken.holder()).endsWith(me), taken.toString());
      assertTrue(taken.toString().contains("choose another with --port"), taken.toString());
    }
  }

  @Test
  void stoppingLetsFinishWhatWasBegun() throws Exception {
    try (TestServer server = new TestServer()) {
      CompletableFuture<Wire.Answer> slow =
          CompletableFuture.supplyAsync(
              () -> Wire.get(server.port, "/slow"), Thread::startVirtualThread);
      assertTrue(server.slowStarted.await(10, TimeUnit.SECONDS));
      CompletableFuture<Void> stop =
          CompletableFuture.runAsync(
              () -> server.stop(Duration.ofSeconds(15)), Thread::startVirtualThread);
      TimeUnit.MILLISECONDS.sleep(300);
      assertFalse(stop.isDone(), "it must wait for the request");
      assertThrows(
          AssertionError.class, () -> Wire.get(server.port, "/"), "it takes no new connection");
      server.slowMayEnd.countDown();
      assertEquals("finished", slow.get(10, TimeUnit.SECONDS).body());
      stop.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void aStopDoesNotWaitForEver() throws InterruptedException {
    TestServer server = new TestServer();
    CompletableFuture<Void> slow =
        CompletableFuture.runAsync(
            () -> assertThrows(AssertionError.class, () -> Wire.get(server.port, "/slow")),
            Thread::startVirtualThread);
    assertTrue(server.slowStarted.await(10, TimeUnit.SECONDS));
    long before = System.nanoTime();
    server.stop(Duration.ofMillis(500));
    assertTrue(System.nanoTime() - before < 8_000_000_000L);
    slow.orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Test
  void theOutermostHandlerAnswersOnTheSelectorAndItsMissesGoToAThreadThatMayBlock() {
    Handler.Wrapper cache =
        new Handler.Wrapper() {
          @Override
          public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
          }

          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            if (!"/kept".equals(request.getHttpURI().getPath())) {
              return super.handle(request, response, callback);
            }
            Sender.send(
                Reply.text(200, Thread.currentThread().getName()), request, response, callback);
            return true;
          }
        };
    try (TestServer server = new TestServer(HttpSettings.on("127.0.0.1", 0), cache)) {
      String thread = Wire.get(server.port, "/kept").body();
      assertTrue(thread.startsWith("http"), "a pool thread, not a virtual one: " + thread);
      assertEquals("virtual", Wire.get(server.port, "/thread").body());
    }
  }

  @Test
  void theBoxTellsNothingOfItsSoftware() {
    try (TestServer server = new TestServer()) {
      for (String request :
          new String[] {
            "GET / HTTP/1.1\nHost: localhost\n\n",
            "GET /a\nb HTTP/1.1\n\n",
            "BREW / HTTP/1.1\nHost: x\n\n"
          }) {
        String all = String.join("\n", Wire.ask(server.port, request).lines());
        assertFalse(all.toLowerCase(java.util.Locale.ROOT).contains("jetty"), all);
        assertFalse(all.contains("Server:"), all);
      }
    }
  }
}
