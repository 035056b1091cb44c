package org.quillbox.base.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends replies: what all of them have in common happens here and nowhere else. */
final class Sender {
  /** Below this, compressing saves no packet. */
  private static final int WORTH_COMPRESSING = 860;

  private Sender() {}

  static void send(Reply reply, Request request, Response response, Callback callback) {
    HttpFields.Mutable out = response.getHeaders();
    reply.headers().forEach(h -> out.add(h.name(), h.value()));
    String type = reply.header("Content-Type").orElse("");
    defaults(SecurityHeaders.always(), out);
    if (type.startsWith("text/html")) {
      defaults(SecurityHeaders.page(), out);
      defaults(List.of(new Reply.Header("Content-Security-Policy", Csp.plain())), out);
    }
    if (!out.contains(HttpHeader.CACHE_CONTROL)) {
      out.put(HttpHeader.CACHE_CONTROL, reply.status() == 200 ? "no-cache" : "no-store");
    }
    response.setStatus(reply.status());
    boolean head = request.getMethod().equals("HEAD");
    switch (reply.body()) {
      case Reply.Body.Empty _ -> empty(response, callback);
      case Reply.Body.Bytes(byte[] plain, byte[] gzip) ->
          bytes(reply, type, plain, gzip, request, response, callback);
      case Reply.Body.Stream(long length, Reply.Writing writing) -> {
        if (length >= 0) {
          out.put(HttpHeader.CONTENT_LENGTH, length);
        }
        if (head) {
          response.write(true, null, callback);
        } else {
          stream(writing, response, callback);
        }
      }
    }
  }

  private static void defaults(List<Reply.Header> headers, HttpFields.Mutable out) {
    for (Reply.Header h : headers) {
      if (!out.contains(h.name())) {
        out.put(h.name(), h.value());
      }
    }
  }

  private static void empty(Response response, Callback callback) {
    if (response.getStatus() != 204 && response.getStatus() != 304) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0L);
    }
    response.write(true, null, callback);
  }

  private static void bytes(
      Reply reply,
      String type,
      byte[] plain,
      byte @Nullable [] gzip,
      Request request,
      Response response,
      Callback callback) {
    HttpFields.Mutable out = response.getHeaders();
    boolean compressible = gzip != null || (isText(type) && plain.length >= WORTH_COMPRESSING);
    byte[] body = plain;
    boolean compressed = false;
    if (compressible) {
      addVary(out);
      if (acceptsGzip(request.getHeaders().getValuesList(HttpHeader.ACCEPT_ENCODING))) {
        body = gzip != null ? gzip : gzip(plain);
        compressed = true;
        out.put(HttpHeader.CONTENT_ENCODING, "gzip");
      }
    }
    if (reply.status() == 200 && !"no-store".equals(out.get(HttpHeader.CACHE_CONTROL))) {
      String tag = reply.etag().orElseGet(() -> tagOf(plain));
      String mine = compressed ? Reply.gzipTag(tag) : tag;
      out.put(HttpHeader.ETAG, mine);
      String asked = String.join(",", request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH));
      boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
      if (read && matches(asked, mine)) {
        out.remove(HttpHeader.CONTENT_TYPE);
        out.remove(HttpHeader.CONTENT_ENCODING);
        response.setStatus(304);
        response.write(true, null, callback);
        return;
      }
    }
    out.put(HttpHeader.CONTENT_LENGTH, body.length);
    boolean head = request.getMethod().equals("HEAD");
    response.write(true, head ? null : ByteBuffer.wrap(body), callback);
  }

  private static void stream(Reply.Writing writing, Response response, Callback callback) {
    try (OutputStream out = Content.Sink.asOutputStream(response)) {
      writing.to(out);
    } catch (IOException | RuntimeException e) {
      // The status is gone out already; all that is left is to end the connection short.
      callback.failed(e);
      return;
    }
    callback.succeeded();
  }

  private static void addVary(HttpFields.Mutable out) {
    String vary = out.get(HttpHeader.VARY);
    if (vary == null) {
      out.put(HttpHeader.VARY, "Accept-Encoding");
    } else if (!vary.toLowerCase(Locale.ROOT).contains("accept-encoding")) {
      out.put(HttpHeader.VARY, vary + ", Accept-Encoding");
    }
  }

  /** True for types whose compressed form is smaller. */
  static boolean isText(String type) {
    return type.startsWith("text/")
        || type.startsWith("application/json")
        || type.startsWith("application/javascript")
        || type.contains("+xml")
        || type.contains("+json")
        || type.startsWith("application/xml");
  }

  /** Whether the client takes gzip: named, or by a star, and not with a quality of 0. */
  static boolean acceptsGzip(List<String> accepted) {
    boolean star = false;
    for (String entry : String.join(",", accepted).split(",")) {
      String[] parts = entry.toLowerCase(Locale.ROOT).split(";");
      boolean refused = parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?");
      String coding = parts[0].strip();
      if (coding.equals("gzip") || coding.equals("x-gzip")) {
        return !refused;
      }
      star |= coding.equals("*") && !refused;
    }
    return star;
  }

  /** Whether a list of tags names this one, by weak comparison as for GET. */
  static boolean matches(String asked, String tag) {
    for (String one : asked.split(",")) {
      String bare = one.strip();
      if (bare.equals("*") || (bare.startsWith("W/") ? bare.substring(2) : bare).equals(tag)) {
        return true;
      }
    }
    return false;
  }

  static String tagOf(byte[] bytes) {
    byte[] digest = Arrays.copyOf(Csp.sha256(bytes), 15);
    return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, 4096)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return out.toByteArray();
  }
}
