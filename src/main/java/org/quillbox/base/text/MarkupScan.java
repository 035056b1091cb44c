package org.quillbox.base.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds where tags and comments end, without building a tree: most texts are changed in a few places only,
 * and the rest must keep its bytes. One scan object per text; it remembers what it failed to find, so that
 * hostile text costs linear time.
 */
final class MarkupScan {
  /** Elements whose content is nobody's prose: never expanded, never texturised, no paragraphs inside. */
  static final Set<String> VERBATIM =
      Set.of("pre", "code", "kbd", "script", "style", "textarea", "tt", "samp", "svg", "math");

  /** Elements that start a block of their own. */
  static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "col",
          "colgroup",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "html",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "noscript",
          "ol",
          "optgroup",
          "option",
          "p",
          "pre",
          "script",
          "section",
          "select",
          "style",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  private final String text;
  private int noCommentEndFrom = Integer.MAX_VALUE;
  private int noDoubleQuoteFrom = Integer.MAX_VALUE;
  private int noSingleQuoteFrom = Integer.MAX_VALUE;
  private final Set<String> neverClosed = new HashSet<>();

  MarkupScan(String text) {
    this.text = text;
  }

  /** End of the tag or comment that starts with the {@code <} at this place; -1 when it is only a character. */
  int tagEnd(int at) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    if (text.startsWith("<!--", at)) {
      return commentEnd(at);
    }
    char first = text.charAt(at + 1);
    boolean closing = first == '/' && at + 2 < text.length() && letter(text.charAt(at + 2));
    if (!letter(first) && !closing && first != '!' && first != '?') {
      return -1;
    }
    int i = at + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '>') {
        return i + 1;
      }
      if (c == '<') {
        return -1;
      }
      // A quote opens a value only after an equals sign, as browsers see it.
      if ((c == '"' || c == '\'') && afterEquals(at, i)) {
        i = quoteEnd(c, i + 1);
        if (i < 0) {
          return -1;
        }
      }
      i++;
    }
    return -1;
  }

  private boolean afterEquals(int tag, int quote) {
    int i = quote - 1;
    while (i > tag && Character.isWhitespace(text.charAt(i)) && quote - i < 100) {
      i--;
    }
    return text.charAt(i) == '=';
  }

  private int quoteEnd(char quote, int from) {
    int none = quote == '"' ? noDoubleQuoteFrom : noSingleQuoteFrom;
    if (from >= none) {
      return -1;
    }
    int end = text.indexOf(quote, from);
    if (end < 0) {
      if (quote == '"') {
        noDoubleQuoteFrom = from;
      } else {
        noSingleQuoteFrom = from;
      }
    }
    return end;
  }

  private int commentEnd(int at) {
    if (at >= noCommentEndFrom) {
      return -1;
    }
    int end = text.indexOf("-->", at + 4);
    if (end < 0) {
      noCommentEndFrom = at;
      return -1;
    }
    return end + 3;
  }

  /**
   * End of the element that a tag opens, its closing tag included, for a verbatim element; the end of the tag
   * itself when the element never closes or is none of those.
   */
  int verbatimEnd(int tagStart, int tagEnd) {
    String name = name(tagStart);
    if (!VERBATIM.contains(name)
        || text.charAt(tagStart + 1) == '/'
        || text.charAt(tagEnd - 2) == '/'
        || neverClosed.contains(name)) {
      return tagEnd;
    }
    int at = text.indexOf("</", tagEnd);
    while (at >= 0) {
      int after = at + 2 + name.length();
      if (text.regionMatches(true, at + 2, name, 0, name.length())
          && (after >= text.length() || !letter(text.charAt(after)))) {
        int end = text.indexOf('>', at);
        return end < 0 ? tagEnd : end + 1;
      }
      at = text.indexOf("</", at + 2);
    }
    neverClosed.add(name);
    return tagEnd;
  }

  /** Lower-case name of the tag at this place, without the slash; "!--" for a comment. */
  String name(int tagStart) {
    if (text.startsWith("<!--", tagStart)) {
      return "!--";
    }
    int from = tagStart + 1;
    if (from < text.length() && text.charAt(from) == '/') {
      from++;
    }
    int to = from;
    while (to < text.length()
        && (letter(text.charAt(to)) || digit(text.charAt(to)) || text.charAt(to) == '-')) {
      to++;
    }
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }

  boolean closes(int tagStart) {
    return tagStart + 1 < text.length() && text.charAt(tagStart + 1) == '/';
  }

  static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
