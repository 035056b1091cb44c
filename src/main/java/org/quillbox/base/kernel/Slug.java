package org.quillbox.base.kernel;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The part of an address that names a thing: lower case, letters and digits of any script, hyphens between
 * (contract 7.4). Percent-encoding is the business of the address, not of the slug.
 *
 * @param value never longer than {@value #LONGEST} characters; empty means none
 */
public record Slug(String value) {
  /** Longest slug kept, in characters; WordPress's column holds as many bytes. */
  public static final int LONGEST = 200;

  /** Makes a slug out of any text: accents folded, everything else that is no letter or digit a hyphen. */
  public static Slug from(String text) {
    String plain = fold(text);
    StringBuilder out = new StringBuilder(Math.min(plain.length(), LONGEST));
    boolean gap = false;
    for (int i = 0; i < plain.length() && out.length() < LONGEST; ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\'' || c == '’' || c == '‘' || c == '"' || c == '“' || c == '”') {
        continue;
      }
      boolean mark =
          Character.getType(c) == Character.NON_SPACING_MARK
              || Character.getType(c) == Character.COMBINING_SPACING_MARK;
      if (Character.isLetterOrDigit(c) || c == '_' || mark) {
        if (gap && !out.isEmpty()) {
          out.append('-');
        }
        gap = false;
        out.appendCodePoint(Character.toLowerCase(c));
      } else {
        gap = true;
      }
    }
    while (!out.isEmpty()
        && (out.charAt(out.length() - 1) == '-'
            || Character.isHighSurrogate(out.charAt(out.length() - 1)))) {
      out.setLength(out.length() - 1);
    }
    return new Slug(out.toString());
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  /** The same slug with a number after it, shortened where that would make it too long. */
  public Slug numbered(int n) {
    String suffix = "-" + n;
    String head =
        value.length() + suffix.length() > LONGEST
            ? value.substring(0, LONGEST - suffix.length())
            : value;
    return new Slug(head + suffix);
  }

  /** Latin accents dropped and ligatures opened, lower case; other scripts keep their letters. */
  public static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c < 0x80) {
        out.append(c);
        continue;
      }
      switch (c) {
        case 'ß' -> out.append("ss");
        case 'æ' -> out.append("ae");
        case 'œ' -> out.append("oe");
        case 'ø' -> out.append('o');
        case 'đ', 'ð' -> out.append('d');
        case 'ł' -> out.append('l');
        case 'þ' -> out.append("th");
        case 'ı' -> out.append('i');
        default -> {
          String split = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
          if (split.length() > 1 && split.charAt(0) < 0x80) {
            out.append(split.charAt(0));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }
}
