package org.quillbox.base.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One bracket that has the shape of a shortcode's tag; whether it is one is decided by {@link ShortcodeParser}.
 *
 * @param name lower case
 * @param source as it stands, brackets included
 * @param attributes the source between name and bracket
 * @param rule null for a name no rule knows
 */
record BracketTag(
    int start,
    int end,
    String name,
    boolean closing,
    boolean selfClosing,
    String source,
    String attributes,
    @Nullable ShortcodeRule rule) {

  /** Longest run of attributes looked at, in characters; page builders write several thousand. */
  private static final int LONGEST = 20_000;

  /** Reads the bracket that stands at this place, or null when it has another shape. */
  static @Nullable BracketTag read(String text, int at, ShortcodeRules rules) {
    int i = at + 1;
    boolean closing = i < text.length() && text.charAt(i) == '/';
    if (closing) {
      i++;
    }
    int nameStart = i;
    while (i < text.length() && nameChar(text.charAt(i), i == nameStart) && i - nameStart < 80) {
      i++;
    }
    if (i == nameStart || i >= text.length()) {
      return null;
    }
    char after = text.charAt(i);
    String name = text.substring(nameStart, i).toLowerCase(Locale.ROOT);
    if (closing) {
      return after == ']'
          ? new BracketTag(
              at, i + 1, name, true, false, text.substring(at, i + 1), "", rules.find(name))
          : null;
    }
    boolean entity = after == '&' && text.startsWith("&nbsp;", i);
    if (after != ']'
        && after != '/'
        && after != '<'
        && after != '\u00a0'
        && !entity
        && !Character.isWhitespace(after)) {
      return null;
    }
    ShortcodeRule rule = rules.find(name);
    int end = attributesEnd(text, i, rule != null);
    if (end < 0) {
      return null;
    }
    boolean slash = text.charAt(end - 1) == '/';
    int attributesEnd = slash ? end - 1 : end;
    if (after == '/' && attributesEnd != i) {
      // A slash inside the name, as in [he/she], is no attribute.
      return null;
    }
    String attributes = i < attributesEnd ? text.substring(i, attributesEnd) : "";
    return new BracketTag(
        at, end + 1, name, false, slash, text.substring(at, end + 1), attributes, rule);
  }

  private static boolean nameChar(char c, boolean first) {
    return MarkupScan.letter(c) || (!first && (MarkupScan.digit(c) || c == '_' || c == '-'));
  }

  /**
   * The bracket that ends the tag: the first one, also inside quotes, as WordPress has it. An opening bracket, a
   * paragraph or a blank line in between means that this is prose; page builders alone may write an opening
   * bracket in a value.
   */
  private static int attributesEnd(String text, int from, boolean known) {
    int limit = Math.min(text.length(), from + LONGEST);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ']') {
        return i;
      }
      if (c == '[' && !(known && i > from && "\"'=".indexOf(text.charAt(i - 1)) >= 0)) {
        return -1;
      }
      if (c == '\n' && i + 1 < limit && text.charAt(i + 1) == '\n') {
        return -1;
      }
      if (c == '<'
          && (text.startsWith("</p>", i)
              || text.startsWith("<p>", i)
              || text.startsWith("<!--", i))) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether it has a {@code key=value} attribute, the mark of a shortcode whose name nobody knows. */
  boolean hasPair() {
    int equals = attributes.indexOf('=');
    while (equals > 0) {
      boolean keyBefore =
          MarkupScan.letter(attributes.charAt(equals - 1))
              || MarkupScan.digit(attributes.charAt(equals - 1))
              || attributes.charAt(equals - 1) == '_'
              || attributes.charAt(equals - 1) == '-';
      boolean valueAfter =
          equals + 1 < attributes.length()
              && !Character.isWhitespace(attributes.charAt(equals + 1))
              && attributes.charAt(equals + 1) != '=';
      if (keyBefore && valueAfter) {
        return true;
      }
      equals = attributes.indexOf('=', equals + 1);
    }
    return false;
  }

  /** Whether what follows the name could be a value without a key: one word, a quoted text or an address. */
  boolean hasPlainValue() {
    String value = attributes.strip();
    return !value.isEmpty()
        && (value.indexOf(' ') < 0
            || value.charAt(0) == '"'
            || value.startsWith("http")
            || value.startsWith("&quot;"));
  }

  boolean bare() {
    return attributes.isBlank();
  }
}
