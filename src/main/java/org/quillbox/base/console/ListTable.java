package org.quillbox.base.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of things of one kind: tabs, search, rows, pages, and what can be done to many at once. It works
 * without a script: tabs and pages are links, the search is a form, ticked rows are sent by the buttons of
 * the bar at the foot.
 *
 * @param caption what is listed and in which order, for screen readers
 * @param tabs views of the list
 * @param search the search form; null for none
 * @param columns names of the columns between Status and Date
 * @param when name of the last column
 * @param rows this page
 * @param pager where this page stands; null when everything is on it
 * @param empty what is said instead of an empty table
 * @param bulk actions for ticked rows; null when there is nothing to tick
 */
public record ListTable(
    String caption,
    List<Tab> tabs,
    @Nullable Search search,
    List<Column> columns,
    String when,
    List<Row> rows,
    @Nullable Pager pager,
    Empty empty,
    @Nullable Bulk bulk) {
  public ListTable {
    tabs = List.copyOf(tabs);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Search within the list.
   *
   * @param action where it asks
   * @param query what was asked
   * @param label for whom the placeholder is not enough
   * @param keep what the search must not forget, such as the open tab
   */
  public record Search(String action, String query, String label, List<FormState.Hidden> keep) {
    public Search {
      keep = List.copyOf(keep);
    }
  }

  /**
   * A column that gives way on narrow screens.
   *
   * @param label its head
   * @param number true when it holds numbers, set to the end
   * @param first true when it gives way first
   */
  public record Column(String label, boolean number, boolean first) {
    /** Classes of its cells. */
    public String css() {
      return "extra" + (number ? " num" : "") + (first ? " less" : "");
    }
  }

  /**
   * Where a page stands.
   *
   * @param from number of its first row
   * @param to number of its last row
   * @param total rows on all pages
   * @param newer link to the page before; empty at the start
   * @param older link to the page after; empty at the end
   */
  public record Pager(int from, int to, int total, String newer, String older) {}

  /**
   * What an empty list says.
   *
   * @param headline what is not here
   * @param line how it comes, or why that is good
   * @param action the one action; null for none
   */
  public record Empty(String headline, String line, @Nullable Link action) {}

  /**
   * Actions for ticked rows.
   *
   * @param action where they are sent
   * @param deeds buttons: the value of {@code do} and the word
   */
  public record Bulk(String action, List<Choice> deeds) {
    public Bulk {
      deeds = List.copyOf(deeds);
    }
  }
}
