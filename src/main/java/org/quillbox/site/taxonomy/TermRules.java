package org.quillbox.site.taxonomy;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a term may be called. An import takes every name and lists those that these rules refuse. */
public final class TermRules {
  private static final int LONGEST = 60;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)^(https?:|www\\.).*|^\\[?[0-9a-f]*:[0-9a-f:]+\\]?$|^\\d{1,3}(\\.\\d{1,3}){3}(:\\d+)?(/.*)?$");

  private TermRules() {}

  /** Why a name is no name of a term, with the remedy; empty when it is one. */
  public static Optional<String> objection(String name) {
    if (name.isBlank()) {
      return Optional.of("A tag needs a name. Type one, or leave the field empty.");
    }
    if (name.length() > LONGEST) {
      return Optional.of(
          "\""
              + name.substring(0, 40)
              + "…\" is too long for a tag: use "
              + LONGEST
              + " characters or fewer.");
    }
    if (ADDRESS.matcher(name).matches() || name.endsWith("/")) {
      return Optional.of(
          "\""
              + name
              + "\" looks like an address, not like a tag. Put it into the text as a link instead.");
    }
    return Optional.empty();
  }
}
