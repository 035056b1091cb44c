package org.quillbox.base.http;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * A connection that knows how long its header block has been coming. Handlers run only once the block is whole, so
 * this deadline cannot be theirs.
 */
final class GuardedConnection extends HttpConnection {
  private volatile long headerSince;
  private volatile long lastSign = System.nanoTime();

  GuardedConnection(HttpConfiguration config, Connector connector, EndPoint endPoint) {
    super(config, connector, endPoint);
  }

  @Override
  protected RequestHandler newRequestHandler() {
    return new RequestHandler() {
      @Override
      public void messageBegin() {
        headerSince = System.nanoTime();
        super.messageBegin();
      }

      @Override
      public boolean headerComplete() {
        headerSince = 0;
        lastSign = System.nanoTime();
        return super.headerComplete();
      }
    };
  }

  /** True between requests. */
  boolean isIdle() {
    return getHttpChannel().getRequest() == null;
  }

  /** When the last header block was whole, or the connection opened; by {@link System#nanoTime}. */
  long lastSign() {
    return lastSign;
  }

  /** Nanoseconds since the first byte of a header block that is not whole yet; 0 when there is none. */
  long headerAge(long now) {
    long since = headerSince;
    return since == 0 ? 0 : Math.max(1, now - since);
  }
}
