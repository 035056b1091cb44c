package org.quillbox.base.http;

import java.util.Optional;

/** Where requests end that nobody before it answered: the readers' catch-all. Runs on a thread that may block. */
@FunctionalInterface
public interface Door {
  /** The answer, or nothing when there is no such thing here. Expected failures are thrown as a {@code Problem}. */
  Optional<Reply> answer(Inbound in);
}
