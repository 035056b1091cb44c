package org.quillbox.site.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.kernel.Slice;
import org.quillbox.base.text.Block;
import org.quillbox.base.text.Excerpts;
import org.quillbox.base.text.PagedText;
import org.quillbox.site.people.Person;

/** A list of posts: newest or oldest first, or by title; of all, of a category, of an author. */
final class LatestPostsBlock {
  private static final int MOST = 100;

  /** How many of the newest posts are looked at when they are to be sorted by title. */
  private static final int SORTED = 500;

  private LatestPostsBlock() {}

  static String html(BodyRun run, Block.Node block, String inner) {
    ObjectNode a = block.attributes();
    List<Entry> posts = posts(run, a);
    if (posts.isEmpty()) {
      return "";
    }
    boolean grid = a.path("postLayout").asText().equals("grid");
    int columns = Math.clamp(a.path("columns").asInt(3), 1, 6);
    StringBuilder out =
        new StringBuilder("<ul class=\"")
            .append(
                BlockClasses.of(
                    block,
                    "wp-block-latest-posts",
                    "wp-block-latest-posts__list",
                    grid ? "is-grid" : "",
                    grid ? "columns-" + columns : "",
                    a.path("displayPostDate").asBoolean() ? "has-dates" : "",
                    a.path("displayAuthor").asBoolean() ? "has-author" : ""))
            .append("\">");
    for (Entry post : posts) {
      out.append("<li>");
      item(run, a, post, out);
      out.append("</li>");
    }
    return run.slot(out.append("</ul>\n").toString());
  }

  private static List<Entry> posts(BodyRun run, ObjectNode a) {
    int most = Math.clamp(a.path("postsToShow").asInt(5), 1, MOST);
    boolean byTitle = a.path("orderBy").asText().equals("title");
    boolean oldest = a.path("order").asText().equals("asc");
    Scope scope = scope(a);
    Catalogue catalogue = run.parts().catalogue();
    int size = byTitle ? SORTED : most;
    Slice<Long> ids = catalogue.posts(run.reads(), scope, 1, size);
    if (oldest && !byTitle && ids.pages() > 1) {
      List<Long> last = new ArrayList<>();
      for (int page = Math.max(1, ids.pages() - 1); page <= ids.pages(); page++) {
        last.addAll(catalogue.posts(run.reads(), scope, page, size).items());
      }
      List<Long> wanted = last.subList(Math.max(0, last.size() - most), last.size());
      return run.parts().entries().list(run.reads(), List.copyOf(wanted)).reversed();
    }
    List<Entry> posts = run.parts().entries().list(run.reads(), ids.items());
    if (byTitle) {
      Collator words = Collator.getInstance(run.parts().settings().locale(run.reads()));
      Comparator<Entry> order = Comparator.comparing(run::title, words);
      return posts.stream().sorted(oldest ? order : order.reversed()).limit(most).toList();
    }
    return oldest ? posts.reversed() : posts;
  }

  /** The first category or the author that is named; older versions wrote the id alone, as a string. */
  private static Scope scope(ObjectNode a) {
    JsonNode categories = a.path("categories");
    long term = categories.isArray() ? categories.path(0).path("id").asLong() : categories.asLong();
    if (term > 0) {
      return new Scope.Term(term);
    }
    long author = a.path("selectedAuthor").asLong();
    return author > 0 ? new Scope.Author(author) : new Scope.All();
  }

  private static void item(BodyRun run, ObjectNode a, Entry post, StringBuilder out) {
    String address = Html.escape(run.address(post));
    if (a.path("displayFeaturedImage").asBoolean()) {
      String image = run.media().featured(post);
      if (!image.isEmpty()) {
        out.append("<div class=\"wp-block-latest-posts__featured-image\"><img src=\"")
            .append(Html.escape(image))
            .append("\" alt=\"\"></div>");
      }
    }
    out.append("<a class=\"wp-block-latest-posts__post-title\" href=\"")
        .append(address)
        .append("\">")
        .append(Html.escape(run.title(post)))
        .append("</a>");
    if (a.path("displayAuthor").asBoolean()) {
      run.parts()
          .people()
          .find(run.reads(), post.author())
          .map(Person::displayName)
          .ifPresent(name ->
              out.append("<div class=\"wp-block-latest-posts__post-author\">by ")
                  .append(Html.escape(name))
                  .append("</div>"));
    }
    if (a.path("displayPostDate").asBoolean()) {
      out.append("<time datetime=\"")
          .append(post.local().toLocalDate())
          .append("\" class=\"wp-block-latest-posts__post-date\">")
          .append(Html.escape(run.parts().date(run.reads(), post.local())))
          .append("</time>");
    }
    if (a.path("displayPostContent").asBoolean() && !post.isProtected()) {
      out.append("<div class=\"wp-block-latest-posts__post-excerpt\">")
          .append(Html.escape(words(run, a, post)))
          .append("</div>");
    }
  }

  private static String words(BodyRun run, ObjectNode a, Entry post) {
    Body body = run.parts().entries().body(run.reads(), post);
    boolean whole = a.path("displayPostContentRadio").asText().equals("full_post");
    int most = whole ? 2_000 : Math.clamp(a.path("excerptLength").asInt(55), 10, 100);
    String text = body.excerpt().isBlank() || whole ? body.content() : body.excerpt();
    return Excerpts.of(PagedText.more(run.selected(text)).teaser(), most);
  }
}
