package org.quillbox.base.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a redirect may lead: a path of this site, or an origin taken from configuration (security H12). There is
 * no other way to make one, so a redirect cannot be talked into leaving.
 */
public final class SafeRedirect {
  private final String location;

  private SafeRedirect(String location) {
    this.location = location;
  }

  /** A path of this site with its query, made by our own code. */
  public static SafeRedirect local(String target) {
    return parse(target)
        .orElseThrow(() -> new IllegalArgumentException("not a path of this site: " + target));
  }

  /** What somebody asked to be sent to, if it stays here; otherwise the page that is named. */
  public static SafeRedirect wanted(String target, String otherwise) {
    return parse(target).orElseGet(() -> local(otherwise));
  }

  /**
   * A path on an origin that comes from configuration.
   *
   * @param origin scheme, host and port, e.g. {@code https://example.org}
   */
  public static SafeRedirect at(String origin, String target) {
    if (!origin.matches("https?://[a-z0-9.:\\[\\]-]+")) {
      throw new IllegalArgumentException("not an origin: " + origin);
    }
    return new SafeRedirect(origin + local(target).location);
  }

  private static Optional<SafeRedirect> parse(String target) {
    if (target.isEmpty() || target.charAt(0) != '/' || target.startsWith("//")) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder(target.length());
    for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (c <= 0x20 || c == 0x7f || c == '\\') {
        return Optional.empty();
      }
      if (c >= 0x80 || c == '"' || c == '<' || c == '>') {
        out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      } else {
        out.append((char) c);
      }
    }
    return Optional.of(new SafeRedirect(out.toString()));
  }

  /** The value of the header. */
  public String location() {
    return location;
  }

  @Override
  public String toString() {
    return location;
  }
}
