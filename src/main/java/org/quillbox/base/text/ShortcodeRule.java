package org.quillbox.base.text;

/**
 * What happens to one shortcode: a line of the data file.
 *
 * @param name as written in the file, without its marks; lower case
 * @param prefix whether it stands for every name that starts so
 * @param word whether the name is an ordinary word: then a bare {@code [name]} in running text is prose
 * @param argument a word of its kind's own, empty for none; see the head of the file
 * @param origin the plugin the report names
 */
public record ShortcodeRule(
    String name, boolean prefix, boolean word, Kind kind, String argument, String origin) {

  /** The kinds of rule. */
  public enum Kind {
    /** Becomes one of our blocks; the argument names it. */
    BLOCK,
    /** Its inside stays. */
    UNWRAP,
    /** Gone with its inside. */
    DROP,
    /** Its address, titled. */
    LINK,
    /** Prints one of its attributes. */
    TEXT,
    /** Another entry stands here. */
    INCLUDE,
    /** Its inside was for some readers only: hidden. */
    GUARD,
    /** Its inside is encoded HTML. */
    DECODE,
    /** Nothing for readers; the report says what stood here. */
    NOTE
  }

  /** First word of the argument: the block's name. */
  String target() {
    int space = argument.indexOf(' ');
    return space < 0 ? argument : argument.substring(0, space);
  }

  /** What follows the first word: an address with {@code %s}, or empty. */
  String template() {
    int space = argument.indexOf(' ');
    return space < 0 ? "" : argument.substring(space + 1);
  }

  /** Whether the inside is program text. */
  boolean raw() {
    return kind == Kind.DECODE
        || (kind == Kind.DROP && argument.equals("raw"))
        || (kind == Kind.BLOCK && target().equals("code"));
  }

  /** Whether it may stand inside itself, as page builders do and WordPress's own cannot. */
  boolean nests() {
    return prefix || kind == Kind.GUARD || kind == Kind.UNWRAP;
  }
}
