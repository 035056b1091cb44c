package org.quillbox.base.http;

import org.quillbox.base.kernel.Actor;

/** Tells who sends a request: by session cookie or credentials. Supplied by the room that knows people. */
@FunctionalInterface
public interface SignedIn {
  /** The person, or {@link Actor#guest()}. */
  Actor actor(Inbound in);
}
