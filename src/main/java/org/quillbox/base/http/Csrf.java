package org.quillbox.base.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Problem;

/**
 * Proof that a form was sent from a page of ours (security S10): the browser's own word on where it comes from,
 * and a token bound to the session and to the area of the site. Somebody without a session gets a cookie of his
 * own to bind to, with the page that holds the form. The token looks different on each page, so that compressing
 * the page tells nothing of it.
 */
public final class Csrf {
  /** Name of the hidden field. */
  public static final String FIELD = "_qb";

  /** Header that scripts of the console send instead. */
  public static final String HEADER = "X-Quillbox-Token";

  private static final int SIZE = 16;

  private final byte[] key;
  private final IntFunction<byte[]> random;

  /**
   * @param key 32 secret bytes that outlive a restart, so that forms do
   * @param random makes that many random bytes
   */
  public Csrf(byte[] key, IntFunction<byte[]> random) {
    this.key = key.clone();
    this.random = random;
  }

  /** What a page with forms needs. Ask once for each page. */
  public Proof proof(Inbound in) {
    String bound = Cookies.session(in).or(() -> Cookies.visitor(in)).orElse(null);
    if (bound != null) {
      return new Proof(bound, null);
    }
    String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random.apply(24));
    return new Proof(made, Cookies.visitor(in, made));
  }

  /** Tokens for the forms of one page. */
  public final class Proof {
    private final String binding;
    private final @Nullable String cookie;

    private Proof(String binding, @Nullable String cookie) {
      this.binding = binding;
      this.cookie = cookie;
    }

    /**
     * Value of the field {@link #FIELD}.
     *
     * @param action path the form is sent to; its first segment is the area the token is good for
     */
    public String token(String action) {
      byte[] pad = random.apply(SIZE);
      byte[] out = Arrays.copyOf(pad, 2 * SIZE);
      byte[] mac = mac(binding, action);
      for (int i = 0; i < SIZE; i++) {
        out[SIZE + i] = (byte) (mac[i] ^ pad[i]);
      }
      return Base64.getUrlEncoder().withoutPadding().encodeToString(out);
    }

    /** The page as it must be sent: with the cookie, where one was made, and kept nowhere. */
    public Reply seal(Reply page) {
      return cookie == null ? page.noStore() : page.noStore().cookie(cookie);
    }
  }

  /** Passes a request whose token is right and which no other site sent; otherwise a {@code Problem}. */
  public void check(Inbound in, @Nullable String token) {
    checkSource(in);
    Optional<String> binding = Cookies.session(in).or(() -> Cookies.visitor(in));
    String sent = token == null || token.isEmpty() ? in.header(HEADER).orElse("") : token;
    if (binding.isEmpty() || !isRight(sent, mac(binding.get(), in.path()))) {
      throw new Problem.Forbidden(
          "stale_form",
          "Nothing was saved: this page is older than your session. Send the form again.");
    }
  }

  /** Passes a form, by its field {@link #FIELD}. */
  public void check(Inbound in, Form form) {
    check(in, form.text(FIELD));
  }

  /** Refuses what a browser says comes from another site. */
  void checkSource(Inbound in) {
    String site = in.header("Sec-Fetch-Site").orElse("");
    String origin = in.header("Origin").orElse("");
    boolean foreign =
        site.isEmpty()
            ? !origin.isEmpty() && !isOwn(origin, in)
            : !site.equals("same-origin") && !site.equals("none");
    if (foreign) {
      throw new Problem.Forbidden(
          "foreign_form", "Nothing was saved: this form was sent from another site.");
    }
  }

  private static boolean isOwn(String origin, Inbound in) {
    try {
      String host = URI.create(origin).getHost();
      // Without its port: a proxy may have dropped it from the Host header.
      return host != null && host.equalsIgnoreCase(in.origin().hostName());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isRight(String token, byte[] mac) {
    byte[] sent;
    try {
      sent = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException _) {
      return false;
    }
    if (sent.length != 2 * SIZE) {
      return false;
    }
    byte[] plain = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      plain[i] = (byte) (sent[i] ^ sent[SIZE + i]);
    }
    return MessageDigest.isEqual(plain, mac);
  }

  private byte[] mac(String binding, String path) {
    int end = path.indexOf('/', 1);
    String area = end < 0 ? path : path.substring(0, end);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Arrays.copyOf(
          mac.doFinal((binding + '\n' + area).getBytes(StandardCharsets.UTF_8)), SIZE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
