package org.quillbox.base.http;

import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Actor;

/** A request on its way through JAX-RS. */
final class Call {
  /** The call of this thread; JAX-RS runs a request on one. */
  static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();

  private final Inbound in;
  private Actor actor = Actor.guest();
  private @Nullable String cookie;

  Call(Inbound in) {
    this.in = in;
  }

  Inbound in() {
    return in;
  }

  Actor actor() {
    return actor;
  }

  void actor(Actor found) {
    actor = found;
  }

  /** Somebody signed in with this very request: every answer to it carries the new cookie. */
  void entered(SignedIn.Entered entered) {
    in.adopt(entered.session());
    actor = entered.actor();
    cookie = entered.cookie();
  }

  @Nullable String cookie() {
    return cookie;
  }
}
