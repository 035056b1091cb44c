package org.quillbox.base.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.quillbox.base.kernel.Actor;

/**
 * Ids, handed out from counters that are rows. They are taken in blocks, each in a short transaction of its
 * own before the outer one opens: a counter locked inside a long transaction would make every writer wait.
 * An id that was handed out and not used is lost, which nobody notices.
 *
 * <p>Everything WordPress keeps in one table of posts draws from the counter {@code entry}.
 */
public final class Ids {
  private static final int BLOCK = 20;

  private final Db db;
  private final Map<String, Block> blocks = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  /** Ids from {@code next} up to but not including {@code end} are ours. */
  private record Block(long next, long end) {}

  public Ids(Db db) {
    this.db = db;
  }

  /** A fresh id. Never called inside a transaction. */
  public long next(String counter) {
    lock.lock();
    try {
      Block block = blocks.get(counter);
      if (block == null || block.next == block.end) {
        block = take(counter);
      }
      blocks.put(counter, new Block(block.next + 1, block.end));
      return block.next;
    } finally {
      lock.unlock();
    }
  }

  private Block take(String counter) {
    return db.tx(
        Cause.SCHEDULE,
        Actor.box(),
        tx -> {
          tx.update("update ids set next_id = next_id + ? where name = ?", (long) BLOCK, counter);
          long end =
              tx.one(
                      "select next_id from ids where name = ?",
                      row -> row.number("next_id"),
                      counter)
                  .orElseThrow(() -> new IllegalArgumentException("No counter " + counter));
          return new Block(end - BLOCK, end);
        });
  }

  /**
   * Keeps an id that somebody else chose, when it does not lie inside the open block; the caller checks that
   * no row uses it. Part of the caller's transaction: the counter moves past the id only if that commits.
   *
   * @return false when the id may still be handed out and must not be kept
   */
  public boolean keep(Tx tx, String counter, long id) {
    if (id <= 0) {
      return false;
    }
    lock.lock();
    try {
      Block block = blocks.get(counter);
      if (block != null && id >= block.next && id < block.end) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    tx.update("update ids set next_id = ? where name = ? and next_id <= ?", id + 1, counter, id);
    return true;
  }
}
