package org.quillbox.door.wxr;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.quillbox.base.kernel.Slug;

/**
 * Sign-in names and public names of the people of an export. The sign-in name becomes what WordPress would
 * have made of it; the public one comes from the display name and never gives the sign-in name away.
 */
public final class Logins {
  /** Longest sign-in name; WordPress's column holds as many characters. */
  public static final int LONGEST = 60;

  private static final Pattern SCRIPTS = Pattern.compile("(?is)<(script|style)[^>]*?>.*?</\\1>");
  private static final Pattern TAGS = Pattern.compile("(?s)<[^>]*>");
  private static final Pattern OCTETS = Pattern.compile("%[a-fA-F0-9]{2}");
  private static final Pattern ENTITIES = Pattern.compile("&[^\\s;]{1,31};");
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9 _.\\-@]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Logins() {}

  /**
   * The sign-in name as WordPress keeps it: tags, entities and percent codes gone, accents removed, only
   * letters, digits, blank, {@code _ . - @} left. May be empty: then the caller makes one up.
   */
  public static String normalise(String login) {
    String s = TAGS.matcher(SCRIPTS.matcher(login).replaceAll("")).replaceAll("").strip();
    s = OCTETS.matcher(plain(s)).replaceAll("");
    s = OTHERS.matcher(ENTITIES.matcher(s).replaceAll("")).replaceAll("");
    s = BLANKS.matcher(s.strip()).replaceAll(" ");
    return s.length() > LONGEST ? s.substring(0, LONGEST).strip() : s;
  }

  /** Two sign-in names are the same when this is: they are compared without case. */
  public static String folded(String login) {
    return login.toLowerCase(Locale.ROOT);
  }

  /**
   * The part of the author's address that names the person.
   *
   * @param taken true for a slug another person has
   * @return never empty, never what the sign-in name would give
   */
  public static Slug publicSlug(
      String login, String displayName, String firstName, String lastName, Predicate<Slug> taken) {
    Slug secret = Slug.from(login);
    for (String name : new String[] {displayName, firstName + " " + lastName, lastName}) {
      Slug slug = Slug.from(name);
      if (!slug.isEmpty() && !slug.equals(secret)) {
        return free(slug, secret, taken);
      }
    }
    return free(new Slug("author"), secret, taken);
  }

  private static Slug free(Slug wish, Slug secret, Predicate<Slug> taken) {
    Slug slug = wish;
    for (int n = 2; slug.equals(secret) || taken.test(slug); n++) {
      slug = wish.numbered(n);
    }
    return slug;
  }

  /** Latin letters without accents, case kept. */
  private static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 'ß' -> out.append('s');
        case 'Æ' -> out.append("AE");
        case 'æ' -> out.append("ae");
        case 'Œ' -> out.append("OE");
        case 'œ' -> out.append("oe");
        case 'Ø' -> out.append('O');
        case 'ø' -> out.append('o');
        case 'Đ', 'Ð' -> out.append('D');
        case 'đ', 'ð' -> out.append('d');
        case 'Ł' -> out.append('L');
        case 'ł' -> out.append('l');
        case 'Þ' -> out.append("TH");
        case 'þ' -> out.append("th");
        default ->
            out.append(
                c < 0x80
                    ? String.valueOf(c)
                    : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", ""));
      }
    }
    return out.toString();
  }
}
