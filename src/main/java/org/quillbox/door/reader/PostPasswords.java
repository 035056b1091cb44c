package org.quillbox.door.reader;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.http.Door;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.SafeRedirect;

/**
 * Passwords of protected entries (contract 25): the form sends one, a cookie remembers it for ten days, and one
 * cookie opens every entry with the same password. The cookie holds a keyed hash, so it neither tells the
 * password nor can be made without knowing it and the key of this run.
 */
final class PostPasswords implements Door {
  private static final String COOKIE = "wp-postpass_qb";
  private static final int TEN_DAYS = 864_000;
  private static final long FORM_BYTES = 16_384;

  private final byte[] key;

  /**
   * @param key secret of this process; after a restart a reader types the password again
   */
  PostPasswords(byte[] key) {
    this.key = key.clone();
  }

  /** What the reader's cookie remembers. */
  Optional<String> given(Inbound in) {
    return in.cookie(COOKIE).filter(value -> value.matches("[0-9a-f]{64}"));
  }

  boolean opens(String given, String word) {
    return Randoms.sameSecret(given, hash(word));
  }

  /** Takes the form of a protected entry: {@code POST /wp-login.php?action=postpass}. */
  @Override
  public Optional<Reply> answer(Inbound in) {
    boolean asked =
        in.method().equals("POST")
            && in.path().equals("/wp-login.php")
            && in.query("action").filter("postpass"::equals).isPresent();
    if (!asked) {
      return Optional.empty();
    }
    String word = in.form(FORM_BYTES).text("post_password");
    String back = in.header("Referer").map(PostPasswords::pathOf).orElse("/");
    String cookie =
        COOKIE
            + "="
            + hash(word)
            + "; Path=/; Max-Age="
            + TEN_DAYS
            + "; HttpOnly; SameSite=Lax"
            + (in.isSecure() ? "; Secure" : "");
    return Optional.of(Reply.seeOther(SafeRedirect.local(back)).cookie(cookie).noStore());
  }

  /** Only the path of where the reader came from: a form of another site leads back into this one. */
  private static String pathOf(String referer) {
    int scheme = referer.indexOf("://");
    int slash = scheme < 0 ? -1 : referer.indexOf('/', scheme + 3);
    return slash < 0 ? "/" : referer.substring(slash);
  }

  private String hash(String word) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(word.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
