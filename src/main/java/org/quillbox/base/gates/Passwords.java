package org.quillbox.base.gates;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.quillbox.base.kernel.Problem;

/**
 * Hashes of passwords (security S3): Argon2id with 19 MiB and two passes, written as a PHC string so that
 * stronger numbers can follow. Passwords are normalised (NFC) and never truncated. Also knows the three
 * kinds of hash a WordPress site brings along (contract 30): they are checked once, then replaced.
 *
 * <p>At most two hashes are made at once, whoever asks: a third waits, and after ten seconds is told to come
 * back.
 */
public final class Passwords {
  /** Longest password, in bytes of UTF-8. */
  public static final int LONGEST_BYTES = 4096;

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT = 16;
  private static final int LENGTH = 32;
  private static final int MOST_MEMORY_KIB = 256 * 1024;
  private static final String ITOA64 =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
  private static final Pattern PHPASS = Pattern.compile("\\$[PH]\\$[./0-9A-Za-z]{31}");
  private static final Pattern BCRYPT =
      Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-4])\\$[./0-9A-Za-z]{53}");
  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

  private final Randoms randoms;
  private final Semaphore places = new Semaphore(2, true);
  private final String nobody;

  public Passwords(Randoms randoms) {
    this.randoms = randoms;
    // Nobody's password: as expensive to check as anybody's.
    this.nobody = phc(MEMORY_KIB, PASSES, LANES, randoms.bytes(SALT), randoms.bytes(LENGTH));
  }

  /** What a check found. */
  public enum Match {
    /** Not this password, or not a hash of any known kind. */
    WRONG,
    /** This password. */
    RIGHT,
    /** This password, but the hash is a brought or an old one: store a new one. */
    RIGHT_BUT_OLD;

    public boolean isRight() {
      return this != WRONG;
    }
  }

  /**
   * Hashes a password.
   *
   * @throws Problem.Invalid when it is longer than {@value #LONGEST_BYTES} bytes
   * @throws Problem.TooMany when others kept both places for ten seconds
   */
  public String hash(String password) {
    byte[] bytes = utf8(Normalizer.normalize(password, Normalizer.Form.NFC));
    if (bytes.length > LONGEST_BYTES) {
      throw new Problem.Invalid(
          "password", "This password is too long. Choose one of at most 1,000 characters.");
    }
    byte[] salt = randoms.bytes(SALT);
    return inPlace(() ->
        phc(
            MEMORY_KIB,
            PASSES,
            LANES,
            salt,
            argon2(bytes, salt, MEMORY_KIB, PASSES, LANES, LENGTH)));
  }

  /**
   * Checks a password against a stored hash of any known kind.
   *
   * @throws Problem.TooMany when others kept both places for ten seconds
   */
  public Match verify(String password, String stored) {
    String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
    if (utf8(normal).length > LONGEST_BYTES || utf8(password).length > LONGEST_BYTES) {
      return Match.WRONG;
    }
    Matcher phc = PHC.matcher(stored);
    if (phc.matches()) {
      return inPlace(() -> own(utf8(normal), phc));
    }
    return inPlace(() -> brought(password, stored) ? Match.RIGHT_BUT_OLD : Match.WRONG);
  }

  /** Takes as long as {@link #verify} does, for names nobody has. */
  public void verifyNobody(String password) {
    Match never = verify(password, nobody);
    if (never.isRight()) {
      throw new IllegalStateException("a random hash was met");
    }
  }

  private static Match own(byte[] password, Matcher phc) {
    int memory = Integer.parseInt(phc.group(1));
    int passes = Integer.parseInt(phc.group(2));
    int lanes = Integer.parseInt(phc.group(3));
    if (memory < 8 * lanes
        || memory > MOST_MEMORY_KIB
        || passes < 1
        || passes > 16
        || lanes < 1
        || lanes > 8) {
      return Match.WRONG;
    }
    byte[] salt;
    byte[] expected;
    try {
      salt = Base64.getDecoder().decode(phc.group(4));
      expected = Base64.getDecoder().decode(phc.group(5));
    } catch (IllegalArgumentException e) {
      // Not base 64 after all: a hash of nothing.
      return Match.WRONG;
    }
    byte[] made = argon2(password, salt, memory, passes, lanes, expected.length);
    if (!MessageDigest.isEqual(made, expected)) {
      return Match.WRONG;
    }
    boolean current = memory >= MEMORY_KIB && passes >= PASSES && expected.length >= LENGTH;
    return current ? Match.RIGHT : Match.RIGHT_BUT_OLD;
  }

  private static byte[] argon2(
      byte[] password, byte[] salt, int memory, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] made = new byte[length];
    generator.generateBytes(password, made);
    return made;
  }

  private static String phc(int memory, int passes, int lanes, byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(memory, passes, lanes, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /** WordPress trims before it hashes, and old versions hashed with their slashes on. */
  private static boolean brought(String password, String stored) {
    String trimmed = phpTrim(password);
    String slashed = trimmed.replace("\\", "\\\\").replace("'", "\\'").replace("\"", "\\\"");
    return matches(password, stored)
        || (!trimmed.equals(password) && matches(trimmed, stored))
        || (!slashed.equals(trimmed) && matches(slashed, stored));
  }

  private static boolean matches(String password, String stored) {
    if (PHPASS.matcher(stored).matches()) {
      return MessageDigest.isEqual(utf8(phpass(utf8(password), stored)), utf8(stored));
    }
    if (stored.startsWith("$wp$") && BCRYPT.matcher(stored.substring(3)).matches()) {
      return bcrypt(
          utf8(Base64.getEncoder().encodeToString(hmac(phpTrim(password)))), stored.substring(3));
    }
    if (BCRYPT.matcher(stored).matches()) {
      return bcrypt(utf8(password), stored);
    }
    return MD5.matcher(stored).matches()
        && Randoms.sameSecret(HexFormat.of().formatHex(md5(utf8(password))), stored);
  }

  private static boolean bcrypt(byte[] password, String stored) {
    // The algorithm itself ends at 72 bytes; a longer password was cut when it was hashed.
    byte[] used = password.length > 72 ? Arrays.copyOf(password, 72) : password;
    return OpenBSDBCrypt.checkPassword(stored, used);
  }

  private static byte[] hmac(String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA384");
      mac.init(new SecretKeySpec(utf8("wp-sha384"), "HmacSHA384"));
      return mac.doFinal(utf8(password));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HmacSHA384", e);
    }
  }

  /** The portable hash of phpass: MD5, repeated as often as the fourth character says. */
  private static String phpass(byte[] password, String stored) {
    int log = ITOA64.indexOf(stored.charAt(3));
    if (log < 7 || log > 20) {
      return "";
    }
    byte[] salt = utf8(stored.substring(4, 12));
    byte[] hash = md5(salt, password);
    for (int i = 1 << log; i > 0; i--) {
      hash = md5(hash, password);
    }
    return stored.substring(0, 12) + encode64(hash);
  }

  private static String encode64(byte[] hash) {
    StringBuilder out = new StringBuilder(22);
    for (int i = 0; i < hash.length; i += 3) {
      int count = Math.min(3, hash.length - i);
      int value = 0;
      for (int j = 0; j < count; j++) {
        value |= (hash[i + j] & 0xff) << (8 * j);
      }
      for (int j = 0; j <= count; j++) {
        out.append(ITOA64.charAt((value >> (6 * j)) & 63));
      }
    }
    return out.toString();
  }

  private static byte[] md5(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  private static String phpTrim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && " \t\n\r\0\u000b".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && " \t\n\r\0\u000b".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  private <T> T inPlace(Supplier<T> work) {
    boolean placed;
    try {
      placed = places.tryAcquire(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      placed = false;
    }
    if (!placed) {
      throw new Problem.TooMany(
          "busy", "Too many sign-ins at this moment. Try again in a few seconds.", 5);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
