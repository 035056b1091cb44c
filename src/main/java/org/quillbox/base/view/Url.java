package org.quillbox.base.view;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Addresses on their way into markup. Escaping for the attribute is the template's business; here it is
 * decided whether an address may be linked at all, and how a part of one is spelled.
 */
public final class Url {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private Url() {}

  /**
   * The address if a reader may follow it: relative, or of the schemes http, https, mailto and tel. What
   * browsers would skip (white space and control characters) is taken out before looking. Anything else
   * becomes the empty text, which templates show as no link.
   */
  public static String safe(@Nullable String address) {
    if (address == null || address.isEmpty()) {
      return "";
    }
    StringBuilder clean = new StringBuilder(address.length());
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean control = c <= 0x20 || (c >= 0x7f && c < 0xa0);
      if (!control) {
        clean.append(c);
      } else if (c == ' ' && !clean.isEmpty()) {
        clean.append("%20");
      }
    }
    while (clean.length() >= 3 && clean.lastIndexOf("%20") == clean.length() - 3) {
      clean.setLength(clean.length() - 3);
    }
    String text = clean.toString();
    int colon = text.indexOf(':');
    int pathStart = firstOf(text, "/?#\\");
    if (colon < 0 || (pathStart >= 0 && pathStart < colon)) {
      return text;
    }
    return SCHEMES.contains(text.substring(0, colon).toLowerCase(Locale.ROOT)) ? text : "";
  }

  private static int firstOf(String text, String any) {
    for (int i = 0; i < text.length(); i++) {
      if (any.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Percent-encoding for one path segment or one query value; UTF-8, unreserved characters stay. */
  public static String encode(String part) {
    StringBuilder out = new StringBuilder(part.length() + 16);
    for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (PLAIN.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }
}
