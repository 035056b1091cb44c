package org.quillbox.base.store;

import java.util.List;

/** State derived from the store that must be right before a writer is answered. */
public interface Follower {
  /**
   * Takes rows in order, each exactly once. It re-reads what it needs by primary key; reads may show later
   * changes, whose rows come next.
   */
  void apply(List<Change> rows, Tx read);

  /** Forgets everything and reads it anew; the result holds at least every change up to {@code upTo}. */
  void rebuild(Tx read, long upTo);
}
