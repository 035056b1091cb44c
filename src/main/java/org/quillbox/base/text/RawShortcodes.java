package org.quillbox.base.text;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds shortcodes whose inside is program text ({@code [code]…[/code]}): paragraphs, quotes and other
 * shortcodes stay out of them.
 */
final class RawShortcodes {
  private final String text;
  private final ShortcodeRules rules;
  private final Set<String> neverClosed = new HashSet<>();

  RawShortcodes(String text, ShortcodeRules rules) {
    this.text = text;
    this.rules = rules;
  }

  /** End of the whole construct that starts with the bracket here, or -1. */
  int end(int at) {
    BracketTag tag = BracketTag.read(text, at, rules);
    if (tag == null
        || tag.closing()
        || tag.selfClosing()
        || tag.rule() == null
        || !tag.rule().raw()) {
      return -1;
    }
    int close = closer(tag);
    return close < 0 ? -1 : text.indexOf(']', close) + 1;
  }

  /** Start of the closing twin of a raw shortcode, or -1. */
  int closer(BracketTag tag) {
    String name = tag.name();
    if (neverClosed.contains(name)) {
      return -1;
    }
    int at = text.indexOf("[/", tag.end());
    while (at >= 0) {
      int after = at + 2 + name.length();
      if (text.regionMatches(true, at + 2, name, 0, name.length())
          && after < text.length()
          && text.charAt(after) == ']') {
        return at;
      }
      at = text.indexOf("[/", at + 2);
    }
    neverClosed.add(name);
    return -1;
  }
}
