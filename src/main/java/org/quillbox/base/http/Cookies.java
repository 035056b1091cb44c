package org.quillbox.base.http;

import java.util.Optional;

/**
 * The only two cookies there are by default. {@code __Host-qb} over https and {@code qb_session} over plain http
 * carry a session; {@code __Host-qbf} and {@code qb_form} bind a form of somebody who is not signed in yet. None
 * can be read by a script, and none goes along when another site posts.
 */
public final class Cookies {
  private Cookies() {}

  /** Value of the session cookie that counts for the scheme of this request. */
  public static Optional<String> session(Inbound in) {
    return in.cookie(sessionName(in)).filter(Cookies::wellFormed);
  }

  /**
   * Sets the session cookie.
   *
   * @param maxAgeSeconds how long the browser keeps it; 0 or less: until it is closed
   */
  public static String session(Inbound in, String value, long maxAgeSeconds) {
    return made(in, sessionName(in), value, maxAgeSeconds);
  }

  /** Takes the session cookie away. */
  public static String endSession(Inbound in) {
    return gone(in, sessionName(in));
  }

  static String sessionName(Inbound in) {
    return in.isSecure() ? "__Host-qb" : "qb_session";
  }

  static Optional<String> visitor(Inbound in) {
    return in.cookie(in.isSecure() ? "__Host-qbf" : "qb_form").filter(Cookies::wellFormed);
  }

  static String visitor(Inbound in, String value) {
    return made(in, in.isSecure() ? "__Host-qbf" : "qb_form", value, 0);
  }

  /**
   * Any other cookie that a page needs, e.g. of a post's password or of the console's theme.
   *
   * @param name letters, digits, {@code _} and {@code -}
   */
  public static String made(Inbound in, String name, String value, long maxAgeSeconds) {
    if (!name.matches("[A-Za-z0-9_-]+") || !wellFormed(value)) {
      throw new IllegalArgumentException("cookie " + name + " holds what no cookie may");
    }
    return name
        + "="
        + value
        + "; Path=/"
        + (maxAgeSeconds > 0 ? "; Max-Age=" + maxAgeSeconds : "")
        + (in.isSecure() ? "; Secure" : "")
        + "; HttpOnly; SameSite=Lax";
  }

  /** Takes a cookie away. */
  public static String gone(Inbound in, String name) {
    return name
        + "=; Path=/; Max-Age=0"
        + (in.isSecure() ? "; Secure" : "")
        + "; HttpOnly; SameSite=Lax";
  }

  private static boolean wellFormed(String value) {
    return value.length() <= 1024
        && value.matches("[\\x21\\x23-\\x2b\\x2d-\\x3a\\x3c-\\x5b\\x5d-\\x7e]+");
  }
}
