package org.quillbox.base.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;

/** Content security policies, whole; no page runs a script that its policy does not name (security H16). */
public final class Csp {
  private static final String REST =
      "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";

  private Csp() {}

  /** For a page without inline style or script: everything from this site alone. */
  public static String plain() {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'"
        + REST
        + "'none'";
  }

  /** For the console: what carries the nonce, and files of this site. */
  public static String console(String nonce) {
    if (!nonce.matches("[A-Za-z0-9_-]{16,}")) {
      throw new IllegalArgumentException("a nonce has at least 16 characters of base 64");
    }
    String own = "'self' 'nonce-" + nonce + "'";
    return "default-src 'none'; script-src "
        + own
        + "; style-src "
        + own
        + "; img-src 'self' data: blob:; font-src 'self'; media-src 'self' blob:; connect-src 'self'; frame-src 'self'"
        + REST
        + "'none'";
  }

  /**
   * For readers' pages, where a page is the same for everybody: inline parts by their hash.
   *
   * @param styles texts of the inline style elements
   * @param scripts texts of the inline script elements
   */
  public static String reader(Collection<String> styles, Collection<String> scripts) {
    return "default-src 'none'; script-src 'self'"
        + hashes(scripts)
        + "; style-src 'self'"
        + hashes(styles)
        + "; img-src 'self' data: https:; font-src 'self'; media-src 'self' https:; connect-src 'self'; manifest-src 'self'"
        + REST
        + "'self'";
  }

  private static String hashes(Collection<String> texts) {
    StringBuilder out = new StringBuilder();
    for (String text : texts) {
      out.append(' ').append(hash(text));
    }
    return out.toString();
  }

  /** Source expression of an inline style or script: {@code 'sha256-…'}. */
  public static String hash(String text) {
    return "'sha256-"
        + Base64.getEncoder().encodeToString(sha256(text.getBytes(StandardCharsets.UTF_8)))
        + "'";
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
