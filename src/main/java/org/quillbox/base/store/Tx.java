package org.quillbox.base.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.GregorianCalendar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Key;

/**
 * One transaction, or one reading. SQL is written whole, with positional {@code ?}; parameters may be String,
 * Long, Integer, Boolean, Instant, LocalDateTime, byte[] or null.
 */
public final class Tx {
  /** Longest list of keys that one change carries, in characters; more touches everything. */
  private static final int LONGEST_KEYS = 32_000;

  private final Connection connection;
  private final Dialect dialect;
  private final Instant now;
  private final LongAdder statements;
  private final Calendar utc = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
  private final List<Pending> changes = new ArrayList<>();

  /** A change waiting for its number. */
  record Pending(String kind, long id, String keys) {}

  Tx(Connection connection, Dialect dialect, Instant now, LongAdder statements) {
    this.connection = connection;
    this.dialect = dialect;
    this.now = now;
    this.statements = statements;
  }

  /** The moment this transaction takes as now, in whole milliseconds. */
  public Instant now() {
    return now;
  }

  public <T> List<T> list(String sql, Function<Row, T> map, @Nullable Object... parameters) {
    statements.increment();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        Row row = new Row(result, utc);
        while (result.next()) {
          rows.add(map.apply(row));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new Raised(sql, e);
    }
  }

  public <T> List<T> list(Sql sql, Function<Row, T> map) {
    return list(sql.text(), map, sql.parameters());
  }

  /** The first row, if any. */
  public <T> Optional<T> one(String sql, Function<Row, T> map, @Nullable Object... parameters) {
    List<T> rows = list(sql, map, parameters);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /** The single number a counting query answers. */
  public long number(String sql, @Nullable Object... parameters) {
    return one(sql, row -> row.number("n"), parameters).orElse(0L);
  }

  /** Inserts, updates or deletes; answers the number of rows. */
  public int update(String sql, @Nullable Object... parameters) {
    statements.increment();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new Raised(sql, e);
    }
  }

  public int update(Sql sql) {
    return update(sql.text(), sql.parameters());
  }

  /**
   * Updates a row or inserts it, whoever else does the same. Both statements take the same parameters in the
   * same order. A savepoint guards the insert: a refused one would poison a PostgreSQL transaction.
   *
   * @return true when a row was inserted
   */
  public boolean upsert(String update, String insert, @Nullable Object... parameters) {
    if (update(update, parameters) > 0) {
      return false;
    }
    try {
      Savepoint before = connection.setSavepoint();
      try {
        update(insert, parameters);
        connection.releaseSavepoint(before);
        return true;
      } catch (Raised e) {
        if (!Dialect.isUnique(e.sql())) {
          throw e;
        }
        connection.rollback(before);
        update(update, parameters);
        return false;
      }
    } catch (SQLException e) {
      throw new Raised(insert, e);
    }
  }

  /** Runs one statement for many rows of parameters. */
  public void batch(String sql, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    statements.increment();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new Raised(sql, e);
    }
  }

  /** Says what this transaction changes; the row gets its number when the transaction commits. */
  public void changed(String kind, long id, Collection<? extends Key> keys) {
    Set<String> texts = new LinkedHashSet<>();
    for (Key key : keys) {
      texts.add(key.text());
    }
    String joined = String.join(" ", texts);
    changes.add(
        new Pending(
            kind, id, joined.length() > LONGEST_KEYS ? new Key.Everything().text() : joined));
  }

  List<Pending> pending() {
    return changes;
  }

  Connection connection() {
    return connection;
  }

  private void bind(PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      int index = i + 1;
      switch (parameters[i]) {
        case null -> dialect.setNull(statement, index);
        case String s -> statement.setString(index, s);
        case Long n -> statement.setLong(index, n);
        case Integer n -> statement.setInt(index, n);
        case Boolean b -> statement.setBoolean(index, b);
        case Instant t -> statement.setTimestamp(index, Timestamp.from(t), utc);
        case LocalDateTime t ->
            statement.setTimestamp(index, Timestamp.from(t.toInstant(ZoneOffset.UTC)), utc);
        case byte[] b -> statement.setBytes(index, b);
        case Object o ->
            throw new IllegalArgumentException("No way to store a " + o.getClass().getName());
      }
    }
  }

  /** A SQLException on its way to {@link Db}, which retries it or turns it into an answer. */
  static final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException sql;

    Raised(String statement, SQLException cause) {
      super(statement.strip().lines().findFirst().orElse(""), cause);
      this.sql = cause;
    }

    SQLException sql() {
      return sql;
    }
  }
}
