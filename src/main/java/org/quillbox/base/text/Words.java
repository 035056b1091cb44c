package org.quillbox.base.text;

/** Counts words, for reading times and the writing form. */
public final class Words {
  private Words() {}

  /**
   * Words of an HTML text. A word is a run of letters and digits with what joins them (apostrophe, hyphen,
   * point); scripts written without spaces count each character.
   */
  public static int count(String html) {
    String text = PlainText.of(html);
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isIdeographic(c) || kana(c)) {
        words++;
        inWord = false;
      } else if (Character.isLetterOrDigit(c)) {
        words += inWord ? 0 : 1;
        inWord = true;
      } else if (!(inWord
          && joins(c)
          && i < text.length()
          && Character.isLetterOrDigit(text.codePointAt(i)))) {
        inWord = inWord && Character.getType(c) == Character.NON_SPACING_MARK;
      }
    }
    return words;
  }

  private static boolean joins(int c) {
    return c == '\'' || c == '’' || c == '-' || c == '.' || c == ',' || c == '_' || c == '\u2011';
  }

  private static boolean kana(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
  }
}
