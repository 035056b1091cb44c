package org.quillbox.site.address;

import java.util.Locale;
import java.util.Optional;

/** The tags a permalink structure may hold (contract 21), each with what it may stand for. */
enum PermalinkTag {
  YEAR("[0-9]{4}", true),
  MONTHNUM("[0-9]{1,2}", true),
  DAY("[0-9]{1,2}", true),
  HOUR("[0-9]{1,2}", true),
  MINUTE("[0-9]{1,2}", true),
  SECOND("[0-9]{1,2}", true),
  POST_ID("[0-9]{1,18}", false),
  POSTNAME("[^/]+", false),
  CATEGORY(".+?", false),
  AUTHOR("[^/]+", false);

  private final String matches;
  private final boolean fixedWidth;

  PermalinkTag(String matches, boolean fixedWidth) {
    this.matches = matches;
    this.fixedWidth = fixedWidth;
  }

  /** The name between the percent signs. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String written() {
    return "%" + word() + "%";
  }

  /** Regular expression of what may stand in its place. */
  String matches() {
    return matches;
  }

  /** Whether its length is known, so that another tag may follow without anything between. */
  boolean fixedWidth() {
    return fixedWidth;
  }

  static Optional<PermalinkTag> of(String word) {
    for (PermalinkTag tag : values()) {
      if (tag.word().equals(word)) {
        return Optional.of(tag);
      }
    }
    return Optional.empty();
  }
}
