package org.quillbox.site.people;

import java.time.Instant;
import org.quillbox.base.kernel.Actor;

/**
 * Somebody with an account, or an author that came with an import and cannot sign in.
 *
 * @param login sign-in name; never shown to readers
 * @param slug address of the author's page, derived from the public name and never equal to the login
 * @param displayName public name
 * @param bio plain text
 */
public record Person(
    long id,
    String login,
    String slug,
    String displayName,
    String email,
    String bio,
    String url,
    Role role,
    Instant registeredAt) {

  /** Who this person is when it does something. */
  public Actor actor() {
    return new Actor(id, displayName, role.capabilities());
  }
}
