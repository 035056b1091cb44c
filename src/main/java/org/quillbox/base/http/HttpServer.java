package org.quillbox.base.http;

import java.net.BindException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.eclipse.jetty.http.CookieCompliance;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.MultiPartCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The server: one connector, the limits, the slot of the page cache, and the front desk behind it. What blocks
 * runs on a virtual thread of its own; the selectors only look up, compare and write.
 */
public final class HttpServer {
  private static final int HEADER_BYTES = 16 * 1024;
  private static final int PLATFORM_THREADS = 16;

  private final HttpSettings settings;
  private final Server server;
  private final ServerConnector connector;
  private final FrontDesk desk;
  private final ConnectionLimits limits;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running;

  /**
   * @param parts what stands behind it
   * @param outermost the page cache, on the selector's thread, before everything that blocks; its nested handler
   *     is set here and takes its misses. Null for none.
   * @param random makes that many random bytes: numbers of requests begin anywhere
   */
  public HttpServer(
      HttpSettings settings,
      HttpParts parts,
      Handler.@Nullable Wrapper outermost,
      IntFunction<byte[]> random) {
    this.settings = settings;
    QueuedThreadPool pool = new QueuedThreadPool(PLATFORM_THREADS, 4);
    pool.setName("http");
    pool.setVirtualThreadsExecutor(threads);
    server = new Server(pool);
    limits = new ConnectionLimits(settings);
    connector =
        new ServerConnector(
            server,
            1,
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4),
            new Factory(configuration()));
    connector.setPort(settings.port());
    connector.setHost(settings.bind());
    connector.setIdleTimeout(settings.idle().toMillis());
    connector.setAcceptQueueSize(1024);
    connector.addBean(limits);
    server.addConnector(connector);
    desk = new FrontDesk(parts, threads, ByteBuffer.wrap(random.apply(4)).getInt());
    RequestLimits first = new RequestLimits(parts.sizes(), settings.bodyGrace(), parts.pages());
    if (outermost == null) {
      first.setHandler(desk);
    } else {
      outermost.setHandler(desk);
      first.setHandler(outermost);
    }
    server.setHandler(first);
    server.setErrorHandler(FrontDesk.refusals(parts.pages()));
    server.setStopTimeout(0);
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration config = new HttpConfiguration();
    config.setHttpCompliance(
        HttpCompliance.RFC9110.without("Quillbox", HttpCompliance.Violation.LF_HEADER_TERMINATION));
    // Doubled slashes are let through to be redirected, as old links have them; all else stays
    // refused.
    config.setUriCompliance(
        UriCompliance.DEFAULT.with("Quillbox", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
    config.setRequestCookieCompliance(CookieCompliance.RFC6265);
    config.setMultiPartCompliance(MultiPartCompliance.RFC7578);
    config.setRequestHeaderSize(HEADER_BYTES);
    config.setResponseHeaderSize(HEADER_BYTES);
    config.setSendServerVersion(false);
    config.setSendXPoweredBy(false);
    config.setSendDateHeader(true);
    config.setRelativeRedirectAllowed(true);
    return config;
  }

  /** Listens. Returns the port, which matters when 0 was asked for. */
  public int start() throws PortTakenException {
    try {
      server.start();
    } catch (Exception e) {
      stopQuietly();
      throw refused(e);
    }
    running = true;
    sweepLater();
    return connector.getLocalPort();
  }

  private PortTakenException refused(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException || cause instanceof java.net.SocketException) {
        int port = settings.port();
        Optional<String> holder = new PortHolder(Path.of("/proc")).of(port);
        String said = cause.getMessage() == null ? "" : cause.getMessage();
        String message;
        if (said.contains("ermission")) {
          message = "Port " + port + " is for the system; choose one above 1023 with --port.";
        } else if (said.contains("assign")) {
          message =
              "This machine has no address " + settings.bind() + "; choose another with --bind.";
        } else {
          message =
              "Port "
                  + port
                  + " is taken"
                  + holder.map(h -> " by " + h).orElse("")
                  + "; stop it, or choose another with --port.";
        }
        return new PortTakenException(message, port, holder.orElse(null), e);
      }
    }
    throw new IllegalStateException("the server did not start", e);
  }

  private void sweepLater() {
    connector
        .getScheduler()
        .schedule(
            () -> {
              limits.sweep();
              if (running) {
                sweepLater();
              }
            },
            500,
            TimeUnit.MILLISECONDS);
  }

  /** Connections open now. */
  public int connections() {
    return limits.count();
  }

  /** Takes no new connection, lets what was begun finish for that long, and ends. */
  public void stop(Duration patience) {
    running = false;
    connector.close();
    // Its end is waited for below, by what was begun; idle connections are not waited for.
    var _ = connector.shutdown();
    long until = System.nanoTime() + patience.toNanos();
    try {
      while (desk.inFlight() > 0 && System.nanoTime() < until) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stopQuietly();
  }

  private void stopQuietly() {
    try {
      server.stop();
    } catch (Exception e) {
      System.getLogger(HttpServer.class.getName())
          .log(System.Logger.Level.WARNING, "the server did not stop cleanly", e);
    }
    threads.shutdownNow();
  }

  /** Makes connections that watch their header block. */
  private static final class Factory extends HttpConnectionFactory {
    Factory(HttpConfiguration config) {
      super(config);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
      GuardedConnection connection =
          new GuardedConnection(getHttpConfiguration(), connector, endPoint);
      connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
      return configure(connection, connector, endPoint);
    }
  }
}
