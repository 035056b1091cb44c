package org.quillbox.base.store;

import java.util.List;
import java.util.Set;
import org.quillbox.base.kernel.Key;

/** State derived from the store that must be right before a writer is answered. */
public interface Follower {
  /**
   * Takes rows in order, each exactly once. It re-reads what it needs by primary key; reads may show later
   * changes, whose rows come next.
   *
   * @param also keys that are touched as a consequence, for followers that come later. What depends on order
   *     (the neighbours of an entry, membership of lists) is only certain here, where changes come one after
   *     the other; a writer would have to guess what its rivals do.
   */
  void apply(List<Change> rows, Tx read, Set<Key> also);

  /** Forgets everything and reads it anew; the result holds at least every change up to {@code upTo}. */
  void rebuild(Tx read, long upTo);
}
