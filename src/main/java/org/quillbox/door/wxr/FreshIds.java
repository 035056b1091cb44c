package org.quillbox.door.wxr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Ids drawn before a transaction opens, for what cannot keep its old one. What was not used stays for the next
 * transaction: most imports use none.
 */
final class FreshIds {
  private final LongSupplier counter;
  private final List<Long> spare = new ArrayList<>();

  FreshIds(LongSupplier counter) {
    this.counter = counter;
  }

  /** At least so many unused ids. Never called inside a transaction. */
  List<Long> atLeast(int count) {
    while (spare.size() < count) {
      spare.add(counter.getAsLong());
    }
    return List.copyOf(spare);
  }

  /** Says which ids things have after a commit; those of ours among them are used up. */
  void used(Collection<Long> ids) {
    spare.removeAll(new HashSet<>(ids));
  }
}
