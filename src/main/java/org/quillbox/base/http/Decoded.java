package org.quillbox.base.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quillbox.base.kernel.Problem;

/** Decodes what arrives in addresses and forms: once, strictly, or not at all (security H10). */
final class Decoded {
  /** Fields a form or query may have. */
  static final int MOST_FIELDS = 1000;

  private Decoded() {}

  /**
   * Path of a request: decoded once, runs of slashes folded. Whatever could mean two things to two programs is
   * refused.
   */
  static String path(String raw) {
    if (raw.isEmpty() || raw.charAt(0) != '/') {
      throw refused("it does not begin with a slash");
    }
    if (raw.indexOf(';') >= 0 || raw.indexOf('\\') >= 0) {
      throw refused("it holds ';' or a backslash");
    }
    for (int i = raw.indexOf('%'); i >= 0; i = raw.indexOf('%', i + 1)) {
      int c = octet(raw, i);
      if (c == '/' || c == '\\' || c == ';' || c == '.' || c < 0x20 || c == 0x7f) {
        throw refused("it hides a slash, dot, semicolon or control character");
      }
      if (c == '%') {
        throw refused("it is encoded twice");
      }
    }
    String plain = percent(raw, false);
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c < 0x20 || (c >= 0x7f && c < 0xa0)) {
        throw refused("it holds a control character");
      }
      if (c != '/' || out.isEmpty() || out.charAt(out.length() - 1) != '/') {
        out.append(c);
      }
    }
    String path = out.toString();
    for (String segment : path.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        throw refused("it holds a dot segment");
      }
    }
    return path;
  }

  /** Fields of a query or an urlencoded form, in order, each with all its values. */
  static Map<String, List<String>> fields(String encoded) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int count = 0;
    int from = 0;
    while (from < encoded.length()) {
      int end = encoded.indexOf('&', from);
      end = end < 0 ? encoded.length() : end;
      if (end > from) {
        if (++count > MOST_FIELDS) {
          throw new Problem.TooLarge(
              "too_many_fields",
              "Nothing was saved: a form may have " + MOST_FIELDS + " fields, this one has more.");
        }
        int equals = encoded.indexOf('=', from);
        equals = equals < 0 || equals > end ? end : equals;
        String name = percent(encoded.substring(from, equals), true);
        String value = equals < end ? percent(encoded.substring(equals + 1, end), true) : "";
        if (value.indexOf('\0') >= 0 || name.indexOf('\0') >= 0) {
          throw new Problem.Invalid(name, "The text holds a character NUL. Remove it.");
        }
        fields.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
      }
      from = end + 1;
    }
    return fields;
  }

  private static String percent(String text, boolean plusIsBlank) {
    if (text.indexOf('%') < 0 && (!plusIsBlank || text.indexOf('+') < 0) && ascii(text)) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        if (i + 2 >= raw.length) {
          throw refused("a percent sign stands alone");
        }
        out.put((byte) (digit(raw[i + 1]) << 4 | digit(raw[i + 2])));
        i += 2;
      } else {
        out.put(plusIsBlank && raw[i] == '+' ? (byte) ' ' : raw[i]);
      }
    }
    return utf8(out.flip());
  }

  /** Strict UTF-8. */
  static String utf8(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(bytes)
          .toString();
    } catch (CharacterCodingException _) {
      throw refused("it is not UTF-8");
    }
  }

  private static int octet(String text, int at) {
    if (at + 2 >= text.length()) {
      throw refused("a percent sign stands alone");
    }
    return digit(text.charAt(at + 1)) << 4 | digit(text.charAt(at + 2));
  }

  private static int digit(int c) {
    int value = c < 0x80 ? Character.digit(c, 16) : -1;
    if (value < 0) {
      throw refused("a percent sign is not followed by two hex digits");
    }
    return value;
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static Problem refused(String why) {
    return new Problem.Invalid(
        "bad_address", "This address cannot be read: " + why + ".", Map.of());
  }
}
