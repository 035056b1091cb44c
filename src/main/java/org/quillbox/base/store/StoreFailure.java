package org.quillbox.base.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A database error nobody at the keyboard can mend: a bug, or a broken machine. */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final @Nullable String state;

  StoreFailure(String message, SQLException cause) {
    super(message + " (" + cause.getSQLState() + ": " + cause.getMessage() + ")", cause);
    this.state = cause.getSQLState();
  }

  StoreFailure(String message) {
    super(message);
    this.state = null;
  }

  /** SQLSTATE of the cause, for tests and logs. */
  public @Nullable String state() {
    return state;
  }
}
