package org.quillbox.base.store;

/**
 * Named moments in the life of a transaction, for tests that must stop, fail or kill at one of them. The
 * product runs with {@link #NONE}.
 */
@FunctionalInterface
public interface Probe {
  Probe NONE = point -> {};

  /** Called at each moment, in the writing thread. May throw or never return. */
  void at(Point point);

  /** The moments, in order. */
  enum Point {
    BEGUN,
    WORKED,
    HEAD_TAKEN,
    FEED_WRITTEN,
    COMMITTED,
    APPLIED
  }
}
