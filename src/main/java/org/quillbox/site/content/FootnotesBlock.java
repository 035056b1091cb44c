package org.quillbox.site.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;

/** The footnotes of an entry: their text is kept in its meta, as JSON, their marks in the body. */
final class FootnotesBlock {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FootnotesBlock() {}

  static String html(BodyRun run, Block.Node block, String inner) {
    List<String> stored =
        run.parts().entries().meta(run.reads(), run.entry()).getOrDefault("footnotes", List.of());
    StringBuilder out = new StringBuilder();
    int number = 0;
    for (JsonNode note : notes(stored.isEmpty() ? "" : stored.getFirst())) {
      String id = Html.escape(note.path("id").asText());
      String content = note.path("content").asText();
      if (!id.isEmpty() && !content.isBlank()) {
        number++;
        out.append("<li id=\"")
            .append(id)
            .append("\">")
            .append(content)
            .append(" <a href=\"#")
            .append(id)
            .append("-link\" aria-label=\"Jump to footnote reference ")
            .append(number)
            .append("\">↩︎</a></li>");
      }
    }
    return out.isEmpty()
        ? ""
        : "<ol class=\"" + BlockClasses.of(block, "wp-block-footnotes") + "\">" + out + "</ol>\n";
  }

  private static JsonNode notes(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      // Not ours to mend; the marks in the body stay.
      return JSON.createArrayNode();
    }
  }
}
