package org.quillbox.door.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportReportTest {

  private static ImportReport report(String file) {
    ImportReport report = new ImportReport();
    Visibility visibility = new Visibility();
    Set<String> seen = new HashSet<>();
    for (WxrPart part : WxrFiles.read(WxrFiles.bytes(file))) {
      switch (part) {
        case WxrPart.Item item -> {
          boolean first = seen.add(item.identity());
          if (item.local().wrong() && item.gmt().absent()) {
            report.item(item, ImportReport.Outcome.REFUSED, "has no date that can be read");
          } else {
            report.item(
                item,
                first ? ImportReport.Outcome.TAKEN : ImportReport.Outcome.DUPLICATE,
                first ? "" : "stands twice in the file");
          }
          Visibility.Verdict verdict = visibility.decide(item, false, Set.of(213L, 214L));
          report.verdict(item, verdict, visibility.readersSee(item.type(), verdict.open()));
          report.count("comments", item.comments().size());
        }
        case WxrPart.Tag tag ->
            TagNames.suspicious(tag.name())
                .ifPresent(
                    why -> report.note(ImportReport.NoteKind.SUSPICIOUS_TAG, tag.name(), why));
        case WxrPart.Author a -> report.author(a.login(), Logins.normalise(a.login()), "x", true);
        case WxrPart.Site _, WxrPart.Category _, WxrPart.Term _ -> report.count("others", 1);
      }
    }
    return report;
  }

  @Test
  void the_numbers_add_up_by_type_and_in_all() {
    ImportReport report = report("mill-house.xml");
    assertEquals(new ImportReport.TypeCount("all", 20, 1, 1), report.total());
    assertEquals(22, report.total().read());
    assertEquals(
        report.total().read(),
        report.types().stream().mapToLong(ImportReport.TypeCount::read).sum());
    assertEquals(22, report.items().size());
    assertEquals(4, report.noteCount(ImportReport.NoteKind.SUSPICIOUS_TAG));
  }

  @Test
  void a_construct_is_told_once_with_its_count_and_three_examples_and_guards_stand_first() {
    ImportReport report = new ImportReport();
    for (int i = 1; i <= 5; i++) {
      report.construct("slider", "A plugin", ImportReport.Kind.SHORTCODE, false, "a link", "P" + i);
    }
    report.construct("members", "B", ImportReport.Kind.SHORTCODE, true, "nothing", "Q");
    assertEquals(
        List.of(
            new ImportReport.Construct(
                "members", "B", ImportReport.Kind.SHORTCODE, true, 1, List.of("Q"), "nothing"),
            new ImportReport.Construct(
                "slider",
                "A plugin",
                ImportReport.Kind.SHORTCODE,
                false,
                5,
                List.of("P1", "P2", "P3"),
                "a link")),
        report.constructs());
  }

  @Test
  void restricted_entries_and_private_types_are_listed() {
    ImportReport report = report("rowing-club.xml");
    assertEquals(
        List.of(
            "Minutes",
            "Fees",
            "Boat list",
            "Statutes file",
            "Board forum",
            "Board sub forum",
            "Who rows"),
        report.notes(ImportReport.NoteKind.RESTRICTED).stream()
            .map(ImportReport.Note::subject)
            .toList());
    assertEquals(
        List.of(
            "memberpressrule",
            "flamingo_inbound",
            "newsletter_subscriber",
            "wpcf7_contact_form",
            "feedback",
            "dlm_download"),
        report.notes(ImportReport.NoteKind.PRIVATE_TYPE).stream()
            .map(ImportReport.Note::subject)
            .toList());
  }

  @Test
  void text_and_json_tell_the_same() throws JsonProcessingException {
    ImportReport report = report("mill-house.xml");
    report.note(ImportReport.NoteKind.MISSING_FILE, "2024/03/wheel.jpg", "");
    String text = ReportPrint.text(report);
    assertTrue(text.lines().anyMatch(l -> l.matches("all +22 +20 +1 +1")), text);
    assertTrue(text.contains("Date out of range: has no date that can be read"), text);
    assertTrue(text.contains("https://spam.example/x: is an address"), text);
    assertTrue(text.contains("José Núñez, here Jose Nunez: new"), text);
    JsonNode json = new ObjectMapper().readTree(ReportPrint.json(report));
    assertEquals(20, json.at("/total/taken").asInt());
    assertEquals(22, json.at("/items").size());
    assertEquals(0, json.at("/items_not_listed").asInt());
    assertEquals("duplicate", json.at("/items/14/outcome").asText());
    assertEquals(4, json.at("/suspicious_tag/count").asInt());
    assertEquals("2024/03/wheel.jpg", json.at("/missing_file/lines/0/subject").asText());
    assertEquals("Jose Nunez", json.at("/authors/1/login").asText());
    assertEquals("nav_menu_item", json.at("/constructs/0/name").asText());
  }

  @Test
  void a_title_cannot_drive_the_terminal() {
    ImportReport report = new ImportReport();
    report.note(ImportReport.NoteKind.RESTRICTED, "a\u001b[2Jb\nc", "x");
    assertFalse(ReportPrint.text(report).contains("\u001b"));
  }

  @Test
  void a_list_that_is_full_still_makes_room_for_what_was_refused() {
    ImportReport report = new ImportReport();
    WxrPart.Item item = WxrFiles.item("post", "publish", "");
    for (int i = 0; i < ImportReport.LONGEST_LIST + 10; i++) {
      report.item(item, ImportReport.Outcome.TAKEN, "");
    }
    report.item(item, ImportReport.Outcome.REFUSED, "broken");
    assertEquals(ImportReport.LONGEST_LIST, report.items().size());
    assertEquals(ImportReport.Outcome.REFUSED, report.items().getLast().outcome());
    assertEquals(ImportReport.LONGEST_LIST + 11, report.total().read());
  }
}
