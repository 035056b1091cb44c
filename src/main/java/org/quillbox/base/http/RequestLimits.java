package org.quillbox.base.http;

import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Problem;

/**
 * Stands below everything, so that a limit holds for every way of sending (security H4, H5, H6): length of the
 * address, number of headers, size of the body by its announced length and by count, and its pace. Never blocks.
 */
final class RequestLimits extends Handler.Wrapper {
  private static final int LONGEST_TARGET = 8 * 1024;
  private static final int MOST_HEADERS = 100;
  private static final long SLOWEST_BYTES_PER_SECOND = 1024;

  private final BodySizes sizes;
  private final long graceNanos;
  private final ProblemPages pages;

  RequestLimits(BodySizes sizes, Duration grace, ProblemPages pages) {
    this.sizes = sizes;
    this.graceNanos = grace.toNanos();
    this.pages = pages;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields headers = request.getHeaders();
    String target = request.getHttpURI().getPathQuery();
    if (target != null && target.length() > LONGEST_TARGET) {
      return refuse(414, "This address is too long.", request, response, callback);
    }
    if (headers.size() > MOST_HEADERS) {
      return refuse(431, "The request has too many headers.", request, response, callback);
    }
    boolean hasBody =
        headers.contains(HttpHeader.TRANSFER_ENCODING)
            || headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0;
    if (!hasBody) {
      return super.handle(request, response, callback);
    }
    String encoding = headers.get(HttpHeader.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return refuse(415, "Send the body without Content-Encoding.", request, response, callback);
    }
    String type = headers.get(HttpHeader.CONTENT_TYPE);
    long limit = sizes.limit(request.getHttpURI().getPath(), type == null ? "" : type);
    if (request.getLength() > limit) {
      Problem tooLarge = FormReader.tooLarge(limit);
      return refuse(413, tooLarge.getMessage(), request, response, callback);
    }
    return super.handle(new Counted(request, limit, graceNanos), response, callback);
  }

  private boolean refuse(
      int status, String sentence, Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    Sender.send(pages.bare(status, sentence), request, response, callback);
    return true;
  }

  /** A request whose body is counted and timed while it is read. */
  private static final class Counted extends Request.Wrapper {
    private final long limit;
    private final long graceNanos;
    private long count;
    private long waitedNanos;
    private long waitingSince;
    private @Nullable BodyRefused refused;

    Counted(Request request, long limit, long graceNanos) {
      super(request);
      this.limit = limit;
      this.graceNanos = graceNanos;
    }

    @Override
    public Content.@Nullable Chunk read() {
      if (refused != null) {
        return Content.Chunk.from(refused, true);
      }
      Content.Chunk chunk = super.read();
      long now = System.nanoTime();
      if (chunk == null) {
        waitingSince = now;
        return null;
      }
      if (Content.Chunk.isFailure(chunk)) {
        return chunk;
      }
      if (waitingSince != 0) {
        // Only the time spent waiting for the sender counts; a slow reader here is not its fault.
        waitedNanos += now - waitingSince;
        waitingSince = 0;
      }
      count += chunk.remaining();
      if (count > limit) {
        refused = new BodyRefused(FormReader.tooLarge(limit));
      } else if (waitedNanos > graceNanos
          && count < waitedNanos / 1_000_000_000.0 * SLOWEST_BYTES_PER_SECOND) {
        refused =
            new BodyRefused(
                new Problem.Unavailable(
                    "body_too_slow",
                    "Nothing was saved: the data came too slowly. Send it again."));
      }
      if (refused == null) {
        return chunk;
      }
      chunk.release();
      return Content.Chunk.from(refused, true);
    }
  }
}
