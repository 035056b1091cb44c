package org.quillbox.base.text;

/**
 * The automatic excerpt: the first words of a body, without shortcodes, guarded passages, tags and block
 * comments (contract 7.4). The caller cuts at the more marker first.
 */
public final class Excerpts {
  /** Words taken when nobody says otherwise. */
  public static final int WORDS = 55;

  /** What follows a text that was cut. */
  public static final String CUT = " […]";

  private Excerpts() {}

  /** Plain text, not markup: escape it where it is written. */
  public static String of(String html) {
    return of(html, WORDS);
  }

  /**
   * @param words how many are kept at most
   */
  public static String of(String html, int words) {
    String plain = PlainText.of(Shortcodes.strip(html));
    int at = 0;
    for (int i = 0; i < words; i++) {
      int space = plain.indexOf(' ', at);
      if (space < 0) {
        return plain;
      }
      at = space + 1;
    }
    return words <= 0 ? "" : plain.substring(0, at - 1) + CUT;
  }
}
