package org.quillbox.site.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;

/** The newest comments of the site. No picture of their writers: it would be asked from somebody else. */
final class LatestCommentsBlock {
  private LatestCommentsBlock() {}

  static String html(BodyRun run, Block.Node block, String inner) {
    ObjectNode a = block.attributes();
    boolean dates = a.path("displayDate").asBoolean(true);
    boolean excerpts = a.path("displayExcerpt").asBoolean(true);
    int most = Math.clamp(a.path("commentsToShow").asInt(5), 1, 100);
    List<RecentComments.Recent> latest = run.parts().comments().latest(run.reads(), most);
    StringBuilder out = new StringBuilder();
    for (RecentComments.Recent comment : latest) {
      run.parts()
          .entries()
          .find(run.reads(), comment.entry())
          .filter(e -> !e.isProtected() && e.publishedLocal() != null)
          .ifPresent(e -> item(run, comment, e, dates, excerpts, out));
    }
    if (out.isEmpty()) {
      return run.slot(
          "<p class=\""
              + BlockClasses.of(block, "wp-block-latest-comments", "no-comments")
              + "\">No comments to show.</p>\n");
    }
    String classes =
        BlockClasses.of(
            block,
            "wp-block-latest-comments",
            dates ? "has-dates" : "",
            excerpts ? "has-excerpts" : "");
    return run.slot("<ol class=\"" + classes + "\">" + out + "</ol>\n");
  }

  private static void item(
      BodyRun run,
      RecentComments.Recent comment,
      Entry entry,
      boolean dates,
      boolean excerpts,
      StringBuilder out) {
    out.append(
            "<li class=\"wp-block-latest-comments__comment\"><article><footer class=\"wp-block-latest-comments__comment-meta\">")
        .append("<span class=\"wp-block-latest-comments__comment-author\">")
        .append(Html.escape(comment.author().isBlank() ? "Anonymous" : comment.author()))
        .append("</span> on <a class=\"wp-block-latest-comments__comment-link\" href=\"")
        .append(Html.escape(run.address(entry)))
        .append("#comment-")
        .append(comment.id())
        .append("\">")
        .append(Html.escape(run.title(entry)))
        .append("</a>");
    if (dates) {
      out.append("<time datetime=\"")
          .append(comment.at().toLocalDate())
          .append("\" class=\"wp-block-latest-comments__comment-date\">")
          .append(Html.escape(run.parts().date(run.reads(), comment.at())))
          .append("</time>");
    }
    out.append("</footer>");
    if (excerpts && !comment.words().isBlank()) {
      out.append("<div class=\"wp-block-latest-comments__comment-excerpt\"><p>")
          .append(Html.escape(comment.words()))
          .append("</p></div>");
    }
    out.append("</article></li>");
  }
}
