package org.quillbox.site.people;

import static org.quillbox.base.kernel.Capability.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quillbox.base.kernel.Capability;

/** WordPress's five roles and what each may do (contract 19). Each holds all of the one before. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are never changed
public enum Role {
  SUBSCRIBER(EnumSet.of(READ)),
  CONTRIBUTOR(EnumSet.of(EDIT_POSTS, DELETE_POSTS)),
  AUTHOR(EnumSet.of(PUBLISH_POSTS, EDIT_PUBLISHED_POSTS, DELETE_PUBLISHED_POSTS, UPLOAD_FILES)),
  EDITOR(
      EnumSet.of(
          EDIT_OTHERS_POSTS,
          DELETE_OTHERS_POSTS,
          EDIT_PRIVATE_POSTS,
          DELETE_PRIVATE_POSTS,
          READ_PRIVATE_POSTS,
          EDIT_PAGES,
          EDIT_OTHERS_PAGES,
          EDIT_PUBLISHED_PAGES,
          EDIT_PRIVATE_PAGES,
          PUBLISH_PAGES,
          DELETE_PAGES,
          DELETE_OTHERS_PAGES,
          DELETE_PUBLISHED_PAGES,
          DELETE_PRIVATE_PAGES,
          READ_PRIVATE_PAGES,
          MANAGE_CATEGORIES,
          MODERATE_COMMENTS,
          UNFILTERED_HTML)),
  ADMINISTRATOR(EnumSet.allOf(Capability.class));

  private final Set<Capability> added;

  Role(Set<Capability> added) {
    this.added = added;
  }

  /** WordPress's name, e.g. {@code editor}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> named(String wire) {
    for (Role role : values()) {
      if (role.wire().equals(wire)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  public Set<Capability> capabilities() {
    EnumSet<Capability> all = EnumSet.noneOf(Capability.class);
    for (Role role : values()) {
      all.addAll(role.added);
      if (role == this) {
        break;
      }
    }
    return all;
  }
}
