package org.quillbox.site.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.quillbox.base.console.Row;

/**
 * One page in the tree of pages, in reading order, with what the markup must open before it and close
 * after it.
 *
 * @param row title, state, date
 * @param address its path
 * @param opens true when it is the first below its parent
 * @param parent true when pages stand below it
 * @param closes one entry for each level that ends after it
 */
record PageNode(Row row, String address, boolean opens, boolean parent, List<String> closes) {
  PageNode {
    closes = List.copyOf(closes);
  }

  /** A page with its depth, from 0. */
  record At(Row row, String address, int depth) {}

  /** Turns pages in reading order into nodes. A page more than one level below the one before is moved up. */
  static List<PageNode> nest(List<At> pages) {
    List<PageNode> nodes = new ArrayList<>(pages.size());
    int depth = 0;
    for (int i = 0; i < pages.size(); i++) {
      int mine = i == 0 ? 0 : Math.min(pages.get(i).depth(), depth + 1);
      boolean opens = i > 0 && mine > depth;
      int next = i + 1 < pages.size() ? Math.min(pages.get(i + 1).depth(), mine + 1) : 0;
      nodes.add(
          new PageNode(
              pages.get(i).row(),
              pages.get(i).address(),
              opens,
              next > mine,
              Collections.nCopies(Math.max(0, mine - next), "")));
      depth = mine;
    }
    return List.copyOf(nodes);
  }
}
