package org.quillbox.site.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quillbox.base.kernel.Html;

/**
 * A body as readers see it. Immutable, the same for everybody who may see the entry, without any host.
 *
 * @param pages the body cut at its page breaks; at least one
 * @param styleRules what was left of style attributes: class name to the whole rule, in order of names
 * @param teaser what stands before the more marker; empty without one
 * @param moreLabel what the author wrote into the marker; empty for the usual words
 * @param excerptText plain text: the excerpt written by hand, else the beginning of the body
 * @param headings of all pages, in order
 */
public record BodyHtml(
    List<Html> pages,
    Map<String, String> styleRules,
    Optional<Html> teaser,
    String moreLabel,
    String excerptText,
    List<Heading> headings) {

  /**
   * A heading of the body.
   *
   * @param id empty when it has none
   * @param level 1 to 6
   * @param page index of the page it stands on
   */
  public record Heading(String id, String text, int level, int page) {}

  public BodyHtml {
    pages = List.copyOf(pages);
    styleRules = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(styleRules));
    headings = List.copyOf(headings);
  }

  /** Characters it takes, for whoever keeps it. */
  public int weight() {
    int sum = excerptText.length() + teaser.map(t -> t.markup().length()).orElse(0);
    for (Html page : pages) {
      sum += page.markup().length();
    }
    for (Map.Entry<String, String> rule : styleRules.entrySet()) {
      sum += rule.getKey().length() + rule.getValue().length() + 50;
    }
    return 2 * sum + 100 * headings.size() + 200;
  }
}
