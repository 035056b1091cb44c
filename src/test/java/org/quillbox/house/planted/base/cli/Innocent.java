package org.quillbox.house.planted.base.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Does the same things the allowed way; no rule may catch it. */
final class Innocent {
  private static final List<String> WORDS = List.of("ink", "quill");

  private Innocent() {}

  static Instant now(Clock clock) {
    return Instant.now(clock);
  }

  static int words() {
    return WORDS.size();
  }
}
