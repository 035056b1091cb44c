package org.quillbox.base.store;

import org.jspecify.annotations.Nullable;

/** The schema of the data and this jar do not fit together; the boot turns it into a named failure. */
public final class SchemaProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean tooNew;

  SchemaProblem(boolean tooNew, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.tooNew = tooNew;
  }

  /** What is wrong and what to do. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "The schema does not fit." : message;
  }

  /** True when a newer version wrote the data; false when a step failed. */
  public boolean isTooNew() {
    return tooNew;
  }
}
