package org.quillbox.base.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.quillbox.base.kernel.Problem;

/**
 * Where a request goes that the page cache did not answer: off the selector, onto a thread that may block, and
 * through gate, host rules, assets, screens and resources, and the readers' door, in this order (architecture 7).
 */
final class FrontDesk extends Handler.Abstract {
  private static final Set<String> READER_METHODS = Set.of("GET", "HEAD", "POST");
  private static final Set<String> API_METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Set<String> KNOWN_METHODS =
      Set.of("TRACE", "CONNECT", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final int API_AT_ONCE = 8;
  private static final long API_WAIT_SECONDS = 10;

  private final HttpParts parts;
  private final Executor threads;
  private final Semaphore api = new Semaphore(API_AT_ONCE, true);
  private final AtomicInteger requests;
  private final AtomicInteger inFlight = new AtomicInteger();

  FrontDesk(HttpParts parts, Executor threads, int firstNumber) {
    super(Invocable.InvocationType.NON_BLOCKING);
    this.parts = parts;
    this.threads = threads;
    this.requests = new AtomicInteger(firstNumber);
  }

  /** Requests not answered yet. */
  int inFlight() {
    return inFlight.get();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    inFlight.incrementAndGet();
    Callback counted = Callback.from(callback, inFlight::decrementAndGet);
    threads.execute(() -> serve(request, response, counted));
    return true;
  }

  private void serve(Request request, Response response, Callback callback) {
    try {
      Sender.send(answer(request), request, response, callback);
    } catch (Throwable e) {
      // Nothing above can answer any more; the connection ends.
      callback.failed(e);
    }
  }

  private Reply answer(Request request) {
    Inbound in;
    try {
      in = inbound(request);
    } catch (Problem problem) {
      return parts.pages().bare(problem.status(), problem.getMessage()).with("Connection", "close");
    }
    try {
      return decide(in);
    } catch (Problem problem) {
      return parts.pages().of(in, problem);
    } catch (RuntimeException | Error bug) {
      return parts.pages().bug(in, bug);
    }
  }

  private Reply decide(Inbound in) {
    Optional<Reply> refused =
        parts.gate().refusal(in).or(() -> wrongMethod(in)).or(() -> wrongHost(in));
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<Reply> asset = parts.assets().find(in);
    if (asset.isPresent()) {
      return asset.get();
    }
    Optional<Reply> early = parts.early().answer(in);
    if (early.isPresent()) {
      return early.get();
    }
    Optional<JerseyBridge> screens = parts.screens();
    if (screens.isPresent() && screens.get().serves(in)) {
      return ProblemPages.isApi(in.path()) ? bounded(in, screens.get()) : screens.get().answer(in);
    }
    return parts.door().answer(in).orElseThrow(FrontDesk::nothingHere);
  }

  private static Problem nothingHere() {
    return new Problem.NotFound("not_found", "No page has this address.");
  }

  private Reply bounded(Inbound in, JerseyBridge screens) {
    try {
      if (!api.tryAcquire(API_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new Problem.Unavailable("busy", "The box is busy. Ask again in a moment.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem.Unavailable("stopping", "The box is being stopped.");
    }
    try {
      return screens.answer(in);
    } finally {
      api.release();
    }
  }

  private Optional<Reply> wrongMethod(Inbound in) {
    boolean api = ProblemPages.isApi(in.path());
    if ((api ? API_METHODS : READER_METHODS).contains(in.method())) {
      return Optional.empty();
    }
    int status = KNOWN_METHODS.contains(in.method()) ? 405 : 501;
    return Optional.of(
        parts
            .pages()
            .bare(status, "This address does not take that kind of request.")
            .with(
                "Allow", api ? "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" : "GET, HEAD, POST"));
  }

  private Optional<Reply> wrongHost(Inbound in) {
    return switch (in.origin().kind()) {
      case OWN, LISTED -> Optional.empty();
      case OPEN ->
          parts.needsTrustedHost().test(in.path())
              ? Optional.of(parts.pages().signInElsewhere(parts.hosts().signInNames()))
              : Optional.empty();
      case UNKNOWN -> Optional.of(moved(in));
    };
  }

  private Reply moved(Inbound in) {
    if (in.origin().host().isEmpty()) {
      return parts.pages().bare(400, "The request names no host.").with("Connection", "close");
    }
    Optional<String> canonical = parts.hosts().canonical();
    return canonical.isPresent() && in.isRead()
        ? Reply.redirect(301, SafeRedirect.at(canonical.get(), in.rawTarget()))
        : parts.pages().bare(421, "No site of this name is kept here.");
  }

  private Inbound inbound(Request request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue();
      headers
          .computeIfAbsent(field.getLowerCaseName(), _ -> new ArrayList<>(1))
          .add(value == null ? "" : value);
    }
    InetAddress peer =
        request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
            ? socket.getAddress()
            : InetAddress.getLoopbackAddress();
    List<String> host = headers.get("host");
    Origin origin =
        parts
            .clients()
            .origin(
                peer,
                request.isSecure(),
                host == null ? null : host.getLast(),
                name -> headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    String target = request.getHttpURI().getPathQuery();
    return new Inbound(
        number(requests.getAndIncrement()),
        request.getMethod(),
        target == null ? "/" : target,
        headers,
        origin,
        new Body(Content.Source.asInputStream(request)));
  }

  /** Eight hex digits in two groups; neighbours look nothing alike, so that they can be told apart on the phone. */
  private static String number(int count) {
    int h = count * 0x9e3779b1;
    h = (h ^ (h >>> 15)) * 0x85ebca6b;
    h ^= h >>> 13;
    String hex = String.format(Locale.ROOT, "%08x", h);
    return hex.substring(0, 4) + "-" + hex.substring(4);
  }

  /** The body; a read that fails is thrown as the problem it is. */
  private static final class Body extends InputStream {
    private final InputStream in;

    Body(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int off, int len) {
      try {
        return in.read(to, off, len);
      } catch (IOException | RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
          if (cause instanceof BodyRefused refused) {
            throw refused.problem();
          }
        }
        // Whatever fails here failed at the other end: it went away, fell silent or sent no proper
        // chunks.
        throw new Problem.Invalid(
            "body_incomplete",
            "Nothing was saved: what you sent did not arrive whole. Send it again.",
            Map.of());
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Answers what Jetty itself refuses, in the same voice as the rest. */
  static Request.Handler refusals(ProblemPages pages) {
    return (request, response, callback) -> {
      int status = response.getStatus();
      // What could not be read may be half of something else, so nothing after it is read as a
      // request.
      Reply page =
          pages
              .bare(status, "The request was not understood, so nothing was done.")
              .with("Connection", "close");
      response.getHeaders().remove(HttpHeader.CONTENT_TYPE);
      Sender.send(page, request, response, callback);
      return true;
    };
  }
}
