package org.quillbox.base.view;

/**
 * A template that was accepted could not be rendered: it named something its model does not have, or went
 * past a limit. The message names template and line. A theme's failure is answered by the built-in theme;
 * a console template's failure is a bug.
 */
public final class RenderFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RenderFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** For limits, which are found without an underlying failure. */
  RenderFailure(String message) {
    super(message);
  }

  /** The message; never null here. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
