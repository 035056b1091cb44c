package org.quillbox.site.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;

/** One link of a row of links to a person's other places. Names instead of pictures of brands. */
final class SocialLinkBlock {
  private SocialLinkBlock() {}

  static String html(BodyRun run, Block.Node block, String inner) {
    ObjectNode a = block.attributes();
    String url = a.path("url").asText();
    String service = a.path("service").asText().toLowerCase(Locale.ROOT);
    if (url.isBlank() || !service.matches("[a-z0-9-]{1,30}")) {
      return "";
    }
    String label = a.path("label").asText();
    return "<li class=\"wp-social-link wp-social-link-"
        + service
        + " "
        + BlockClasses.of(block, "wp-block-social-link")
        + "\"><a rel=\"me\" href=\""
        + Html.escape(url)
        + "\" class=\"wp-block-social-link-anchor\">"
        + Html.escape(label.isBlank() ? EmbedBlock.provider(service) : label)
        + "</a></li>";
  }
}
