package org.quillbox.base.console;

import java.util.List;

/**
 * One line of a list; on a phone the title, and below it state and date.
 *
 * @param id what a ticked box sends
 * @param title plain text, never empty: a thing without a title says so
 * @param href where the title leads; empty when nowhere
 * @param badges facts, such as Sticky
 * @param state its square
 * @param cells the columns between state and date
 * @param when the date as shown
 * @param links small actions under the title
 */
public record Row(
    String id,
    String title,
    String href,
    List<String> badges,
    Status state,
    List<String> cells,
    String when,
    List<Link> links) {
  public Row {
    badges = List.copyOf(badges);
    cells = List.copyOf(cells);
    links = List.copyOf(links);
  }
}
