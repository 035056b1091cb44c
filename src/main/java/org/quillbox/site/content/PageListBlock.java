package org.quillbox.site.content;

import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;

/** The tree of pages. */
final class PageListBlock {
  private static final int DEEPEST = 10;
  private static final int MOST = 500;

  private final BodyRun run;
  private int left = MOST;

  private PageListBlock(BodyRun run) {
    this.run = run;
  }

  static String html(BodyRun run, Block.Node block, String inner) {
    StringBuilder out = new StringBuilder();
    new PageListBlock(run).level(block.attributes().path("parentPageID").asLong(), 1, out);
    return out.isEmpty()
        ? ""
        : run.slot(
            "<ul class=\""
                + BlockClasses.of(block, "wp-block-page-list")
                + "\">"
                + out
                + "</ul>\n");
  }

  private void level(long parent, int depth, StringBuilder out) {
    for (Entry page : run.parts().entries().children(run.reads(), EntryType.PAGE, parent)) {
      if (!page.isPublic() || left-- <= 0) {
        continue;
      }
      StringBuilder below = new StringBuilder();
      if (depth < DEEPEST) {
        level(page.id(), depth + 1, below);
      }
      out.append("<li class=\"wp-block-pages-list__item")
          .append(below.isEmpty() ? "" : " has-child")
          .append("\"><a class=\"wp-block-pages-list__item__link\" href=\"")
          .append(Html.escape(run.address(page)))
          .append("\">")
          .append(Html.escape(run.title(page)))
          .append("</a>");
      if (!below.isEmpty()) {
        out.append("<ul class=\"wp-block-navigation__submenu-container\">")
            .append(below)
            .append("</ul>");
      }
      out.append("</li>");
    }
  }
}
