package org.quillbox.base.gates;

/**
 * What an XML document may hold before it is refused (security X1).
 *
 * @param depth elements inside each other
 * @param elements elements in all
 * @param attributes attributes of one element
 * @param name characters of a name
 * @param text characters of one text, attribute value or comment
 * @param skipsControls whether characters XML forbids (controls) are left out and counted
 *     instead of refused: real exports hold them, pasted into posts years ago
 */
public record XmlLimits(
    int depth, long elements, int attributes, int name, int text, boolean skipsControls) {
  private static final int MIB = 1024 * 1024;

  /** One call of the XML-RPC door. */
  public static XmlLimits call() {
    return new XmlLimits(100, 200_000, 100, 1024, 10 * MIB, false);
  }

  /** A file somebody brings: any length, forbidden characters are left out and reported by line. */
  public static XmlLimits file() {
    return new XmlLimits(100, Long.MAX_VALUE, 100, 1024, 10 * MIB, true);
  }
}
