package org.quillbox.door.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Counts facts of a real export that is not part of the project; says so when it is not there. */
class WxrRealExportTest {

  @Test
  void every_item_comment_and_term_of_a_real_export_is_counted() throws IOException {
    Optional<Path> file = WxrFiles.realExport();
    if (file.isEmpty()) {
      System.out.println("NOT RUN: the real export is not beside the project (-Dquillbox.data)");
    }
    Assumptions.assumeTrue(file.isPresent(), "NOT RUN: no real export");
    List<WxrPart> parts;
    try (InputStream in = Files.newInputStream(file.get())) {
      parts = WxrFiles.read(in);
    }
    List<WxrPart.Item> items = WxrFiles.only(WxrPart.Item.class, parts);
    assertEquals(186, items.size());
    assertEquals(
        Map.of("post", 58L, "page", 21L, "attachment", 37L, "nav_menu_item", 70L),
        items.stream().collect(Collectors.groupingBy(WxrPart.Item::type, Collectors.counting())));
    Set<String> seen = new HashSet<>();
    ImportReport report = new ImportReport();
    Visibility visibility = new Visibility();
    for (WxrPart.Item item : items) {
      boolean first = seen.add(item.identity());
      report.item(
          item,
          first ? ImportReport.Outcome.TAKEN : ImportReport.Outcome.DUPLICATE,
          first ? "" : "stands twice in the file");
      Visibility.Verdict verdict = visibility.decide(item, false, Set.of());
      assertEquals(!item.type().equals("nav_menu_item"), verdict.open(), item.title());
      assertTrue(!item.local().wrong() && !item.gmt().wrong(), item.local().raw());
    }
    assertEquals(new ImportReport.TypeCount("all", 168, 18, 0), report.total());
    assertEquals(
        new ImportReport.TypeCount("nav_menu_item", 52, 18, 0),
        report.types().stream().filter(t -> t.type().equals("nav_menu_item")).findFirst().get());
    assertEquals(33, items.stream().mapToLong(i -> i.comments().size()).sum());
    assertEquals(2, WxrFiles.only(WxrPart.Author.class, parts).size());
    assertEquals(68, WxrFiles.only(WxrPart.Category.class, parts).size());
    assertEquals(110, WxrFiles.only(WxrPart.Tag.class, parts).size());
    assertEquals(7, WxrFiles.only(WxrPart.Term.class, parts).size());
  }
}
