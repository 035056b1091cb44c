package org.quillbox.base.http;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Problem;

/** The server with a small site behind it: a door, a screen, a resource, two files. */
final class TestServer implements AutoCloseable {
  static final String LONG = "The pear tree by the wall. ".repeat(80);

  final HostRules hosts = new HostRules(Set.of("quillbox"));
  final HttpParts parts;
  final Csrf csrf;
  final DeskScreen screen;
  final CountDownLatch slowStarted = new CountDownLatch(1);
  final CountDownLatch slowMayEnd = new CountDownLatch(1);
  final int port;
  private final HttpServer server;

  TestServer() {
    this(HttpSettings.on("127.0.0.1", 0), null);
  }

  TestServer(HttpSettings settings) {
    this(settings, null);
  }

  TestServer(HttpSettings settings, Handler.@Nullable Wrapper outermost) {
    Randoms randoms = new Randoms();
    parts = new HttpParts(hosts, new ClientRules(hosts, settings.trustedProxies()));
    csrf = new Csrf(new byte[32], randoms::bytes);
    screen = new DeskScreen(csrf, new FormTickets(randoms::bytes));
    parts.screens(
        new JerseyBridge(
            List.of(screen, new NotesResource()), TestServer::actor, csrf, parts.pages()));
    parts.door(this::door);
    parts.needsTrustedHost(path -> path.startsWith("/desk"));
    parts.sizes().allow("/desk/upload", () -> 8L << 20);
    parts
        .assets()
        .put(
            "/assets",
            Map.of("a.css", "p{color:red}".repeat(100).getBytes(StandardCharsets.UTF_8)));
    parts.gate().open();
    server = new HttpServer(settings, parts, outermost, randoms::bytes);
    try {
      port = server.start();
    } catch (PortTakenException e) {
      throw new AssertionError(e);
    }
  }

  int connections() {
    return server.connections();
  }

  void stop(Duration patience) {
    server.stop(patience);
  }

  @Override
  public void close() {
    slowMayEnd.countDown();
    server.stop(Duration.ofSeconds(1));
  }

  /** Cookie {@code writer} may edit, {@code subscriber} may read; anything else is a guest. */
  private static Actor actor(Inbound in) {
    return switch (Cookies.session(in).orElse("")) {
      case "writer", "writer2" ->
          new Actor(2, "Ada", Set.of(Capability.READ, Capability.EDIT_POSTS));
      case "subscriber" -> new Actor(3, "Bo", Set.of(Capability.READ));
      default -> Actor.guest();
    };
  }

  private Optional<Reply> door(Inbound in) {
    return switch (in.path()) {
      case "/" -> Optional.of(Reply.html("<p>home</p>"));
      case "/long" -> Optional.of(Reply.html("<p>" + LONG + "</p>"));
      case "/client" ->
          Optional.of(
              Reply.text(
                  200,
                  in.scheme()
                      + " "
                      + in.host()
                      + " "
                      + in.clientAddress()
                      + " "
                      + in.origin().kind()));
      case "/thread" ->
          Optional.of(Reply.text(200, Thread.currentThread().isVirtual() ? "virtual" : "platform"));
      case "/stream" ->
          Optional.of(
              Reply.stream(
                  200, "text/plain", -1, out -> out.write(LONG.getBytes(StandardCharsets.UTF_8))));
      case "/echo" -> Optional.of(Reply.text(200, Long.toString(count(in))));
      case "/bug" ->
          throw new IllegalStateException("select secret from users where path = '/etc/shadow'");
      case "/slow" -> slow();
      case "/full" -> throw new Problem.Unavailable("full", "The disk is full.", true, null);
      default -> Optional.empty();
    };
  }

  private Optional<Reply> slow() {
    slowStarted.countDown();
    try {
      slowMayEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Reply.text(500, "interrupted"));
    }
    return Optional.of(Reply.text(200, "finished"));
  }

  private static long count(Inbound in) {
    try {
      return in.body().readAllBytes().length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A console in miniature. */
  @Path("/desk")
  public static final class DeskScreen {
    final AtomicInteger saved = new AtomicInteger();
    private final Csrf csrf;
    private final FormTickets tickets;

    DeskScreen(Csrf csrf, FormTickets tickets) {
      this.csrf = csrf;
      this.tickets = tickets;
    }

    @GET
    @Requires(Capability.EDIT_POSTS)
    public Reply show(@Context Inbound in, @Context Actor actor) {
      return csrf.proof(in)
          .seal(Reply.html("<p>" + actor.name() + " " + in.query("q").orElse("none") + "</p>"));
    }

    @GET
    @Path("sign-in")
    @Public
    public Reply signIn(@Context Inbound in) {
      Csrf.Proof proof = csrf.proof(in);
      return proof.seal(Reply.html(proof.token("/desk/sign-in") + " " + tickets.issue()));
    }

    @POST
    @Path("sign-in")
    @Public
    public Reply signedIn(@Context Inbound in) {
      return Reply.text(200, in.form(BodySizes.FORM).text("log"));
    }

    @POST
    @Requires(Capability.EDIT_POSTS)
    public Reply save(@Context Inbound in) {
      Form form = in.form(BodySizes.FORM);
      return tickets.once(
          in,
          form,
          () -> {
            if (form.text("title").isEmpty()) {
              throw new Problem.Invalid("title", "Give it a title.");
            }
            return Reply.seeOther(SafeRedirect.local("/desk/" + saved.incrementAndGet()));
          });
    }

    @POST
    @Path("upload")
    @TakesUpload
    @Requires(Capability.EDIT_POSTS)
    public Reply upload(@Context Inbound in) {
      StringBuilder got = new StringBuilder();
      Form form =
          in.form(
              BodySizes.FORM,
              4L << 20,
              (file, bytes, soFar) -> {
                saved.incrementAndGet();
                got.append(file.fileName())
                    .append('=')
                    .append(bytes.readAllBytes().length)
                    .append(' ');
              });
      return Reply.text(200, got + form.text("title"));
    }

    @POST
    @Path("forgets")
    @TakesUpload
    @Public
    public Reply forgets() {
      return Reply.text(200, "done without looking");
    }
  }

  /** An API in miniature. */
  @Path("/wp-json/notes")
  public static final class NotesResource {
    @GET
    @Path("{id}")
    @Public
    @Produces("application/json")
    public String read(@PathParam("id") long id, @Context Actor actor) {
      if (id == 404) {
        throw new Problem.NotFound("rest_post_invalid_id", "There is no note 404.");
      }
      if (id == 500) {
        throw new IllegalStateException("secret table name");
      }
      return "{\"id\":" + id + ",\"by\":\"" + actor.name() + "\"}";
    }

    @DELETE
    @Path("{id}")
    @Requires(Capability.EDIT_POSTS)
    public Reply delete(@PathParam("id") long id) {
      return Reply.json(200, "{\"deleted\":" + id + "}");
    }
  }
}
