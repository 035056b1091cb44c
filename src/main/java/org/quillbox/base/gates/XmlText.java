package org.quillbox.base.gates;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quillbox.base.kernel.Problem;

/**
 * The characters of an XML document, decoded strictly as declared. Knows the line it is in, refuses bytes
 * that are not in the declared encoding, refuses or leaves out characters XML forbids, and never lets the
 * parser swallow more between two events than the limit of one text: that is what keeps a document of one
 * endless token out of memory.
 */
final class XmlText extends Reader {
  private static final int HEAD = 512;
  private static final int MOST_NOTED = 100;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final BufferedInputStream in;
  private final CharsetDecoder decoder;
  private final XmlLimits limits;
  private final String what;
  private final byte[] raw = new byte[16 * 1024];
  private final ByteBuffer bytes = ByteBuffer.wrap(raw).flip();
  private final List<String> noted = new ArrayList<>();
  private final CharBuffer ready = CharBuffer.allocate(8 * 1024).flip();
  private boolean ended;
  private long line = 1;
  private long column = 1;
  private long sinceEvent;
  private long read;
  private long skipped;
  private boolean afterReturn;

  XmlText(InputStream in, String what, XmlLimits limits) throws IOException {
    this.in = new BufferedInputStream(in, 16 * 1024);
    this.what = what;
    this.limits = limits;
    this.decoder =
        charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private Charset charset() throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    if (head.length == 0) {
      throw new Problem.Invalid("file", what + " is empty. Choose the file again.");
    }
    if (starts(head, 0xef, 0xbb, 0xbf)) {
      in.skipNBytes(3);
      return named(
          new String(head, 3, head.length - 3, StandardCharsets.ISO_8859_1),
          StandardCharsets.UTF_8);
    }
    if (starts(head, 0xfe, 0xff)) {
      in.skipNBytes(2);
      return StandardCharsets.UTF_16BE;
    }
    if (starts(head, 0xff, 0xfe)) {
      in.skipNBytes(2);
      return StandardCharsets.UTF_16LE;
    }
    if (starts(head, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    if (starts(head, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return named(new String(head, StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private Charset named(String head, Charset otherwise) {
    Matcher declared = DECLARED.matcher(head);
    if (!declared.find()) {
      return otherwise;
    }
    return switch (declared.group(1).toLowerCase(Locale.ROOT)) {
      case "utf-8", "utf8", "us-ascii", "ascii" -> StandardCharsets.UTF_8;
      // Browsers and the exporters behind such files mean windows-1252 by either name.
      case "iso-8859-1", "latin1", "windows-1252", "cp1252" -> WINDOWS_1252;
      default ->
          throw new Problem.Invalid(
              "file",
              what
                  + " says that its encoding is "
                  + declared.group(1)
                  + ". Save it as UTF-8 and try again.");
    };
  }

  private static boolean starts(byte[] head, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (head.length <= i || (head[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int read(char[] to, int offset, int length) throws IOException {
    while (!ready.hasRemaining()) {
      if (!fill()) {
        return -1;
      }
    }
    int count = Math.min(length, ready.remaining());
    ready.get(to, offset, count);
    sinceEvent += count;
    read += count;
    if (sinceEvent > limits.text() + 64L * 1024) {
      throw new XmlReader.Refused(
          new Problem.TooLarge(
              "xml_text_too_long",
              place()
                  + "a single text is longer than "
                  + limits.text() / 1024 / 1024
                  + " MiB. Shorten it and try again."));
    }
    return count;
  }

  /** Decodes and filters some more; false when everything has been. */
  private boolean fill() throws IOException {
    ready.clear();
    CoderResult result = decoder.decode(bytes, ready, ended);
    int decoded = ready.position();
    ready.position(keep(ready.array(), decoded)).flip();
    if (result.isError()) {
      boolean cut = ended && bytes.remaining() < 4;
      throw new XmlReader.Refused(
          new Problem.Invalid(
              "file",
              place()
                  + "bytes that are not "
                  + decoder.charset().name()
                  + (cut ? ", the file may have been cut off" : "")
                  + ". Save the file in the encoding it declares, or export it again."));
    }
    if (decoded > 0) {
      return true;
    }
    if (ended) {
      return false;
    }
    bytes.compact();
    int got = in.read(raw, bytes.position(), bytes.remaining());
    ended = got < 0;
    bytes.position(bytes.position() + Math.max(got, 0)).flip();
    return true;
  }

  /** Counts lines and drops what XML forbids; returns how many characters stayed. */
  private int keep(char[] chars, int count) {
    int out = 0;
    for (int i = 0; i < count; i++) {
      char c = chars[i];
      if (allowed(c)) {
        chars[out++] = c;
      } else {
        forbidden(c);
      }
      advance(c);
    }
    return out;
  }

  private void advance(char c) {
    if (c == '\r' || (c == '\n' && !afterReturn)) {
      line++;
      column = 1;
    } else if (c != '\n') {
      column += Character.isLowSurrogate(c) ? 0 : 1;
    }
    afterReturn = c == '\r';
  }

  private static boolean allowed(char c) {
    // Strict decoders make whole pairs of surrogates or nothing.
    return c >= ' ' ? c < 0xfffe : c == '\t' || c == '\n' || c == '\r';
  }

  private void forbidden(char c) {
    String name = String.format(Locale.ROOT, "U+%04X", (int) c);
    if (!limits.skipsControls()) {
      throw new XmlReader.Refused(
          new Problem.Invalid(
              "file",
              place()
                  + "the character "
                  + name
                  + " is not allowed in XML. Remove it and try again."));
    }
    skipped++;
    if (noted.size() < MOST_NOTED) {
      noted.add("line " + line + ": the forbidden character " + name + " was left out");
    }
  }

  /** The file and the line, as a sentence begins. */
  String place() {
    return what + ", line " + line + ", column " + column + ": ";
  }

  /** A token ended: the next one may be as long again. */
  void event() {
    sinceEvent = 0;
  }

  long line() {
    return line;
  }

  long charactersRead() {
    return read;
  }

  long skipped() {
    return skipped;
  }

  List<String> notes() {
    return List.copyOf(noted);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
