package org.quillbox.site.address;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Percent-encoding of UTF-8 (RFC 3986), in lower-case hex as WordPress writes it. */
final class Percent {
  private static final String PLAIN = "-._~";
  private static final String HEX = "0123456789abcdef";

  private Percent() {}

  /** One segment of a path, or one value of a query. */
  static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || PLAIN.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  /** A path: the slashes stay. */
  static String encodePath(String path) {
    StringBuilder out = new StringBuilder(path.length() + 16);
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      out.append(encode(path.substring(from, slash))).append('/');
      from = slash + 1;
    }
    return out.append(encode(path.substring(from))).toString();
  }

  /** The form in which names are compared: composed, lower case. */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** The text; empty when the encoding is broken or not UTF-8. */
  static Optional<String> decode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return Optional.of(encoded);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '%') {
        bytes.write(raw[i]);
        continue;
      }
      int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.write(high << 4 | low);
      i += 2;
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * The decoded segments of a path, empty ones left out. Empty when the path cannot name anything: broken
   * encoding, a separator or control character inside a segment, a dot segment.
   */
  static Optional<List<String>> segments(String path) {
    List<String> out = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.isEmpty()) {
        continue;
      }
      Optional<String> text = decode(part);
      if (text.isEmpty() || !named(text.get())) {
        return Optional.empty();
      }
      out.add(text.get());
    }
    return Optional.of(out);
  }

  private static boolean named(String segment) {
    return !segment.equals(".")
        && !segment.equals("..")
        && segment
            .chars()
            .noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c) || c == 0xfffd);
  }
}
