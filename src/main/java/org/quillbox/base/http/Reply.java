package org.quillbox.base.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer, as a value. Whatever every answer needs is done once when it is sent: security headers, the length,
 * a strong ETag and 304, compression, and an empty body for HEAD. A header with a line break cannot be made.
 */
public final class Reply {
  /** One header line. */
  public record Header(String name, String value) {}

  /** What follows the headers. */
  public sealed interface Body {
    /** Nothing. */
    record Empty() implements Body {}

    /**
     * Bytes at hand.
     *
     * @param gzip the same compressed, when that was done before; otherwise texts are compressed when sent
     */
    @SuppressWarnings(
        "ArrayRecordComponent") // Bodies are never compared, and copying them would cost.
    record Bytes(byte[] plain, byte @Nullable [] gzip) implements Body {}

    /** Bytes written while they are made. A length below 0 is not known. */
    record Stream(long length, Writing writing) implements Body {}
  }

  /** Writes a body. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private final int status;
  private final List<Header> headers;
  private final Body body;
  private final @Nullable String etag;

  private Reply(int status, List<Header> headers, Body body, @Nullable String etag) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.etag = etag;
  }

  /** A page, 200. */
  public static Reply html(String markup) {
    return html(200, markup);
  }

  /** A page with another status. */
  public static Reply html(int status, String markup) {
    return bytes(status, "text/html; charset=utf-8", markup.getBytes(StandardCharsets.UTF_8));
  }

  /** Plain text. */
  public static Reply text(int status, String text) {
    return bytes(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** JSON that is already written. */
  public static Reply json(int status, String json) {
    return bytes(status, "application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
  }

  /** Any bytes. */
  public static Reply bytes(int status, String contentType, byte[] body) {
    return new Reply(status, List.of(), new Body.Bytes(body, null), null)
        .with("Content-Type", contentType);
  }

  /** A body made while it is sent; {@code length} below 0 when it is not known. */
  public static Reply stream(int status, String contentType, long length, Writing writing) {
    return new Reply(status, List.of(), new Body.Stream(length, writing), null)
        .with("Content-Type", contentType);
  }

  /** No body. */
  public static Reply empty(int status) {
    return new Reply(status, List.of(), new Body.Empty(), null);
  }

  /** 303: the form was accepted, look here. */
  public static Reply seeOther(SafeRedirect to) {
    return redirect(303, to);
  }

  /** 301, 302, 303, 307 or 308. */
  public static Reply redirect(int status, SafeRedirect to) {
    if (status < 301 || status > 308 || status == 304) {
      throw new IllegalArgumentException("no redirect: " + status);
    }
    return empty(status).with("Location", to.location());
  }

  /** The same with a header set; earlier lines of that name are gone. */
  public Reply with(String name, String value) {
    Header made = header(name, value);
    List<Header> all = new ArrayList<>(headers.size() + 1);
    for (Header h : headers) {
      if (!h.name().equalsIgnoreCase(name)) {
        all.add(h);
      }
    }
    all.add(made);
    return new Reply(status, List.copyOf(all), body, etag);
  }

  /** The same with a line more of a header that may repeat. */
  public Reply and(String name, String value) {
    List<Header> all = new ArrayList<>(headers);
    all.add(header(name, value));
    return new Reply(status, List.copyOf(all), body, etag);
  }

  /** The same with a cookie set; see {@link Cookies}. */
  public Reply cookie(String setCookie) {
    return and("Set-Cookie", setCookie);
  }

  /** The same with another status. */
  public Reply status(int other) {
    return new Reply(other, headers, body, etag);
  }

  /** The same with this policy; without one a page gets {@link Csp#plain()}. */
  public Reply csp(String policy) {
    return with("Content-Security-Policy", policy);
  }

  /** The same, kept nowhere: for everything that only one person sees. */
  public Reply noStore() {
    return with("Cache-Control", "no-store");
  }

  /**
   * The same with a validator of the identity form, quotes included. Without one it is computed from the bytes.
   * The compressed form carries {@link #gzipTag}.
   */
  public Reply etag(String tag) {
    if (!tag.matches("\"[\\x21\\x23-\\x7e]+\"")) {
      throw new IllegalArgumentException("a strong ETag is quoted and ASCII: " + tag);
    }
    return new Reply(status, headers, body, tag);
  }

  /** The same with its bytes compressed beforehand. */
  public Reply gzip(byte[] compressed) {
    return switch (body) {
      case Body.Bytes(byte[] plain, _) ->
          new Reply(status, headers, new Body.Bytes(plain, compressed), etag);
      case Body.Empty _, Body.Stream _ ->
          throw new IllegalStateException("only bytes have a compressed form");
    };
  }

  /** The ETag of the compressed form, made from that of the identity form. */
  public static String gzipTag(String tag) {
    return tag.substring(0, tag.length() - 1) + "-gz\"";
  }

  private static Header header(String name, String value) {
    if (!name.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException("not a header name: " + name);
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < 0x20 && c != '\t') || c > 0x7e) {
        throw new IllegalArgumentException("header " + name + " may not hold character " + (int) c);
      }
    }
    return new Header(name, value);
  }

  public int status() {
    return status;
  }

  public List<Header> headers() {
    return headers;
  }

  /** The first line of a header. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  public Body body() {
    return body;
  }

  /** The validator that was set, if any. */
  public Optional<String> etag() {
    return Optional.ofNullable(etag);
  }
}
