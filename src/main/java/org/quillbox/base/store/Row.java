package org.quillbox.base.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The row a mapper is looking at. Columns are asked for by the names of the select list. */
public final class Row {
  private final ResultSet result;
  private final Calendar utc;

  Row(ResultSet result, Calendar utc) {
    this.result = result;
    this.utc = utc;
  }

  /** Text that is never null in the schema; a null reads as empty. */
  public String text(String column) {
    String value = textOrNull(column);
    return value == null ? "" : value;
  }

  public @Nullable String textOrNull(String column) {
    try {
      return result.getString(column);
    } catch (SQLException e) {
      throw failure(column, e);
    }
  }

  /** A whole number; null reads as 0. */
  public long number(String column) {
    try {
      return result.getLong(column);
    } catch (SQLException e) {
      throw failure(column, e);
    }
  }

  public int small(String column) {
    return Math.toIntExact(number(column));
  }

  public OptionalLong numberOrNone(String column) {
    try {
      long value = result.getLong(column);
      return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    } catch (SQLException e) {
      throw failure(column, e);
    }
  }

  public boolean flag(String column) {
    try {
      return result.getBoolean(column);
    } catch (SQLException e) {
      throw failure(column, e);
    }
  }

  public Instant instant(String column) {
    Instant value = instantOrNull(column);
    if (value == null) {
      throw new StoreFailure("Column " + column + " holds no time.");
    }
    return value;
  }

  public @Nullable Instant instantOrNull(String column) {
    try {
      Timestamp value = result.getTimestamp(column, utc);
      return value == null ? null : value.toInstant();
    } catch (SQLException e) {
      throw failure(column, e);
    }
  }

  /** Wall time without a zone. */
  public LocalDateTime local(String column) {
    return LocalDateTime.ofInstant(instant(column), ZoneOffset.UTC);
  }

  public byte @Nullable [] bytesOrNull(String column) {
    try {
      return result.getBytes(column);
    } catch (SQLException e) {
      throw failure(column, e);
    }
  }

  private static StoreFailure failure(String column, SQLException e) {
    return new StoreFailure("Column " + column + " could not be read", e);
  }
}
