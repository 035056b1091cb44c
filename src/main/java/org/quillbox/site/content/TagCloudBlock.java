package org.quillbox.site.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;
import org.quillbox.site.taxonomy.Term;

/** The tags most used, by name, in three sizes: sizes are classes, since no style attribute is let through. */
final class TagCloudBlock {
  private TagCloudBlock() {}

  private record Used(Term term, int posts) {}

  static String html(BodyRun run, Block.Node block, String inner) {
    ObjectNode a = block.attributes();
    int most = Math.clamp(a.path("numberOfTags").asInt(45), 1, 100);
    List<Used> used = new ArrayList<>();
    String taxonomy = a.path("taxonomy").asText().equals(Term.CATEGORY) ? Term.CATEGORY : Term.TAG;
    for (Term term : run.parts().terms().list(run.reads(), taxonomy)) {
      int posts = run.parts().catalogue().count(run.reads(), new Scope.Term(term.id()));
      if (posts > 0) {
        used.add(new Used(term, posts));
      }
    }
    List<Used> shown =
        used.stream().sorted(Comparator.comparingInt(Used::posts).reversed()).limit(most).toList();
    if (shown.isEmpty()) {
      return "";
    }
    int highest = shown.getFirst().posts();
    int lowest = shown.getLast().posts();
    StringBuilder out =
        new StringBuilder("<p class=\"")
            .append(BlockClasses.of(block, "wp-block-tag-cloud"))
            .append("\">");
    boolean counts = a.path("showTagCounts").asBoolean();
    used.retainAll(shown);
    for (Used one : used) {
      double share = highest == lowest ? 0.5 : (one.posts() - lowest) / (double) (highest - lowest);
      String size = share < 0.34 ? "small" : share < 0.67 ? "medium" : "large";
      out.append("<a href=\"")
          .append(Html.escape(run.parts().links().of(run.reads(), one.term())))
          .append("\" class=\"tag-cloud-link tag-link-")
          .append(one.term().id())
          .append(" has-")
          .append(size)
          .append("-font-size\">")
          .append(Html.escape(Titles.plain(one.term().name(), run.language())))
          .append(counts ? "<span class=\"tag-link-count\"> (" + one.posts() + ")</span>" : "")
          .append("</a>\n");
    }
    return run.slot(out.append("</p>\n").toString());
  }
}
