package org.quillbox.door.theme;

/**
 * Takes comments and needless white space out of a style sheet. It knows texts in quotes and nothing of the
 * language besides, so it only removes what is needless in every place of the grammar.
 */
final class CssMinifier {
  private CssMinifier() {}

  static String minify(String css) {
    StringBuilder out = new StringBuilder(css.length());
    int i = 0;
    boolean space = false;
    while (i < css.length()) {
      char c = css.charAt(i);
      if (c == '/' && css.startsWith("/*", i)) {
        int end = css.indexOf("*/", i + 2);
        i = end < 0 ? css.length() : end + 2;
        space = true;
      } else if (Character.isWhitespace(c)) {
        space = true;
        i++;
      } else {
        if (space && wanted(out, c)) {
          out.append(' ');
        }
        space = false;
        if (c == '"' || c == '\'') {
          int end = endOfText(css, i);
          out.append(css, i, end);
          i = end;
        } else {
          if (c == '}' && !out.isEmpty() && out.charAt(out.length() - 1) == ';') {
            out.setLength(out.length() - 1);
          }
          out.append(c);
          i++;
        }
      }
    }
    return out.toString();
  }

  /** White space before a colon parts selectors ({@code a :hover}); after one it never does. */
  private static boolean wanted(StringBuilder out, char next) {
    if (out.isEmpty() || "{};,>".indexOf(next) >= 0) {
      return false;
    }
    return "{};,:>".indexOf(out.charAt(out.length() - 1)) < 0;
  }

  private static int endOfText(String css, int start) {
    char quote = css.charAt(start);
    int i = start + 1;
    while (i < css.length() && css.charAt(i) != quote) {
      i += css.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(css.length(), i + 1);
  }
}
