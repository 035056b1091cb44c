package org.quillbox.site.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;
import org.quillbox.base.text.PlainText;

/** The form that searches the site. */
final class SearchBlock {
  private SearchBlock() {}

  static String html(BodyRun run, Block.Node block, String inner) {
    ObjectNode a = block.attributes();
    String id = run.nextId("search");
    String label = words(a, "label", "Search");
    boolean labelled = a.path("showLabel").asBoolean(true);
    String position = a.path("buttonPosition").asText("button-outside");
    boolean button = !position.equals("no-button");
    String place = position.equals("button-inside") ? "inside" : "outside";
    StringBuilder out =
        new StringBuilder("<form role=\"search\" method=\"get\" action=\"/\" class=\"")
            .append(
                BlockClasses.of(
                    block,
                    "wp-block-search",
                    button ? "wp-block-search__button-" + place : "wp-block-search__no-button",
                    button ? "wp-block-search__text-button" : ""))
            .append("\"><label class=\"wp-block-search__label")
            .append(labelled ? "" : " screen-reader-text")
            .append("\" for=\"")
            .append(id)
            .append("\">")
            .append(Html.escape(label))
            .append("</label><div class=\"wp-block-search__inside-wrapper\">")
            .append("<input class=\"wp-block-search__input\" id=\"")
            .append(id)
            .append("\" placeholder=\"")
            .append(Html.escape(words(a, "placeholder", "")))
            .append("\" value=\"\" type=\"search\" name=\"s\" required>");
    if (button) {
      out.append("<button type=\"submit\" class=\"wp-block-search__button wp-element-button\">")
          .append(Html.escape(words(a, "buttonText", "Search")))
          .append("</button>");
    }
    return run.slot(out.append("</div></form>\n").toString());
  }

  private static String words(ObjectNode a, String key, String usual) {
    String words = PlainText.of(a.path(key).asText());
    return words.isEmpty() ? usual : words;
  }
}
