package org.quillbox.base.http;

import java.util.List;

/** The headers of security H16 that do not depend on the page. */
public final class SecurityHeaders {
  private static final List<Reply.Header> ALWAYS =
      List.of(
          new Reply.Header("X-Content-Type-Options", "nosniff"),
          new Reply.Header("Referrer-Policy", "strict-origin-when-cross-origin"));
  private static final List<Reply.Header> PAGE =
      List.of(
          new Reply.Header(
              "Permissions-Policy",
              "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()"),
          new Reply.Header("Cross-Origin-Opener-Policy", "same-origin"),
          new Reply.Header("Cross-Origin-Resource-Policy", "same-origin"));

  private SecurityHeaders() {}

  /** For every answer, pictures and feeds too. A reply may set its own value instead. */
  public static List<Reply.Header> always() {
    return ALWAYS;
  }

  /** For every HTML page besides; its policy comes with the page. */
  public static List<Reply.Header> page() {
    return PAGE;
  }
}
