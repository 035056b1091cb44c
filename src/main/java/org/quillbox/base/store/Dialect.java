package org.quillbox.base.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the two databases spell differently; everything else is one SQL. */
enum Dialect {
  DERBY("clob(64M)", "blob(64M)"),
  POSTGRES("text", "bytea");

  private static final Set<String> RETRY = Set.of("40001", "40XL1", "40XL2", "40P01");
  private static final String UNIQUE = "23505";
  private static final Set<String> FULL = Set.of("XSDG1", "XSDA7", "XSLA7", "XSLA1", "53100");

  private final String text;
  private final String bytes;

  Dialect(String text, String bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  /** A migration with its types filled in. */
  String fill(String sql) {
    return sql.replace("${text}", text).replace("${bytes}", bytes);
  }

  void setNull(PreparedStatement statement, int index) throws SQLException {
    switch (this) {
      case POSTGRES -> statement.setNull(index, Types.NULL);
      case DERBY -> statement.setNull(index, derbyType(statement, index));
    }
  }

  /** Derby wants the column's own type even for null. */
  private static int derbyType(PreparedStatement statement, int index) throws SQLException {
    try {
      return statement.getParameterMetaData().getParameterType(index);
    } catch (SQLFeatureNotSupportedException e) {
      return Types.VARCHAR;
    }
  }

  static boolean isRetryable(SQLException e) {
    return anyState(e, RETRY);
  }

  static boolean isUnique(SQLException e) {
    return anyState(e, Set.of(UNIQUE));
  }

  static boolean isFull(SQLException e) {
    return anyState(e, FULL);
  }

  private static boolean anyState(SQLException e, Set<String> states) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SQLException s && hasState(s, states)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasState(SQLException first, Set<String> states) {
    for (@Nullable SQLException e = first; e != null; e = e.getNextException()) {
      if (e.getSQLState() != null && states.contains(e.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
