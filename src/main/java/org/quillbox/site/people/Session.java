package org.quillbox.site.people;

import java.time.Instant;
import org.quillbox.base.kernel.Actor;

/**
 * Somebody signed in with one browser.
 *
 * @param token what the cookie holds; the store has only its hash
 * @param formSecret what the tokens of this session's forms are made from
 */
public record Session(String token, Person person, String formSecret, Instant endsAt) {
  public Actor actor() {
    return person.actor();
  }
}
