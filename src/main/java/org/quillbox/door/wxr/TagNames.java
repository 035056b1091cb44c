package org.quillbox.door.wxr;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tags nobody meant to make: addresses pasted into the tag field, or what spam left behind. */
public final class TagNames {
  /** Characters from which on a tag is rather a sentence. */
  public static final int LONG = 60;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?:[a-z][a-z0-9+.-]*://|www\\.).+|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}/.*");
  private static final Pattern IP4 =
      Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d+)?(?:/.*)?");
  private static final Pattern IP6 =
      Pattern.compile("(?i)\\[?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\\]?");

  private TagNames() {}

  /** Why a name is suspicious, as the end of a sentence; empty when it is not. The tag is taken either way. */
  public static Optional<String> suspicious(String name) {
    String n = name.strip();
    if (ADDRESS.matcher(n).matches()) {
      return Optional.of("is an address");
    }
    if (IP4.matcher(n).matches() || IP6.matcher(n).matches()) {
      return Optional.of("is an IP address");
    }
    if (n.endsWith("/")) {
      return Optional.of("ends with a slash");
    }
    if (n.codePointCount(0, n.length()) > LONG) {
      return Optional.of("is longer than " + LONG + " characters");
    }
    return Optional.empty();
  }
}
