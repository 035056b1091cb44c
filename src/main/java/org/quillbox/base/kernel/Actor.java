package org.quillbox.base.kernel;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks for something: a reader, a signed-in person, or the box itself. Services check capabilities
 * on it and never ask where it came from.
 *
 * @param id user id, 0 for guests and for the box
 * @param name public name, for the audit trail and for bylines of notices; never a sign-in name
 * @param capabilities what it may do
 */
public record Actor(long id, String name, Set<Capability> capabilities) {
  private static final Actor GUEST = new Actor(0, "guest", Set.of());
  private static final Actor BOX = new Actor(0, "the box", EnumSet.allOf(Capability.class));

  public Actor {
    capabilities = Set.copyOf(capabilities);
  }

  /** Somebody who is not signed in. */
  public static Actor guest() {
    return GUEST;
  }

  /** The box: jobs, boot, and whoever sits at its command line. */
  public static Actor box() {
    return BOX;
  }

  /** True for somebody signed in. */
  public boolean isPerson() {
    return id > 0;
  }

  public boolean can(Capability capability) {
    return capabilities.contains(capability);
  }

  /** Returns quietly when allowed; otherwise Unauthenticated for guests, Forbidden for people. */
  public void require(Capability capability) {
    if (can(capability)) {
      return;
    }
    if (isPerson()) {
      throw new Problem.Forbidden(
          "rest_forbidden",
          "Your account may not do this. Ask an administrator for the right to "
              + capability.wire().replace('_', ' ')
              + ".");
    }
    throw new Problem.Unauthenticated("rest_not_logged_in", "Sign in first.");
  }
}
