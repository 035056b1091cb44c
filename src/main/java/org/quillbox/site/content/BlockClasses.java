package org.quillbox.site.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;

/**
 * Classes of core blocks that WordPress does not save but adds when it shows them: names of older blocks, and
 * the layout of containers, which is in their attributes alone.
 */
final class BlockClasses {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,100}");
  private static final Map<String, String> NAMED =
      Map.of("core/heading", "wp-block-heading", "core/list", "wp-block-list");
  private static final Map<String, String> LAYOUTS =
      Map.of(
          "core/group", "flow",
          "core/columns", "flex",
          "core/column", "flow",
          "core/buttons", "flex",
          "core/gallery", "flex",
          "core/social-links", "flex",
          "core/quote", "flow",
          "core/query", "flow",
          "core/navigation", "flex");
  private static final Set<String> KINDS = Set.of("flow", "flex", "grid", "constrained");
  private static final Set<String> SIDES = Set.of("left", "center", "right", "space-between");
  private static final Set<String> ALIGNMENTS = Set.of("left", "center", "right", "wide", "full");

  private BlockClasses() {}

  /** The HTML of a static block with what is added to its outermost element. */
  static String added(Block.Node block, String html) {
    List<String> classes = new ArrayList<>();
    String named = NAMED.get(block.name());
    if (named != null) {
      classes.add(named);
    }
    String usual = LAYOUTS.get(block.name());
    if (usual != null) {
      layout(block, usual, classes);
    }
    return classes.isEmpty() ? html : withClasses(html, classes);
  }

  private static void layout(Block.Node block, String usual, List<String> classes) {
    JsonNode layout = block.attributes().path("layout");
    String written = layout.path("type").asText(usual).replace("default", "flow");
    String kind = KINDS.contains(written) ? written : usual;
    classes.add("is-layout-" + kind);
    classes.add("wp-block-" + block.name().substring(5) + "-is-layout-" + kind);
    if (kind.equals("flex")) {
      if (layout.path("orientation").asText().equals("vertical")) {
        classes.add("is-vertical");
      }
      if (layout.path("flexWrap").asText().equals("nowrap")) {
        classes.add("is-nowrap");
      }
      String side = layout.path("justifyContent").asText();
      if (SIDES.contains(side)) {
        classes.add("is-content-justification-" + side);
      }
    }
  }

  /** The markup with classes added to its first element; without an element it stays as it is. */
  static String withClasses(String html, List<String> classes) {
    int tag = html.indexOf('<');
    int end = tag < 0 ? -1 : tagEnd(html, tag);
    if (end < 0 || !Character.isLetter(html.charAt(tag + 1))) {
      return html;
    }
    String start = html.substring(tag, end);
    int at = start.indexOf(" class=\"");
    if (at >= 0) {
      int from = at + 8;
      int close = start.indexOf('"', from);
      Set<String> all =
          new LinkedHashSet<>(Arrays.asList(start.substring(from, close).strip().split("\\s+")));
      all.remove("");
      all.addAll(classes);
      String joined = String.join(" ", all);
      return html.substring(0, tag + from) + joined + html.substring(tag + close);
    }
    int name = tag + 1;
    while (name < end && Character.isLetterOrDigit(html.charAt(name))) {
      name++;
    }
    return html.substring(0, name)
        + " class=\""
        + String.join(" ", classes)
        + "\""
        + html.substring(name);
  }

  /** Index of the bracket that ends the tag, quotes respected; -1 for none. */
  private static int tagEnd(String html, int from) {
    char quote = 0;
    for (int i = from + 1; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i;
      }
    }
    return -1;
  }

  /** The value of the class attribute of a block we make: its own classes, alignment, the author's. */
  static String of(Block.Node block, String... own) {
    Set<String> all = new LinkedHashSet<>();
    for (String one : own) {
      if (!one.isEmpty()) {
        all.add(one);
      }
    }
    String align = block.attributes().path("align").asText();
    if (ALIGNMENTS.contains(align)) {
      all.add("align" + align);
    }
    for (String name : block.attributes().path("className").asText().split("\\s+")) {
      if (NAME.matcher(name).matches()) {
        all.add(name);
      }
    }
    return Html.escape(String.join(" ", all));
  }
}
