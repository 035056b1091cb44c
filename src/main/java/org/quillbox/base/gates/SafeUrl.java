package org.quillbox.base.gates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.gates.HtmlPolicy.ValueType;

/**
 * Addresses in markup (security O5). An address is read the way browsers read it: blanks and controls
 * around it go, tabs and line ends inside it go, then its scheme decides. What comes out has been written
 * anew, so that a second reading can find nothing else in it.
 */
final class SafeUrl {
  private static final int LONGEST = 8 * 1024;
  private static final int LONGEST_DATA = 2 * 1024 * 1024;
  private static final List<String> RASTER =
      List.of("image/png", "image/gif", "image/jpeg", "image/webp", "image/avif");

  private SafeUrl() {}

  /** The address as it may be written, or null when it may not. */
  static @Nullable String check(String raw, ValueType type, HtmlPolicy policy) {
    if (type == ValueType.IMAGE
        && raw.length() > 5
        && raw.stripLeading().regionMatches(true, 0, "data:", 0, 5)) {
      return raster(raw.strip());
    }
    String url = tidy(raw);
    if (url.isEmpty() || url.length() > LONGEST) {
      // An empty address means "this page": nothing is lost with it but surprises.
      return null;
    }
    int colon = url.indexOf(':');
    int end = firstOf(url, "/?#");
    if (colon < 0 || (end >= 0 && end < colon)) {
      return url;
    }
    String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!policy.allowsScheme(type, scheme)) {
      return null;
    }
    if (scheme.equals("http") || scheme.equals("https")) {
      int host = colon + 1;
      while (host < url.length() && url.charAt(host) == '/') {
        host++;
      }
      return host == url.length() ? null : scheme + "://" + url.substring(host);
    }
    return url.length() == colon + 1 ? null : scheme + url.substring(colon);
  }

  /** Every candidate of a srcset that passes, written anew; null when none does. */
  static @Nullable String srcset(
      String raw, HtmlPolicy policy, Function<String, @Nullable String> then) {
    List<String> kept = new ArrayList<>();
    int at = 0;
    while (at < raw.length()) {
      while (at < raw.length() && (isBlank(raw.charAt(at)) || raw.charAt(at) == ',')) {
        at++;
      }
      int start = at;
      while (at < raw.length() && !isBlank(raw.charAt(at))) {
        at++;
      }
      int stop = at;
      boolean alone = stop > start && raw.charAt(stop - 1) == ',';
      while (stop > start && raw.charAt(stop - 1) == ',') {
        stop--;
      }
      String descriptor = "";
      if (!alone) {
        int comma = raw.indexOf(',', at);
        int until = comma < 0 ? raw.length() : comma;
        descriptor = raw.substring(at, until).strip();
        at = until;
      }
      if (stop == start || !isDescriptor(descriptor)) {
        continue;
      }
      String url = check(raw.substring(start, stop), ValueType.SRCSET, policy);
      url = url == null ? null : then.apply(url);
      if (url != null && !url.endsWith(",") && !url.startsWith(",")) {
        kept.add(descriptor.isEmpty() ? url : url + " " + descriptor);
      }
    }
    return kept.isEmpty() ? null : String.join(", ", kept);
  }

  private static boolean isDescriptor(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char unit = text.charAt(text.length() - 1);
    boolean dot = false;
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c == '.' && !dot && unit == 'x' && i > 0) {
        dot = true;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return text.length() > 1 && text.length() < 9 && (unit == 'w' || unit == 'x');
  }

  /** A picture written into the page: raster formats in base 64 only. */
  private static @Nullable String raster(String url) {
    int comma = url.indexOf(',');
    if (comma < 0 || url.length() > LONGEST_DATA) {
      return null;
    }
    String head = url.substring(5, comma).toLowerCase(Locale.ROOT);
    if (!head.endsWith(";base64") || !RASTER.contains(head.substring(0, head.length() - 7))) {
      return null;
    }
    for (int i = comma + 1; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!digit && c != '+' && c != '/' && c != '=') {
        return null;
      }
    }
    return "data:" + head + url.substring(comma);
  }

  /** Drops what browsers drop and escapes what could be read in two ways. */
  private static String tidy(String raw) {
    int from = 0;
    int to = raw.length();
    while (from < to && raw.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && raw.charAt(to - 1) <= ' ') {
      to--;
    }
    StringBuilder out = new StringBuilder(to - from);
    boolean path = true;
    for (int i = from; i < to; i++) {
      char c = raw.charAt(i);
      path &= c != '?' && c != '#';
      switch (c) {
        case ' ' -> out.append("%20");
        case '"' -> out.append("%22");
        case '<' -> out.append("%3C");
        case '>' -> out.append("%3E");
        case '`' -> out.append("%60");
        case '\\' -> out.append(path ? "/" : "%5C");
        default -> {
          // Controls, and the marks that make one address look like another.
          if (c > ' '
              && (c < 0x7f || c > 0x9f)
              && !(c >= 0x202a && c <= 0x202e)
              && !(c >= 0x2066 && c <= 0x2069)) {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  private static int firstOf(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }
}
