package org.quillbox.base.kernel;

/**
 * Markup that may be written as it stands. Templates escape everything else. Only the sanitiser, the
 * renderer and the view room may make one; the house test holds that list.
 *
 * @param markup well-formed HTML of flow content
 */
public record Html(String markup) {
  public static final Html EMPTY = new Html("");

  public boolean isEmpty() {
    return markup.isEmpty();
  }

  /** Plain text as markup. */
  public static Html text(String plain) {
    return new Html(escape(plain));
  }

  /** Escapes for element content and for quoted attribute values alike. */
  public static String escape(String plain) {
    int at = 0;
    int n = plain.length();
    while (at < n && harmless(plain.charAt(at))) {
      at++;
    }
    if (at == n) {
      return plain;
    }
    StringBuilder out = new StringBuilder(n + 16).append(plain, 0, at);
    for (; at < n; at++) {
      char c = plain.charAt(at);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean harmless(char c) {
    return c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
  }

  @Override
  public String toString() {
    return markup;
  }
}
