package org.quillbox.site.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;
import org.quillbox.base.view.PhpDate;
import org.quillbox.site.address.Addresses;

/** Months or years that have posts. Days and weeks are shown as months: nobody pages through a thousand lines. */
final class ArchivesBlock {
  private ArchivesBlock() {}

  static String html(BodyRun run, Block.Node block, String inner) {
    ObjectNode a = block.attributes();
    boolean counts = a.path("showPostCounts").asBoolean();
    Addresses addresses = run.parts().links().addresses(run.reads());
    StringBuilder out = new StringBuilder();
    if (a.path("type").asText().equals("yearly")) {
      Map<Integer, Integer> years = new LinkedHashMap<>();
      run.parts()
          .catalogue()
          .months(run.reads())
          .forEach(m -> years.merge(m.year(), m.posts(), Integer::sum));
      years.forEach((year, posts) ->
          item(addresses.year(year), Integer.toString(year), counts ? posts : 0, out));
    } else {
      Locale locale = run.parts().settings().locale(run.reads());
      for (Catalogue.MonthCount month : run.parts().catalogue().months(run.reads())) {
        String name =
            PhpDate.format(
                "F Y", LocalDate.of(month.year(), month.month(), 1).atStartOfDay(), locale);
        item(addresses.month(month.year(), month.month()), name, counts ? month.posts() : 0, out);
      }
    }
    if (out.isEmpty()) {
      return run.slot("<p class=\"wp-block-archives\">No archives to show.</p>\n");
    }
    String classes = BlockClasses.of(block, "wp-block-archives-list", "wp-block-archives");
    return run.slot("<ul class=\"" + classes + "\">" + out + "</ul>\n");
  }

  private static void item(String address, String name, int posts, StringBuilder out) {
    out.append("<li><a href=\"")
        .append(Html.escape(address))
        .append("\">")
        .append(Html.escape(name))
        .append("</a>")
        .append(posts > 0 ? " (" + posts + ")" : "")
        .append("</li>");
  }
}
