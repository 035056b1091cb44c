package org.quillbox.base.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;

/**
 * Runs JAX-RS screens and resources without a container. Instances are registered as they are; a method may ask
 * for {@code @Context Inbound} and {@code @Context Actor} and for nothing else, and returns a {@link Reply}, a
 * String or bytes. Jersey itself is built by the first request that needs it: a reader never pays for it.
 */
public final class JerseyBridge {
  /** A constant: no host of a request gets into what JAX-RS builds. */
  private static final URI BASE = URI.create("http://quillbox.invalid/");

  /** Held, since a logger nobody holds may be forgotten with its level. */
  private static final Logger PROVIDERS =
      Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

  private final List<Object> doors;
  private final Routes routes;
  private final SignedIn signedIn;
  private final Csrf csrf;
  private final ProblemPages pages;
  private @Nullable ApplicationHandler built;

  /**
   * @param doors instances of screens and resources
   * @throws IllegalStateException when a method declares neither {@link Requires} nor {@link Public}
   */
  public JerseyBridge(List<?> doors, SignedIn signedIn, Csrf csrf, ProblemPages pages) {
    this.doors = List.copyOf(doors);
    this.routes = Routes.of(this.doors.stream().<Class<?>>map(Object::getClass).toList());
    this.signedIn = signedIn;
    this.csrf = csrf;
    this.pages = pages;
  }

  /** Every route. */
  public Routes routes() {
    return routes;
  }

  /** Whether the path is a screen's or a resource's. */
  boolean serves(Inbound in) {
    return routes.serves(in.path());
  }

  /** Answers; throws what the method threw when it is no {@code Problem}. */
  Reply answer(Inbound in) {
    Call call = new Call(in);
    Answer answer = new Answer();
    // HEAD is answered as GET and its body dropped when it is sent, so that both have the same
    // headers.
    String verb = in.method().equals("HEAD") ? "GET" : in.method();
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            uri(in.rawTarget()),
            verb,
            new NoSecurity(),
            new MapPropertiesDelegate(new HashMap<>()),
            null);
    in.eachHeader(request::header);
    request.setEntityStream(in.body());
    request.setWriter(answer);
    ScopedValue.where(Call.CURRENT, call).run(() -> handler().handle(request));
    Reply reply = answer.reply();
    if (in.isGuarded() && reply.status() < 400) {
      throw new IllegalStateException(
          "a method that takes uploads did not read its form: " + in.path());
    }
    String cookie = call.cookie();
    if (cookie != null) {
      reply = reply.cookie(cookie);
    }
    return reply.header("Cache-Control").isPresent() ? reply : reply.noStore();
  }

  private synchronized ApplicationHandler handler() {
    ApplicationHandler handler = built;
    if (handler == null) {
      // It warns that instances which only have resource methods are ignored, and then uses them.
      PROVIDERS.setLevel(Level.SEVERE);
      ResourceConfig config = new ResourceConfig();
      config.property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
      config.property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
      config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
      config.property(ServerProperties.BV_FEATURE_DISABLE, true);
      config.registerInstances(doors.toArray());
      config.registerInstances(
          new Access(routes, signedIn, csrf), new Failures(), new ReplyWriter(), new Given());
      handler = new ApplicationHandler(config);
      built = handler;
    }
    return handler;
  }

  /** The target as a URI; characters that only browsers allow are encoded. */
  private static URI uri(String target) {
    StringBuilder out = new StringBuilder(BASE.toString()).append(target.substring(1));
    for (int i = out.length() - 1; i >= 0; i--) {
      char c = out.charAt(i);
      if (c > 0x7e || c <= 0x20 || "\"<>\\^`{|}[]".indexOf(c) >= 0) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          encoded.append(String.format(java.util.Locale.ROOT, "%%%02X", b & 0xff));
        }
        out.replace(i, i + 1, encoded.toString());
      }
    }
    try {
      return URI.create(out.toString());
    } catch (IllegalArgumentException _) {
      throw new Problem.Invalid("bad_address", "This address cannot be read.", Map.of());
    }
  }

  /** Collects what JAX-RS answers. */
  private static final class Answer implements ContainerResponseWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable ContainerResponse response;
    private @Nullable Throwable failure;

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse answered) {
      response = answered;
      return bytes;
    }

    @Override
    public boolean suspend(long time, TimeUnit unit, @Nullable TimeoutHandler handler) {
      return false;
    }

    @Override
    public void setSuspendTimeout(long time, TimeUnit unit) {
      throw new IllegalStateException("no method here is suspended");
    }

    @Override
    public void commit() {}

    @Override
    public void failure(Throwable error) {
      failure = error;
    }

    @Override
    public boolean enableResponseBuffering() {
      return true;
    }

    Reply reply() {
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      ContainerResponse answered = response;
      if (failure != null || answered == null) {
        throw new IllegalStateException("JAX-RS gave no answer", failure);
      }
      Reply made =
          answered.getEntity() instanceof Reply own
              ? own
              : Reply.bytes(answered.getStatus(), "application/octet-stream", bytes.toByteArray());
      for (Map.Entry<String, List<String>> header : answered.getStringHeaders().entrySet()) {
        boolean settled =
            answered.getEntity() instanceof Reply
                && header.getKey().equalsIgnoreCase("Content-Type");
        if (!settled && !header.getKey().equalsIgnoreCase("Content-Length")) {
          made = made.with(header.getKey(), String.join(", ", header.getValue()));
        }
      }
      return made;
    }
  }

  /** Lets a method take the request and the actor. */
  private static final class Given extends AbstractBinder {
    @Override
    protected void configure() {
      bindFactory(() -> Call.CURRENT.get().in()).to(Inbound.class);
      bindFactory(() -> Call.CURRENT.get().actor()).to(Actor.class);
    }
  }

  /** Turns what was thrown into an answer. */
  private final class Failures implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable thrown) {
      Reply reply = reply(Call.CURRENT.get(), thrown);
      return Response.status(reply.status()).entity(reply).build();
    }

    private Reply reply(Call call, Throwable thrown) {
      Inbound in = call.in();
      return switch (thrown) {
        case Problem problem -> problem(call, problem);
        case WebApplicationException refused -> refused(in, refused.getResponse().getStatus());
        default -> pages.bug(in, thrown);
      };
    }

    /** A form that was refused before its screen saw it comes back with all that was typed. */
    private Reply problem(Call call, Problem problem) {
      Inbound in = call.in();
      if (!ProblemPages.isApi(in.path())) {
        Optional<Reply> drawn = signedIn.instead(in, call.actor(), problem, in.formRead());
        if (drawn.isPresent()) {
          return drawn.get();
        }
      }
      boolean proof =
          problem.code().equals("stale_form") || problem instanceof Problem.Unauthenticated;
      Form form = in.formRead();
      if (!proof || form == null || ProblemPages.isApi(in.path())) {
        return pages.of(in, problem);
      }
      Csrf.Proof fresh = csrf.proof(in);
      return fresh.seal(pages.refusedForm(in, problem, form, fresh.token(in.path())));
    }

    private Reply refused(Inbound in, int status) {
      if (!ProblemPages.isApi(in.path())) {
        return status == 404
            ? pages.of(in, new Problem.NotFound("not_found", "No page has this address."))
            : pages.bare(status, "This address does not take that kind of request.");
      }
      String code = status == 404 || status == 405 ? "rest_no_route" : "rest_bad_request";
      String message = "No route was found matching the URL and request method.";
      return ProblemPages.json(status == 405 ? 404 : status, code, message, Map.of());
    }
  }

  /** Lets a reply pass through JAX-RS; it is taken out whole at the other end. */
  private static final class ReplyWriter implements MessageBodyWriter<Reply> {
    @Override
    public boolean isWriteable(
        Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
      return type == Reply.class;
    }

    @Override
    public void writeTo(
        Reply reply,
        Class<?> type,
        Type generic,
        Annotation[] annotations,
        MediaType media,
        MultivaluedMap<String, Object> headers,
        OutputStream out) {
      // Nothing: the bridge takes the reply itself.
    }
  }

  /** Jersey insists on one; rights are ours to check. */
  private static final class NoSecurity implements SecurityContext {
    @Override
    public @Nullable Principal getUserPrincipal() {
      return null;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
      return null;
    }
  }
}
