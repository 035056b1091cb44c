package org.quillbox.base.gates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The one source of randomness, and what belongs to secrets made of it: digests to store them by and a
 * comparison that takes the same time wherever they differ (security K2).
 */
public final class Randoms {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final SecureRandom source = new SecureRandom();

  /** That many random bytes. */
  public byte[] bytes(int count) {
    byte[] made = new byte[count];
    source.nextBytes(made);
    return made;
  }

  /** Random bytes as lower-case hex: two characters each. */
  public String hex(int bytes) {
    return HexFormat.of().formatHex(bytes(bytes));
  }

  /** Random bytes as base 64 for addresses and cookies, without padding; 32 bytes make 43 characters. */
  public String base64url(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
  }

  /** A code of eight characters to be read aloud and typed: 40 bits in Crockford's base 32. */
  public String code() {
    return code(8);
  }

  /** A code of that many characters, 5 bits each. */
  public String code(int characters) {
    StringBuilder made = new StringBuilder(characters);
    for (byte b : bytes(characters)) {
      made.append(CROCKFORD.charAt(b & 31));
    }
    return made.toString();
  }

  /** A number from 0 to below {@code bound}, each as likely. */
  public int below(int bound) {
    return source.nextInt(bound);
  }

  /** A code as somebody typed it: case, blanks and hyphens do not matter, o is 0, i and l are 1. */
  public static String typedCode(String typed) {
    StringBuilder code = new StringBuilder(typed.length());
    for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
      switch (c) {
        case 'O' -> code.append('0');
        case 'I', 'L' -> code.append('1');
        case '-', ' ', '\t', '\n', '\r', '\u00a0' -> {}
        default -> code.append(c);
      }
    }
    return code.toString();
  }

  /** SHA-256 as 64 hex digits. */
  public static String sha256Hex(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** SHA-256 of the text in UTF-8, as 64 hex digits. */
  public static String sha256Hex(String text) {
    return sha256Hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether two secrets are equal, in a time that depends on nothing but their lengths. */
  public static boolean sameSecret(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
