package org.quillbox.base.text;

import java.util.Set;
import org.jsoup.parser.Parser;

/** HTML as the words somebody reads: for search, excerpts, descriptions. */
public final class PlainText {
  private static final Set<String> UNSEEN = Set.of("script", "style", "template", "svg", "math");

  private PlainText() {}

  /**
   * Tags dropped, entities decoded, white space folded to single blanks. Blocks and line breaks separate words,
   * inline tags do not.
   */
  public static String of(String html) {
    MarkupScan scan = new MarkupScan(html);
    StringBuilder out = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      int end = c == '<' ? scan.tagEnd(at) : -1;
      if (end < 0) {
        out.append(c);
        at++;
        continue;
      }
      String name = scan.name(at);
      if (UNSEEN.contains(name)) {
        end = scan.verbatimEnd(at, end);
      }
      if (name.equals("br") || MarkupScan.BLOCKS.contains(name)) {
        out.append(' ');
      }
      at = end;
    }
    return fold(Parser.unescapeEntities(out.toString(), false));
  }

  /** White space of any kind folded to single blanks, none at the ends. */
  static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        gap = true;
      } else {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.append(c);
      }
    }
    return out.toString();
  }
}
