package org.quillbox.site.content;

import java.util.Locale;
import java.util.Optional;

/** Where an entry stands; WordPress's six statuses, and the one of attachments. */
public enum EntryStatus {
  PUBLISH,
  FUTURE,
  DRAFT,
  PENDING,
  PRIVATE,
  TRASH,
  /** An attachment is as visible as what it belongs to. */
  INHERIT;

  /** WordPress's name. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EntryStatus> named(String wire) {
    for (EntryStatus status : values()) {
      if (status.wire().equals(wire)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /** True where the slug is claimed, so that nobody else takes the address. */
  boolean claimsAddress() {
    return this == PUBLISH || this == FUTURE || this == PRIVATE || this == INHERIT;
  }
}
