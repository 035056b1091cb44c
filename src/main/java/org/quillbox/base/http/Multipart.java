package org.quillbox.base.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The parts of a multipart body, one after the other, each a stream that ends at its boundary (RFC 7578). Memory
 * is one buffer, whatever the size of a part.
 */
final class Multipart {
  private static final int SIZE = 16 * 1024;
  private static final int MOST_HEADER = 8 * 1024;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[SIZE];
  private int from;
  private int to;
  private boolean ended;
  private boolean last;
  private Map<String, String> headers = Map.of();

  /** The part being read; at first, what stands before the first boundary. */
  private Part part = new Part();

  Multipart(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    // The first boundary has no line break before it; it is given one so that all are found alike.
    buffer[0] = '\r';
    buffer[1] = '\n';
    to = 2;
  }

  /** Goes on to the next part, skipping what was not read of this one. */
  boolean next() throws IOException {
    if (last) {
      return false;
    }
    part.transferTo(OutputStream.nullOutputStream());
    from += delimiter.length;
    fill(2);
    if (to - from >= 2 && buffer[from] == '-' && buffer[from + 1] == '-') {
      last = true;
      // What follows the last boundary means nothing, but is read so that the connection can go on.
      in.transferTo(OutputStream.nullOutputStream());
      return false;
    }
    String rest = line();
    if (!rest.isBlank()) {
      throw FormReader.broken("a boundary is followed by other text");
    }
    headers = readHeaders();
    part = new Part();
    return true;
  }

  /** A header of this part, or empty. */
  String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }

  /** Content of this part. */
  InputStream content() {
    return part;
  }

  private Map<String, String> readHeaders() throws IOException {
    Map<String, String> read = new HashMap<>();
    int size = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      size += line.length();
      int colon = line.indexOf(':');
      if (colon < 1 || size > MOST_HEADER) {
        throw FormReader.broken("a part has no proper header");
      }
      read.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    return read;
  }

  private String line() throws IOException {
    int at = 0;
    while (true) {
      while (from + at + 1 >= to) {
        if (at > MOST_HEADER || !more()) {
          throw FormReader.broken("it ends too early");
        }
      }
      if (buffer[from + at] == '\r' && buffer[from + at + 1] == '\n') {
        String line = Decoded.utf8(ByteBuffer.wrap(buffer, from, at));
        from += at + 2;
        return line;
      }
      at++;
    }
  }

  private void fill(int wanted) throws IOException {
    boolean grows = true;
    while (grows && to - from < wanted) {
      grows = more();
    }
  }

  /** Reads on; false at the end of the body, or when the buffer is full. */
  private boolean more() throws IOException {
    if (ended) {
      return false;
    }
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      return false;
    }
    int n = in.read(buffer, to, buffer.length - to);
    if (n < 0) {
      ended = true;
      return false;
    }
    to += n;
    return true;
  }

  /** Place of the delimiter in what is buffered, or of a beginning of it at the very end; else {@code to}. */
  private int delimiterFrom(int start) {
    for (int i = start; i < to; i++) {
      if (buffer[i] != '\r') {
        continue;
      }
      int n = 0;
      while (n < delimiter.length && i + n < to && buffer[i + n] == delimiter[n]) {
        n++;
      }
      if (n == delimiter.length || i + n == to) {
        return i;
      }
    }
    return to;
  }

  private boolean atDelimiter() {
    if (to - from < delimiter.length) {
      return false;
    }
    for (int i = 0; i < delimiter.length; i++) {
      if (buffer[from + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }

  private final class Part extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] dest, int off, int len) throws IOException {
      if (len == 0) {
        return 0;
      }
      while (true) {
        if (this != part) {
          return -1;
        }
        int end = delimiterFrom(from);
        if (end > from) {
          int n = Math.min(len, end - from);
          System.arraycopy(buffer, from, dest, off, n);
          from += n;
          return n;
        }
        if (atDelimiter()) {
          return -1;
        }
        if (!more()) {
          throw FormReader.broken("it ends before its last boundary");
        }
      }
    }
  }
}
