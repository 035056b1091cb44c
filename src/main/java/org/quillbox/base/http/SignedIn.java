package org.quillbox.base.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;

/** Tells who sends a request: by session cookie or credentials. Supplied by the room that knows people. */
@FunctionalInterface
public interface SignedIn {
  /** Beginning of the names of fields that sign somebody in together with what the form is about. */
  String FIELDS = "signin.";

  /** Somebody who has just signed in: who it is, the new session, and the cookie line that carries it. */
  record Entered(Actor actor, String session, String cookie) {}

  /** The person, or {@link Actor#guest()}. */
  Actor actor(Inbound in);

  /**
   * Signs in by the fields of a form whose names begin with {@link #FIELDS}. Its proof was checked. The rest of
   * the form is then handled as this person's, in the same request: what was typed before a session ended is
   * saved in one step.
   *
   * @throws Problem when name and password are refused
   */
  default Optional<Entered> enter(Inbound in, Form form) {
    return Optional.empty();
  }

  /**
   * The page of a screen that could not be shown or was refused before it ran; nothing leaves the plain page.
   *
   * @param form what was sent, as far as it was read; null for none
   */
  default Optional<Reply> instead(Inbound in, Actor actor, Problem problem, @Nullable Form form) {
    return Optional.empty();
  }
}
