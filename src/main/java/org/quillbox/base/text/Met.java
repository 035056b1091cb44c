package org.quillbox.base.text;

/**
 * One construct of a plugin found in a text, for the report by construct.
 *
 * @param name the shortcode's, lower case
 * @param origin the plugin, {@code unknown} for a name no rule knows
 * @param outcome what readers see instead
 * @param example its opening tag as it stands, shortened
 */
public record Met(String name, String origin, Outcome outcome, String example) {
  /** What became of it. */
  public enum Outcome {
    BLOCK,
    UNWRAPPED,
    DROPPED,
    LINK,
    TEXT,
    INCLUDED,
    /** Hidden; the report puts these first, with one click to show them. */
    GUARDED,
    DECODED,
    /** Nothing is shown. */
    NOTE,
    /** A bare unknown word alone in its paragraph: still shown. */
    SHOWN
  }

  /** The origin of names no rule knows. */
  public static final String UNKNOWN = "unknown";
}
