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
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
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
    Instant expires) {

  static Rendered of(Page page, Reads reads) {
    byte[] packed = pack(page.body());
    ByteBuffer direct =
        ByteBuffer.allocateDirect(packed.length).put(packed).flip().asReadOnlyBuffer();
    return new Rendered(
        page.status(),
        page.type(),
        page.headers(),
        direct,
        page.body().length,
        etag(page),
        reads.asOf(),
        reads.slots(),
        reads.expires());
  }

  /** The identity form. */
  public byte[] body() {
    byte[] packed = new byte[gzip.remaining()];
    gzip.duplicate().get(packed);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes this page takes, roughly. */
  int weight() {
    return gzip.capacity() + 4 * slots.length + 400;
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
