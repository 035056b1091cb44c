package org.quillbox.base.store;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Problem;

/**
 * The feed: every change is a row, numbered in commit order.
 *
 * <p>The number comes from one row, {@code feed_head}, updated as the last statement before the rows of the
 * feed: whoever holds its lock commits next, so numbers grow in the order of commits and a transaction that
 * is rolled back leaves no gap. After the commit the writer hands the rows to the followers under one lock,
 * strictly in order, and only then is the caller answered. A row that cannot be applied does not undo the
 * commit: {@link #applied} becomes -1, nothing is served from what was derived, and the next reader or writer
 * rebuilds the followers.
 */
public final class Changes {
  private static final System.Logger LOG = System.getLogger(Changes.class.getName());

  private final Db db;
  private final List<Follower> followers = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile long applied = -1;
  private volatile int epoch;

  Changes(Db db) {
    this.db = db;
  }

  /** What one transaction appended. */
  record Written(List<Change> rows) {
    boolean isEmpty() {
      return rows.isEmpty();
    }

    long first() {
      return rows.getFirst().seq();
    }

    long last() {
      return rows.getLast().seq();
    }
  }

  /** Every change up to this one is committed and in every follower; -1 while they are being rebuilt. */
  public long applied() {
    return applied;
  }

  /** Generation of the data. */
  public int epoch() {
    return epoch;
  }

  /** Number of the newest committed change. */
  public long head() {
    return db.readAfterCommit(tx -> tx.number("select seq as n from feed_head where k = 1"));
  }

  /** Committed rows after a number, oldest first. */
  public List<Change> after(long seq, int max) {
    long head = head();
    return db.readPast(tx -> rows(tx, seq, Math.min(head, seq + max)));
  }

  /** Adds a follower; they are served in the order they were added. Only before {@link #start}. */
  public void follow(Follower follower) {
    followers.add(follower);
  }

  /** Builds every follower from the store. Called once, when the house stands. */
  public void start() {
    lock.lock();
    try {
      rebuild();
    } finally {
      lock.unlock();
    }
  }

  /** Sees to it that the followers are right, and answers how far they are. */
  public long ensureApplied() {
    long at = applied;
    if (at >= 0) {
      return at;
    }
    lock.lock();
    try {
      if (applied < 0) {
        rebuild();
      }
      return applied;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "What is derived from the database could not be rebuilt.", e);
      throw new Problem.Unavailable(
          "rebuilding", "The site is putting itself in order. Try again in a moment.", false, e);
    } finally {
      lock.unlock();
    }
  }

  /** Writes the rows of a transaction as its last statements. */
  Written append(Tx tx, Cause cause, Actor by, Probe probe) {
    List<Tx.Pending> pending = tx.pending();
    if (pending.isEmpty()) {
      return new Written(List.of());
    }
    int count = pending.size();
    tx.update("update feed_head set seq = seq + ? where k = 1", (long) count);
    Head head =
        tx.one(
                "select seq, epoch from feed_head where k = 1",
                row -> new Head(row.number("seq"), row.small("epoch")))
            .orElseThrow();
    probe.at(Probe.Point.HEAD_TAKEN);
    Instant now = tx.now();
    List<Change> rows = new ArrayList<>(count);
    List<Object[]> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Tx.Pending p = pending.get(i);
      long seq = head.seq - count + 1 + i;
      rows.add(new Change(seq, head.epoch, now, cause, by.id(), p.kind(), p.id(), split(p.keys())));
      values.add(
          new Object[] {
            seq,
            head.epoch,
            now,
            cause.name().toLowerCase(Locale.ROOT),
            by.id(),
            p.kind(),
            p.id(),
            p.keys()
          });
    }
    tx.batch(
        "insert into changes (seq, epoch, made_at, cause, actor, kind, thing, touched) values (?,?,?,?,?,?,?,?)",
        List.copyOf(values));
    probe.at(Probe.Point.FEED_WRITTEN);
    return new Written(rows);
  }

  private record Head(long seq, int epoch) {}

  /** Hands committed rows to the followers, with whatever was committed before them. */
  void applyTo(Written written) {
    lock.lock();
    try {
      if (applied >= written.last()) {
        return;
      }
      if (applied < 0) {
        rebuild();
        return;
      }
      List<Change> rows =
          written.first() == applied + 1
              ? written.rows()
              : db.readPast(tx -> rows(tx, applied, written.last()));
      db.readAfterCommit(tx -> {
        Set<Key> also = new LinkedHashSet<>();
        for (Follower follower : followers) {
          follower.apply(rows, tx, also);
        }
        return written;
      });
      applied = written.last();
    } catch (RuntimeException e) {
      applied = -1;
      LOG.log(
          Level.ERROR,
          "A follower could not take change " + written.last() + "; all are rebuilt.",
          e);
    } finally {
      lock.unlock();
    }
  }

  private void rebuild() {
    applied = -1;
    Head head =
        db.readAfterCommit(tx ->
            tx.one(
                    "select seq, epoch from feed_head where k = 1",
                    row -> new Head(row.number("seq"), row.small("epoch")))
                .orElseThrow());
    db.readAfterCommit(tx -> {
      for (Follower follower : followers) {
        follower.rebuild(tx, head.seq);
      }
      return head;
    });
    epoch = head.epoch;
    applied = head.seq;
  }

  private static List<Change> rows(Tx tx, long after, long upTo) {
    return tx.list(
        """
        select seq, epoch, made_at, cause, actor, kind, thing, touched
        from changes
        where seq > ? and seq <= ?
        order by seq\
        """,
        row ->
            new Change(
                row.number("seq"),
                row.small("epoch"),
                row.instant("made_at"),
                Cause.valueOf(row.text("cause").toUpperCase(Locale.ROOT)),
                row.number("actor"),
                row.text("kind"),
                row.number("thing"),
                split(row.text("touched"))),
        after,
        upTo);
  }

  private static List<String> split(String touched) {
    return touched.isEmpty() ? List.of() : List.of(touched.split(" "));
  }
}
