package org.quillbox.door.reader;

/**
 * Writes XML, so that no text can become markup: the one place that escapes. What XML 1.0 does not allow is
 * dropped; carriage returns, which a parser would drop, are written so that it does not.
 */
final class XmlWriter {
  private final StringBuilder out = new StringBuilder(8192);
  private int depth;

  XmlWriter() {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** Opens an element; attributes are names and values in turn. */
  XmlWriter open(String name, String... attributes) {
    start(name, attributes);
    out.append(">\n");
    depth++;
    return this;
  }

  XmlWriter close(String name) {
    depth--;
    indent();
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** An element that holds text. */
  XmlWriter text(String name, String text, String... attributes) {
    start(name, attributes);
    out.append('>');
    escape(text);
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** An element that holds nothing. */
  XmlWriter empty(String name, String... attributes) {
    start(name, attributes);
    out.append("/>\n");
    return this;
  }

  private void start(String name, String... attributes) {
    indent();
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void indent() {
    out.repeat("  ", depth);
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\r' -> out.append("&#13;");
        default -> {
          if (allowed(c)) {
            out.appendCodePoint(c);
          }
        }
      }
    }
  }

  // The production Char of XML 1.0; a lone half of a surrogate pair is not in it.
  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
