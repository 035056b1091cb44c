package org.quillbox.door.theme;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quillbox.base.http.Csp;

/**
 * The styles of a theme in parts. A part that names what it is for is sent only with pages that contain it,
 * so that a page without a table carries no styles for tables.
 */
final class StyleSheet {
  /**
   * One part.
   *
   * @param css minified
   * @param when texts of which the page must contain one; empty for always
   */
  record Part(String css, List<String> when) {
    Part {
      when = List.copyOf(when);
    }

    boolean isFor(String html) {
      return when.isEmpty() || when.stream().anyMatch(html::contains);
    }
  }

  /**
   * What goes into a page.
   *
   * @param css content of its style element
   * @param source its hash as a source expression of the policy
   */
  record Chosen(String css, String source) {
    static Chosen of(String css) {
      return new Chosen(css, Csp.hash(css));
    }
  }

  private final List<Part> parts;
  private final Map<BitSet, Chosen> known = new ConcurrentHashMap<>();

  StyleSheet(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** The parts for a page, and the rules that its texts brought along. */
  Chosen forPage(String html, String rules) {
    BitSet wanted = new BitSet(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      wanted.set(i, parts.get(i).isFor(html));
    }
    Chosen common = known.computeIfAbsent(wanted, this::joined);
    return rules.isEmpty() ? common : Chosen.of(common.css() + rules);
  }

  private Chosen joined(BitSet wanted) {
    StringBuilder css = new StringBuilder();
    wanted.stream().forEach(i -> css.append(parts.get(i).css()));
    return Chosen.of(css.toString());
  }
}
