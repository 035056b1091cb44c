package org.quillbox.base.console;

/**
 * One view of a list, or one page of settings.
 *
 * @param label its name
 * @param href where it is
 * @param count members, as shown; empty for none
 * @param current true for the one that is open
 */
public record Tab(String label, String href, String count, boolean current) {
  /** A tab with a count. */
  public static Tab counted(String label, String href, int count, boolean current) {
    return new Tab(label, href, Integer.toString(count), current);
  }

  public static Tab of(String label, String href, boolean current) {
    return new Tab(label, href, "", current);
  }
}
