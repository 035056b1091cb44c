package org.quillbox.base.pages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.SecurityHeaders;
import org.quillbox.base.kernel.Reads;

/**
 * A finished page. Only the gzip form is kept, outside the heap; the few clients that cannot take it get it
 * unpacked.
 *
 * @param status HTTP status
 * @param gzip body, compressed; read-only
 * @param length length of the body before compression
 * @param etag strong validator of the identity form, without quotes; the gzip form appends {@code -gz}
 * @param asOf number of the change the rendering began after
 * @param slots slots of the keys that were read
 * @param expires when the page ends by itself
 * @param fields all headers of the gzip form, encoded once
 */
@SuppressWarnings("ArrayRecordComponent") // compared slot by slot on the fast path
public record Rendered(
    int status,
    String type,
    List<Page.Header> headers,
    ByteBuffer gzip,
    int length,
    String etag,
    long asOf,
    int[] slots,
    Instant expires,
    HttpField[] fields) {

  static Rendered of(Page page, Reads reads) {
    byte[] packed = pack(page.body());
    String tag = etag(page);
    ByteBuffer direct =
        ByteBuffer.allocateDirect(packed.length).put(packed).flip().asReadOnlyBuffer();
    return new Rendered(
        page.status(),
        page.type(),
        page.headers(),
        direct,
        page.body().length,
        tag,
        reads.asOf(),
        reads.slots(),
        reads.expires(),
        fields(page, tag));
  }

  /** All headers of the compressed form but its length; encoded once, so that a hit only copies bytes. */
  private static HttpField[] fields(Page page, String tag) {
    List<HttpField> all = new ArrayList<>();
    all.add(new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, page.type()));
    all.add(new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip"));
    all.add(new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding"));
    all.add(
        new PreEncodedHttpField(
            HttpHeader.CACHE_CONTROL, page.status() == 200 ? "no-cache" : "no-store"));
    if (page.status() == 200) {
      all.add(new PreEncodedHttpField(HttpHeader.ETAG, '"' + tag + "-gz\""));
    }
    for (Reply.Header header : SecurityHeaders.always()) {
      all.add(new PreEncodedHttpField(header.name(), header.value()));
    }
    if (page.type().startsWith("text/html")) {
      for (Reply.Header header : SecurityHeaders.page()) {
        all.add(new PreEncodedHttpField(header.name(), header.value()));
      }
    }
    for (Page.Header header : page.headers()) {
      all.add(new PreEncodedHttpField(header.name(), header.value()));
    }
    return all.toArray(new HttpField[0]);
  }

  /** Validator of the compressed form, quotes included. */
  String gzipTag() {
    return '"' + etag + "-gz\"";
  }

  /** True for bodies; redirects are rare and left to the slow path. */
  boolean isPlain() {
    return length > 0;
  }

  /** The compressed form, copied. */
  public byte[] packed() {
    byte[] packed = new byte[gzip.remaining()];
    gzip.duplicate().get(packed);
    return packed;
  }

  /** The identity form. */
  public byte[] body() {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes this page takes, roughly. */
  int weight() {
    return gzip.capacity() + 4 * slots.length + 2000;
  }

  private static String etag(Page page) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (Page.Header header : page.headers()) {
        hash.update((header.name() + header.value()).getBytes(StandardCharsets.UTF_8));
      }
      hash.update(page.body());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest()).substring(0, 22);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gzip with a fixed header: equal bodies give equal bytes. */
  private static byte[] pack(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3 + 64);
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff});
    Deflater deflater = new Deflater(6, true);
    try (DeflaterOutputStream zip = new DeflaterOutputStream(out, deflater, 8192)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    CRC32 crc = new CRC32();
    crc.update(body);
    little(out, crc.getValue());
    little(out, body.length);
    return out.toByteArray();
  }

  private static void little(ByteArrayOutputStream out, long value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >>> shift) & 0xff);
    }
  }
}
