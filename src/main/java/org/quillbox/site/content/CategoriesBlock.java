package org.quillbox.site.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;
import org.quillbox.site.taxonomy.Term;

/** The categories of the site. A list also where WordPress writes a menu to drop down: that takes a script. */
final class CategoriesBlock {
  private static final int DEEPEST = 20;

  private final BodyRun run;
  private final List<Term> terms;
  private final boolean counts;
  private final boolean tree;
  private final boolean empty;

  private CategoriesBlock(BodyRun run, ObjectNode a, boolean tree) {
    this.run = run;
    this.terms =
        run.parts()
            .terms()
            .list(
                run.reads(),
                a.path("taxonomy").asText().equals(Term.TAG) ? Term.TAG : Term.CATEGORY);
    this.counts = a.path("showPostCounts").asBoolean();
    this.tree = tree;
    this.empty = a.path("showEmpty").asBoolean();
  }

  static String html(BodyRun run, Block.Node block, String inner) {
    ObjectNode a = block.attributes();
    boolean top = a.path("showOnlyTopLevel").asBoolean();
    CategoriesBlock work = new CategoriesBlock(run, a, a.path("showHierarchy").asBoolean() || top);
    StringBuilder out = new StringBuilder();
    work.level(0, top ? 1 : DEEPEST, out);
    if (out.isEmpty()) {
      return "";
    }
    String classes = BlockClasses.of(block, "wp-block-categories-list", "wp-block-categories");
    return run.slot("<ul class=\"" + classes + "\">" + out + "</ul>\n");
  }

  private void level(long parent, int depth, StringBuilder out) {
    for (Term term : terms) {
      if (tree && term.parent() != parent) {
        continue;
      }
      int posts = run.parts().catalogue().count(run.reads(), new Scope.Term(term.id()));
      if (posts == 0 && !empty) {
        continue;
      }
      out.append("<li class=\"cat-item cat-item-")
          .append(term.id())
          .append("\"><a href=\"")
          .append(Html.escape(run.parts().links().of(run.reads(), term)))
          .append("\">")
          .append(Html.escape(Titles.plain(term.name(), run.language())))
          .append("</a>")
          .append(counts ? " (" + posts + ")" : "");
      if (tree && depth > 1) {
        StringBuilder below = new StringBuilder();
        level(term.id(), depth - 1, below);
        if (!below.isEmpty()) {
          out.append("<ul class=\"children\">").append(below).append("</ul>");
        }
      }
      out.append("</li>");
    }
  }
}
