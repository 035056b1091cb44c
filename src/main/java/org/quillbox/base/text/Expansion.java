package org.quillbox.base.text;

/** What a shortcode becomes. */
public sealed interface Expansion {
  /** Markup of block level; a paragraph around it is split. */
  record Flow(String html) implements Expansion {}

  /** Markup inside running text. */
  record Inline(String html) implements Expansion {}

  /** Its inside stays, the brackets go. */
  record Unwrapped() implements Expansion {}

  /** Nothing for readers. */
  record Nothing() implements Expansion {}

  /** The caller has no answer; this room's own one is taken. */
  record Declined() implements Expansion {}

  Expansion UNWRAPPED = new Unwrapped();
  Expansion NOTHING = new Nothing();
  Expansion DECLINED = new Declined();
}
