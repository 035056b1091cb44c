package org.quillbox.site.content;

/**
 * The long text of an entry.
 *
 * @param content block markup or classic text, the bytes as they were given
 * @param excerpt written by hand; empty for none
 * @param policy which rules of sanitising apply: those of the role that saved it
 */
public record Body(String content, String excerpt, String policy) {
  /** The rules for authors and for imports. */
  public static final String AUTHOR = "post";
}
