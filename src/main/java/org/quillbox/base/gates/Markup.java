package org.quillbox.base.gates;

/** Characters of markup: which may be there at all, and how they are written. */
final class Markup {
  private Markup() {}

  /**
   * The text without characters that HTML forbids: controls and noncharacters go, carriage returns become
   * line ends, halves of surrogate pairs the replacement character.
   */
  static String plain(String raw) {
    int at = 0;
    while (at < raw.length() && isPlain(raw.charAt(at))) {
      at++;
    }
    if (at == raw.length()) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length()).append(raw, 0, at);
    for (; at < raw.length(); at++) {
      char c = raw.charAt(at);
      if (isPlain(c)) {
        out.append(c);
      } else if (c == '\r') {
        boolean pair = at + 1 < raw.length() && raw.charAt(at + 1) == '\n';
        out.append(pair ? "" : "\n");
      } else if (c == '\f') {
        out.append(' ');
      } else if (Character.isHighSurrogate(c)
          && at + 1 < raw.length()
          && Character.isLowSurrogate(raw.charAt(at + 1))) {
        at++;
        if ((Character.toCodePoint(c, raw.charAt(at)) & 0xfffe) != 0xfffe) {
          out.append(c).append(raw.charAt(at));
        }
      } else if (Character.isSurrogate(c)) {
        out.append('\ufffd');
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return c >= ' '
        ? c < 0x7f
            || (c > 0x9f && c < 0xd800)
            || (c > 0xdfff && c < 0xfdd0)
            || (c > 0xfdef && c < 0xfffe)
        : c == '\t' || c == '\n';
  }

  /** Writes text of an element. */
  static void text(String text, StringBuilder out) {
    write(plain(text), false, out);
  }

  /** Writes the value of an attribute, to stand in double quotes. */
  static void value(String value, StringBuilder out) {
    write(plain(value), true, out);
  }

  private static void write(String plain, boolean quoted, StringBuilder out) {
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(quoted ? "&quot;" : "\"");
        default -> out.append(c);
      }
    }
  }
}
