package org.quillbox.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;

class JerseyBridgeTest {
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
  @CsvSource(
      delimiter = '|',
      value = {
        "/desk | guest | 401 | Sign in first",
        "/desk | subscriber | 403 | right to edit posts",
        "/desk | writer | 200 | <p>Ada none</p>",
        "/desk?q=a^b{}\" | writer | 200 | <p>Ada",
        "/desk/?q=x | writer | 200 | <p>Ada x</p>",
        "/desk/nothing | writer | 404 | No page has this address",
        "/desk/upload | writer | 405 | does not take",
        "/wp-json/notes/7 | guest | 200 | {\"id\":7,\"by\":\"guest\"}",
        "/wp-json/notes/7 | writer | 200 | {\"id\":7,\"by\":\"guest\"}",
        "/wp-json/notes/404 | guest | 404 | {\"code\":\"rest_post_invalid_id\",\"message\":\"There is no note 404.\",\"data\":{\"status\":404}}",
        "/wp-json/notes/500 | guest | 500 | \"code\":\"internal_error\"",
        "/wp-json/notes/x | guest | 404 | rest_no_route",
        "/wp-json/none | guest | 404 | rest_no_route",
      })
  void eachDoorIsAnsweredToWhoMay(String target, String who, int status, String says) {
    Wire.Answer answer = Wire.get(server.port, target, "Cookie: qb_session=" + who);
    assertEquals(status, answer.status());
    assertTrue(answer.body().contains(says), answer.body());
    assertFalse(answer.body().contains("secret"), answer.body());
    assertEquals("no-store", answer.header("Cache-Control").orElse(""));
    boolean json = answer.header("Content-Type").orElse("").startsWith("application/json");
    assertEquals(target.startsWith("/wp-json"), json);
  }

  @Test
  void aCookieCountsForTheApiOnlyWithItsProof() {
    String cookie = "Cookie: qb_session=writer";
    assertEquals(401, delete(cookie, "X: 1").status());
    Wire.Answer wrong = delete(cookie, "X-WP-Nonce: wrong");
    assertEquals(403, wrong.status());
    assertTrue(wrong.body().contains("rest_cookie_invalid_nonce"), wrong.body());
    String nonce = server.csrf.proof(asked("writer")).token("/wp-json");
    assertEquals(200, delete(cookie, "X-WP-Nonce: " + nonce).status());
    assertEquals(
        403, delete(cookie, "X-WP-Nonce: " + nonce + "\nOrigin: http://evil.test").status());
    assertEquals(
        403,
        delete(
                "Cookie: qb_session=subscriber",
                "X-WP-Nonce: " + server.csrf.proof(asked("subscriber")).token("/wp-json"))
            .status());
  }

  private static Inbound asked(String session) {
    return new Inbound(
        "1",
        "GET",
        "/",
        java.util.Map.of("cookie", List.of("qb_session=" + session)),
        Inbound.get("/").origin(),
        java.io.InputStream.nullInputStream());
  }

  private static Wire.Answer delete(String cookie, String header) {
    return Wire.ask(
        server.port,
        "DELETE /wp-json/notes/7 HTTP/1.1\nHost: localhost\n" + cookie + "\n" + header + "\n\n");
  }

  @Test
  void everyRouteIsListedWithItsCapability() {
    List<String> routes =
        Routes.of(List.of(TestServer.DeskScreen.class, TestServer.NotesResource.class))
            .list()
            .stream()
            .map(r ->
                r.verb()
                    + " "
                    + r.path()
                    + " "
                    + r.requires().map(Capability::wire).orElse("public"))
            .toList();
    assertEquals(
        List.of(
            "GET /desk edit_posts",
            "POST /desk edit_posts",
            "POST /desk/forgets public",
            "GET /desk/sign-in public",
            "POST /desk/sign-in public",
            "POST /desk/upload edit_posts",
            "DELETE /wp-json/notes/{id} edit_posts",
            "GET /wp-json/notes/{id} public"),
        routes);
  }

  /** Says nothing of who may. */
  @Path("/open")
  public static final class SilentScreen {
    @GET
    public String get() {
      return "";
    }
  }

  /** Says both. */
  @Path("/open")
  public static final class DoubleScreen {
    @GET
    @Public
    @Requires(Capability.READ)
    public String get() {
      return "";
    }
  }

  /** Would take everything. */
  @Path("{any}")
  public static final class GreedyScreen {
    @GET
    @Public
    public String get() {
      return "";
    }
  }

  /** Hands on to what nobody looked at. */
  @Path("/open")
  public static final class LocatorScreen {
    @Path("sub")
    public Object sub() {
      return new SilentScreen();
    }
  }

  @Test
  void aMethodThatDeclaresNoRightDoesNotStart() {
    for (Object door :
        List.of(
            new SilentScreen(),
            new DoubleScreen(),
            new GreedyScreen(),
            new LocatorScreen(),
            "no path")) {
      assertThrows(
          IllegalStateException.class,
          () ->
              new JerseyBridge(List.of(door), _ -> Actor.guest(), server.csrf, new ProblemPages()),
          door.getClass().getName());
    }
  }
}
