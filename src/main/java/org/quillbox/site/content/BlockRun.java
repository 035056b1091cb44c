package org.quillbox.site.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Autop;
import org.quillbox.base.text.Block;
import org.quillbox.base.text.Harvest;
import org.quillbox.base.text.PlainText;

/**
 * A tree of blocks as HTML, not sanitised. Static blocks keep what was saved in them and get the classes that
 * WordPress adds when it shows them; those that are made of what the site holds are asked one by one; of blocks
 * nobody knows the HTML is kept, or what can be read in their attributes.
 */
final class BlockRun {
  /** A block that is made when it is shown. */
  @FunctionalInterface
  interface Maker {
    /**
     * Its HTML.
     *
     * @param inner the HTML inside it, children rendered
     */
    String html(BodyRun run, Block.Node block, String inner);
  }

  private static final Map<String, Maker> MADE =
      Map.ofEntries(
          Map.entry("core/latest-posts", LatestPostsBlock::html),
          Map.entry("core/latest-comments", LatestCommentsBlock::html),
          Map.entry("core/categories", CategoriesBlock::html),
          Map.entry("core/tag-cloud", TagCloudBlock::html),
          Map.entry("core/archives", ArchivesBlock::html),
          Map.entry("core/search", SearchBlock::html),
          Map.entry("core/page-list", PageListBlock::html),
          Map.entry("core/calendar", CalendarBlock::html),
          Map.entry("core/block", BlockRun::reusable),
          Map.entry("core/embed", EmbedBlock::html),
          Map.entry("core/footnotes", FootnotesBlock::html),
          Map.entry("core/social-link", SocialLinkBlock::html),
          Map.entry("core/cover", CoverBlock::html),
          Map.entry("core/more", (run, block, inner) -> ""),
          Map.entry("core/nextpage", (run, block, inner) -> ""),
          Map.entry("core/shortcode", (run, block, inner) -> BodyRun.classic(inner)),
          Map.entry("core/freeform", (run, block, inner) -> BodyRun.classic(inner)));

  private final BodyRun run;

  BlockRun(BodyRun run) {
    this.run = run;
  }

  /** A document: classic text between blocks gets its paragraphs. */
  String html(List<Block> document) {
    StringBuilder out = new StringBuilder();
    for (Block block : document) {
      switch (block) {
        case Block.Markup(String html, int _, int _) ->
            out.append(html.isBlank() ? "" : BodyRun.classic(html));
        case Block.Node node -> out.append(node(node).strip()).append('\n');
      }
    }
    return out.toString();
  }

  private String node(Block.Node node) {
    StringBuilder inner = new StringBuilder();
    for (Block block : node.inner()) {
      switch (block) {
        case Block.Markup(String html, int _, int _) -> inner.append(html);
        case Block.Node child -> inner.append(node(child));
      }
    }
    Maker maker = node.name().startsWith("core-embed/") ? EmbedBlock::html : MADE.get(node.name());
    if (maker != null) {
      return maker.html(run, node, inner.toString());
    }
    boolean core = node.name().startsWith("core/");
    if (core || isRead(inner)) {
      return BlockClasses.added(node, inner.toString());
    }
    return inner + harvested(node.attributes());
  }

  /** Whether there is anything for a reader in it: words, or something to look at. */
  private static boolean isRead(CharSequence html) {
    String markup = html.toString();
    return markup.contains("<img")
        || markup.contains("<hr")
        || markup.contains("<audio")
        || markup.contains("<video")
        || markup.contains("<qb-slot")
        || !PlainText.of(markup).isEmpty();
  }

  private static String reusable(BodyRun run, Block.Node block, String inner) {
    return run.include(block.attributes().path("ref").asLong()).orElse("");
  }

  private String harvested(ObjectNode attributes) {
    StringBuilder out = new StringBuilder();
    for (Harvest.Piece piece : Harvest.from(attributes)) {
      switch (piece) {
        case Harvest.Piece.Text(String html, boolean heading) -> {
          if (heading) {
            out.append("<h3 class=\"wp-block-heading\">").append(html).append("</h3>\n");
          } else {
            out.append(html.contains("<p") ? html : Autop.apply(html)).append('\n');
          }
        }
        case Harvest.Piece.Link(String url, String label) ->
            out.append("<p><a href=\"")
                .append(Html.escape(url))
                .append("\">")
                .append(Html.escape(label))
                .append("</a></p>\n");
        case Harvest.Piece.Picture picture -> out.append(picture(picture));
      }
    }
    return out.toString();
  }

  private String picture(Harvest.Piece.Picture picture) {
    String url = picture.url() != null ? picture.url() : run.media().address(picture.id());
    return url.isEmpty()
        ? ""
        : "<figure class=\"wp-block-image\"><img src=\""
            + Html.escape(url)
            + "\" alt=\""
            + Html.escape(picture.alt())
            + "\" /></figure>\n";
  }
}
