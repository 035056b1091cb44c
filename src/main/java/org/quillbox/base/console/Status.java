package org.quillbox.base.console;

import java.util.Locale;

/**
 * The state of a thing: the filling of one square, and always the word.
 *
 * @param square filling
 * @param word what the filling says, for everybody
 */
public record Status(Square square, String word) {
  /** Fillings of the square. */
  public enum Square {
    /** Published, done. */
    FULL,
    /** Scheduled, running. */
    HALF,
    /** Draft, to do. */
    EMPTY,
    /** Waits for somebody's review. */
    DASHED,
    /** Private. */
    DOTTED,
    /** In the trash. */
    CROSSED,
    /** Failed. */
    FAILED,
    /** Late. */
    LATE
  }

  /** Class of the square. */
  public String css() {
    return "st " + square.name().toLowerCase(Locale.ROOT);
  }
}
