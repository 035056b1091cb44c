package org.quillbox.base.text;

import java.util.Optional;

/**
 * Answers the shortcodes that need more than their own text: pictures, players, galleries, other entries. Asked
 * for rules of the kinds block and include only.
 */
@FunctionalInterface
public interface ShortcodeExpander {
  /** Knows nothing and declines everything. */
  ShortcodeExpander NONE = call -> Expansion.DECLINED;

  /** The answer to one shortcode; {@link Expansion#DECLINED} leaves it to the text room. */
  Expansion expand(Call call);

  /** Whether an address is the site's own; only those and https ones become links. */
  default boolean owns(String url) {
    return false;
  }

  /**
   * One shortcode met in a text.
   *
   * @param name lower case, as written
   * @param rule what the data file says
   * @param inner its inside, already expanded; empty for a void one
   * @param source its inside as stored
   * @param enclosing whether it had a closing twin
   */
  record Call(
      String name,
      ShortcodeRule rule,
      ShortcodeAttributes attributes,
      String inner,
      String source,
      boolean enclosing) {
    /** The block the rule names: {@code gallery}, {@code caption}, {@code embed}… */
    public String target() {
      return rule.target();
    }

    /** The address it is about, from its attributes, its place or its inside; a template of the rule fills ids. */
    public Optional<String> url() {
      return Addresses.of(attributes, source, rule.template());
    }
  }
}
