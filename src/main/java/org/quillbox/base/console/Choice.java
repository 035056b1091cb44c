package org.quillbox.base.console;

/**
 * One thing to choose.
 *
 * @param value what is sent
 * @param label what is shown
 * @param hint a grey line under it; may be empty
 * @param depth indentation in a tree, from 0
 * @param chosen true when it is chosen now
 */
public record Choice(String value, String label, String hint, int depth, boolean chosen) {
  public static Choice of(String value, String label) {
    return new Choice(value, label, "", 0, false);
  }

  /** A choice with a line of explanation. */
  public static Choice of(String value, String label, String hint) {
    return new Choice(value, label, hint, 0, false);
  }

  /** A choice inside a tree. */
  public static Choice at(int depth, String value, String label) {
    return new Choice(value, label, "", depth, false);
  }

  /** The same, chosen or not. */
  public Choice chosen(boolean now) {
    return new Choice(value, label, hint, depth, now);
  }

  /** Indentation class; deeper than three stays at three. */
  public String css() {
    return "d" + Math.min(depth, 3);
  }
}
