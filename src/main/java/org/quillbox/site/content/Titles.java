package org.quillbox.site.content;

import org.quillbox.base.text.LanguageTags;
import org.quillbox.base.text.PlainText;
import org.quillbox.base.text.Shortcodes;
import org.quillbox.base.text.Texturize;

/**
 * Titles, names of terms and other short lines as readers see them: one language, no shortcode, no tag,
 * typographic quotes. Plain text; escape it where it is written.
 */
public final class Titles {
  private Titles() {}

  /**
   * A line for readers.
   *
   * @param text as stored
   * @param language tag of the site, for lines that carry several languages
   */
  public static String plain(String text, String language) {
    if (text.isEmpty()) {
      return "";
    }
    String one = Shortcodes.strip(LanguageTags.select(text, language));
    return Texturize.plain(PlainText.of(one));
  }

  /** The title of an entry, in its own language where it has one. */
  public static String plain(Entry entry, String language) {
    return plain(entry.title(), entry.lang().isEmpty() ? language : entry.lang());
  }
}
