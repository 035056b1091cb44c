package org.quillbox.base.http;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How much may be sent to where: forms and JSON have one limit each, uploads the one of their path. */
public final class BodySizes {
  /** Most bytes of a form without files. */
  public static final long FORM = 1L << 20;

  /** Most bytes of JSON, XML and anything else. */
  public static final long DOCUMENT = 2L << 20;

  private final Map<String, LongSupplier> paths = new ConcurrentHashMap<>();

  /**
   * A path, and all below it, takes uploads.
   *
   * @param prefix as it stands in the address, e.g. {@code /setup/bring}
   * @param bytes most bytes of the whole body, asked for each request: a setting, or what the disk has left
   */
  public void allow(String prefix, LongSupplier bytes) {
    paths.put(prefix, bytes);
  }

  long limit(String rawPath, String contentType) {
    String best = "";
    for (String prefix : paths.keySet()) {
      boolean below =
          rawPath.startsWith(prefix)
              && (rawPath.length() == prefix.length() || rawPath.charAt(prefix.length()) == '/');
      if (below && prefix.length() > best.length()) {
        best = prefix;
      }
    }
    LongSupplier own = paths.get(best);
    if (own != null) {
      return own.getAsLong();
    }
    String type = contentType.toLowerCase(Locale.ROOT);
    boolean form =
        type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/");
    return form ? FORM : DOCUMENT;
  }
}
