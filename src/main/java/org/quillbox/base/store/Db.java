package org.quillbox.base.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;

/**
 * The one way to the database. A writing transaction ends with its rows of the feed (architecture section
 * 4), is committed, and is answered only after every follower has taken those rows.
 */
public final class Db {
  private static final int TRIES = 3;
  private static final ScopedValue<Boolean> OPEN = ScopedValue.newInstance();

  private final DataSource source;
  private final Dialect dialect;
  private final Clock clock;
  private final Probe probe;
  private final Changes changes;
  private final LongAdder statements = new LongAdder();

  Db(DataSource source, Dialect dialect, Clock clock, Probe probe) {
    this.source = source;
    this.dialect = dialect;
    this.clock = clock;
    this.probe = probe;
    this.changes = new Changes(this);
  }

  public Changes changes() {
    return changes;
  }

  /** Number of statements sent since the start; the bench divides it by pages. */
  public long statements() {
    return statements.sum();
  }

  /** Reads what is committed. Readings do not nest, and never stand inside a transaction. */
  public <T> T read(Work<T> work) {
    return inside(() -> attempt(work, Connection.TRANSACTION_READ_COMMITTED));
  }

  /**
   * Runs {@code work} in a transaction: all of it or nothing, tried again up to twice where another
   * transaction was in the way.
   *
   * @throws Problem.Conflict when a unique value was taken each time
   * @throws Problem.Unavailable when the database is busy or the disk is full
   */
  public <T> T tx(Cause cause, Actor by, Work<T> work) {
    return inside(() -> retried(cause, by, work));
  }

  private static <T> T inside(ScopedValue.CallableOp<T, RuntimeException> body) {
    if (OPEN.isBound()) {
      throw new IllegalStateException("A transaction is already open in this thread.");
    }
    return ScopedValue.where(OPEN, true).call(body);
  }

  private <T> T retried(Cause cause, Actor by, Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return write(cause, by, work);
      } catch (Tx.Raised e) {
        boolean again = Dialect.isRetryable(e.sql()) || Dialect.isUnique(e.sql());
        if (!again || attempt == TRIES) {
          throw answer(e);
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, 20) * attempt * 1_000_000L);
      }
    }
  }

  private <T> T write(Cause cause, Actor by, Work<T> work) {
    T result;
    Changes.Written written;
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        probe.at(Probe.Point.BEGUN);
        Tx tx = new Tx(connection, dialect, now(), statements);
        result = work.run(tx);
        probe.at(Probe.Point.WORKED);
        written = changes.append(tx, cause, by, probe);
        connection.commit();
      } catch (Throwable t) {
        rollback(connection, t);
        throw t;
      }
    } catch (SQLException e) {
      throw new Tx.Raised("commit", e);
    }
    probe.at(Probe.Point.COMMITTED);
    if (!written.isEmpty()) {
      changes.applyTo(written);
      probe.at(Probe.Point.APPLIED);
    }
    return result;
  }

  /** The reason of the failure matters, not that a broken connection could not even roll back. */
  private static void rollback(Connection connection, Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /**
   * Reads rows that are known to be committed for good, without waiting for transactions beside them.
   *
   * <p>A range of committed feed rows lies next to uncommitted ones; at the usual level Derby's scan waits
   * for those.
   */
  <T> T readPast(Work<T> work) {
    return attempt(work, Connection.TRANSACTION_READ_UNCOMMITTED);
  }

  /** As {@link #read}, from inside the writing path. */
  <T> T readAfterCommit(Work<T> work) {
    return attempt(work, Connection.TRANSACTION_READ_COMMITTED);
  }

  private <T> T attempt(Work<T> work, int isolation) {
    try (Connection connection = source.getConnection()) {
      boolean unusual = isolation != Connection.TRANSACTION_READ_COMMITTED;
      if (unusual) {
        connection.setTransactionIsolation(isolation);
      }
      try {
        return work.run(new Tx(connection, dialect, now(), statements));
      } finally {
        if (unusual) {
          connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
      }
    } catch (Tx.Raised e) {
      throw answer(e);
    } catch (SQLException e) {
      throw answer(new Tx.Raised("open", e));
    }
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static RuntimeException answer(Tx.Raised e) {
    if (Dialect.isUnique(e.sql())) {
      return new Problem.Conflict(
          "conflict",
          "Somebody else took the same name at the same moment. Nothing was saved; try again.");
    }
    if (Dialect.isFull(e.sql())) {
      return new Problem.Unavailable(
          "storage_full",
          "The disk is full. Nothing was saved and everything saved before is safe. Free some space and try again.",
          true,
          e);
    }
    if (Dialect.isRetryable(e.sql()) || e.sql() instanceof java.sql.SQLTransientException) {
      return new Problem.Unavailable(
          "busy", "The database is busy. Nothing was saved; try again in a moment.", false, e);
    }
    return new StoreFailure("The database refused: " + e.getMessage(), e.sql());
  }
}
