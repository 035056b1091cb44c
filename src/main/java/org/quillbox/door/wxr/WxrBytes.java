package org.quillbox.door.wxr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Problem;

/**
 * The bytes of an export on their way to the parser: checked as UTF-8, counted, freed of what XML forbids.
 *
 * <p>Rules. WordPress wraps texts in CDATA without looking at them, so real exports hold control characters
 * no XML parser takes, and their owner cannot edit 300 MB by hand. Control characters (NUL included) and
 * U+FFFE, U+FFFF are <b>removed</b>: browsers showed nothing for them either. A surrogate written as three
 * bytes stood for a visible character and <b>becomes U+FFFD</b>. Both are counted for the report. Any other
 * byte that is not UTF-8 <b>refuses the file</b>, for guessing an encoding damages every accent of a site (a
 * file that declares a one-byte encoding is decoded by the parser). What
 * stands before {@code <?xml} (blank lines or warnings of a broken plugin) is skipped.
 */
final class WxrBytes extends InputStream {
  /** Bytes looked at before the parser starts. */
  static final int HEAD = 16 * 1024;

  private static final int TAIL = 64;
  private static final byte[] DECLARATION = "<?xml".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ROOT = "<rss".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NAMESPACE =
      "wordpress.org/export/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LAST = "</rss>".getBytes(StandardCharsets.US_ASCII);

  private final InputStream source;
  private final byte[] raw = new byte[16 * 1024];
  // One byte of a sequence begun in the last piece may add up to three more.
  private final byte[] clean = new byte[raw.length + 4];
  private final byte[] sequence = new byte[4];
  private final byte[] tail = new byte[TAIL];
  private final boolean utf8;
  private final boolean wordPress;
  private int from;
  private int to;
  private int have;
  private int want;
  private long bytes;
  private long line = 1;
  private long removed;
  private long replaced;
  private long firstMended;
  private boolean ended;
  private @Nullable Problem failure;

  private WxrBytes(InputStream source, byte[] head) {
    this.source = source;
    this.utf8 = WxrTrouble.utf8(head);
    this.wordPress = indexOf(head, NAMESPACE) >= 0;
  }

  /** Looks at the first bytes and refuses at once what is no export. */
  static WxrBytes open(InputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    Problem no = WxrTrouble.sniff(head);
    if (no != null) {
      throw no;
    }
    int start = indexOf(head, DECLARATION);
    int root = indexOf(head, ROOT);
    if (start < 0 || (root >= 0 && root < start)) {
      start = 0;
      while (start < head.length && (head[start] & 0xFF) <= ' ') {
        start++;
      }
    }
    WxrBytes out =
        new WxrBytes(
            new SequenceInputStream(new ByteArrayInputStream(head, start, head.length - start), in),
            head);
    out.bytes = start;
    for (int i = 0; i < start; i++) {
      if (head[i] == '\n') {
        out.line++;
      }
    }
    return out;
  }

  /** True when the beginning of the file names WordPress's namespace for exports. */
  boolean wordPress() {
    return wordPress;
  }

  /** Bytes of the file taken so far, the parser's read-ahead included. */
  long bytes() {
    return bytes;
  }

  /** Line of the byte taken last. */
  long line() {
    return line;
  }

  /** Characters that were removed because XML forbids them. */
  long removed() {
    return removed;
  }

  /** Characters that became U+FFFD. */
  long replaced() {
    return replaced;
  }

  /** Line of the first character that was removed or replaced, 0 when there was none. */
  long firstMendedLine() {
    return firstMended;
  }

  /** True when the source is used up and its last tag is not the one every export ends with. */
  boolean cut() {
    int n = TAIL;
    while (n > 0 && (tail[n - 1] & 0xFF) <= ' ') {
      n--;
    }
    return ended
        && !(n >= LAST.length && Arrays.equals(tail, n - LAST.length, n, LAST, 0, LAST.length));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] out, int off, int len) throws IOException {
    if (len == 0) {
      return 0;
    }
    while (from == to) {
      if (failure != null) {
        throw failure;
      }
      if (ended) {
        return -1;
      }
      fill();
    }
    int n = Math.min(len, to - from);
    System.arraycopy(clean, from, out, off, n);
    from += n;
    return n;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private void fill() throws IOException {
    int n = source.read(raw);
    from = 0;
    to = 0;
    if (n < 0) {
      // A character cut in half is dropped: the parser then reports the end of the file, which is
      // what is wrong.
      ended = true;
      return;
    }
    keepTail(n);
    for (int i = 0; i < n && failure == null; i++) {
      bytes++;
      int b = raw[i] & 0xFF;
      if (want > 0) {
        within(b);
      } else if (b < 0x80 || !utf8) {
        plain(b);
      } else {
        begin(b);
      }
    }
  }

  private void plain(int b) {
    if (b >= ' ' || b == '\t' || b == '\r') {
      clean[to++] = (byte) b;
    } else if (b == '\n') {
      line++;
      clean[to++] = (byte) b;
    } else {
      removed++;
      mended();
    }
  }

  private void begin(int b) {
    want = b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : 0;
    if (want == 0) {
      failure = WxrTrouble.wrongBytes(line, b);
      return;
    }
    sequence[0] = (byte) b;
    have = 1;
  }

  private void within(int b) {
    int first = sequence[0] & 0xFF;
    boolean fits = (b & 0xC0) == 0x80;
    if (have == 1) {
      // Overlong forms and numbers past U+10FFFF; surrogates (ED A0..BF) pass here and are replaced
      // below.
      fits &= first != 0xE0 || b >= 0xA0;
      fits &= first != 0xF0 || b >= 0x90;
      fits &= first != 0xF4 || b <= 0x8F;
    }
    if (!fits) {
      failure = WxrTrouble.wrongBytes(line, first);
      return;
    }
    sequence[have++] = (byte) b;
    want--;
    if (want == 0) {
      whole();
    }
  }

  private void whole() {
    int first = sequence[0] & 0xFF;
    int second = sequence[1] & 0xFF;
    if (first == 0xED && second >= 0xA0) {
      replaced++;
      mended();
      sequence[0] = (byte) 0xEF;
      sequence[1] = (byte) 0xBF;
      sequence[2] = (byte) 0xBD;
    } else if (first == 0xEF && second == 0xBF && (sequence[2] & 0xFF) >= 0xBE) {
      removed++;
      mended();
      return;
    }
    System.arraycopy(sequence, 0, clean, to, have);
    to += have;
  }

  private void mended() {
    if (firstMended == 0) {
      firstMended = line;
    }
  }

  private void keepTail(int n) {
    int taken = Math.min(n, TAIL);
    System.arraycopy(tail, taken, tail, 0, TAIL - taken);
    System.arraycopy(raw, n - taken, tail, TAIL - taken, taken);
  }

  private static int indexOf(byte[] in, byte[] what) {
    for (int i = 0; i + what.length <= in.length; i++) {
      if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }
}
