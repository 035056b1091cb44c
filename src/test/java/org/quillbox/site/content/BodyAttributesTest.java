package org.quillbox.site.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quillbox.base.kernel.Html;

/** The table of attributes that survive, line by line, through the whole path of a body. */
class BodyAttributesTest {
  private static final Set<String> VOID = Set.of("img", "hr", "track", "br");
  private static final Map<String, String> LATER = Map.of("main", "div", "font", "span");

  @TempDir static Path folder;
  private static BodySite site;

  @BeforeAll
  static void open() {
    site = new BodySite(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  record Line(String block, String path, String attribute, String value, String outcome) {
    @Override
    public String toString() {
      return block + " " + path + " " + attribute + "=" + value;
    }
  }

  static Stream<Line> lines() {
    List<Line> all = new ArrayList<>();
    for (String line : BodySite.resource("body/attributes.tsv").split("\n")) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] c = line.split("\t", -1);
        all.add(new Line(c[0], c[1], c[2], c[3], c[4]));
      }
    }
    return all.stream();
  }

  @Test
  void each_static_core_block_has_lines() {
    assertTrue(lines().count() >= 200, "lines: " + lines().count());
    assertTrue(lines().map(Line::block).distinct().count() >= 26);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void an_attribute_fares_as_the_table_says(Line line) {
    List<String> path = List.of(line.path().split(">"));
    StringBuilder markup = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      String name = path.get(i).replace(":src", "");
      markup.append('<').append(name);
      if (path.get(i).endsWith(":src")) {
        markup.append(" src=\"https://p.example/file.mp4\"");
      }
      if (i == path.size() - 1) {
        markup
            .append(' ')
            .append(line.attribute())
            .append("=\"")
            .append(Html.escape(line.value()))
            .append('"');
      }
      markup.append('>');
    }
    markup.append("words");
    path.reversed().stream()
        .map(p -> p.replace(":src", ""))
        .filter(p -> !VOID.contains(p))
        .forEach(p -> markup.append("</").append(p).append('>'));
    String name = line.block().replace("core/", "");
    BodyHtml body =
        site.render("<!-- wp:" + name + " -->\n" + markup + "\n<!-- /wp:" + name + " -->");
    String html = body.pages().getFirst().markup();
    String last = path.getLast().replace(":src", "");
    Element found = Jsoup.parseBodyFragment(html).selectFirst(LATER.getOrDefault(last, last));
    assertEquals(line.outcome(), outcome(line, found, body, html), html + body.styleRules());
  }

  private static String outcome(Line line, Element found, BodyHtml body, String html) {
    if (line.attribute().equals("style") || line.outcome().startsWith("style ")) {
      return body.styleRules().isEmpty()
          ? "gone"
          : "style "
              + body.styleRules().values().iterator().next().replaceAll("^[^{]*\\{|\\}$", "");
    }
    if (found == null || !found.hasAttr(line.attribute())) {
      return "gone";
    }
    String now = found.attr(line.attribute());
    if (now.isEmpty()) {
      return "flag";
    }
    List<String> words = List.of(now.split(" "));
    boolean kept = now.equals(line.value()) || words.containsAll(List.of(line.value().split(" ")));
    return kept && !line.outcome().contains("&") ? "same" : Html.escape(now);
  }
}
