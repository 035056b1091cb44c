package org.quillbox.base.console;

/**
 * A word that leads somewhere.
 *
 * @param label what is shown; a button-like link names its result
 * @param href path on this box, or a fragment of the same page
 * @param icon id in the sprite {@code console/icons.svg}, or empty
 * @param primary true for the one next step of a view
 */
public record Link(String label, String href, String icon, boolean primary) {
  /** A plain link. */
  public static Link to(String label, String href) {
    return new Link(label, href, "", false);
  }

  /** The next step of a view. */
  public static Link primary(String label, String href, String icon) {
    return new Link(label, href, icon, true);
  }
}
