package org.quillbox.door.theme;

/** Takes out of a style sheet what no browser needs. Knows comments and quoted text and nothing else of CSS. */
final class CssMinifier {
  private CssMinifier() {}

  static String minify(String css) {
    StringBuilder out = new StringBuilder(css.length());
    int i = 0;
    while (i < css.length()) {
      char c = css.charAt(i);
      if (c == '/' && i + 1 < css.length() && css.charAt(i + 1) == '*') {
        int end = css.indexOf("*/", i + 2);
        i = end < 0 ? css.length() : end + 2;
      } else if (c == '"' || c == '\'') {
        int end = closing(css, i);
        out.append(css, i, end);
        i = end;
      } else if (Character.isWhitespace(c)) {
        i = skip(css, i);
        if (!out.isEmpty()
            && needsSpace(out.charAt(out.length() - 1), i < css.length() ? css.charAt(i) : '}')) {
          out.append(' ');
        }
      } else {
        if (c == '}' && !out.isEmpty() && out.charAt(out.length() - 1) == ';') {
          out.setLength(out.length() - 1);
        }
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  private static boolean needsSpace(char before, char after) {
    return "{};,>".indexOf(before) < 0 && "{};,>".indexOf(after) < 0 && before != ':';
  }

  private static int skip(String css, int at) {
    int i = at;
    while (i < css.length() && Character.isWhitespace(css.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int closing(String css, int open) {
    int i = open + 1;
    while (i < css.length() && css.charAt(i) != css.charAt(open)) {
      i += css.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(css.length(), i + 1);
  }
}
