package org.quillbox.base.pages;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.store.Change;
import org.quillbox.base.store.Follower;
import org.quillbox.base.store.Tx;

/**
 * For each slot the number of the last change that touched a key of it. Follows the feed after everything
 * that is read through keys, so that a stamp never comes before the state it speaks of.
 */
public final class Stamps implements Follower {
  private final AtomicLongArray last = new AtomicLongArray(Key.SLOTS);

  @Override
  public void apply(List<Change> rows, Tx read, Set<Key> also) {
    for (Change row : rows) {
      for (String key : row.keys()) {
        last.accumulateAndGet(Key.slotOf(key), row.seq(), Math::max);
      }
    }
    long newest = rows.getLast().seq();
    for (Key key : also) {
      last.accumulateAndGet(key.slot(), newest, Math::max);
    }
  }

  @Override
  public void rebuild(Tx read, long upTo) {
    // What was rendered before the followers were rebuilt may have read what they had wrong.
    last.accumulateAndGet(0, upTo, Math::max);
  }

  /** True while none of the slots was touched after {@code asOf}. */
  boolean isUntouched(int[] slots, long asOf) {
    if (asOf < 0 || last.get(0) > asOf) {
      return false;
    }
    for (int slot : slots) {
      if (last.get(slot) > asOf) {
        return false;
      }
    }
    return true;
  }

  /** True while something read at {@code asOf} may be served at {@code now}. */
  boolean isValid(int[] slots, long asOf, Instant expires, Instant now) {
    return now.isBefore(expires) && isUntouched(slots, asOf);
  }
}
