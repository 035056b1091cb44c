package org.quillbox.site.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quillbox.base.console.FormState;
import org.quillbox.site.content.EntryForm.Deed;

class EntryFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date        | 31 Feb            | There is no such time. Write it like 2026-12-01 09:00.
          date        | 2026-02-30 09:00  | There is no such time. Write it like 2026-12-01 09:00.
          date        | ''                | Choose a day and a time, or publish now.
          categories  | abc               | Choose from the categories there are.
          parent      | -3                | Choose a page that is there, or none.
          menu_order  | 99999999999       | Write a whole number, such as 0 or 10.
          """)
  void anInvalidFieldIsNamedAndKeepsWhatWasTyped(String field, String typed, String sentence) {
    FormState sent =
        EntryForm.blank(EntryType.POST)
            .with("when", field.equals("date") ? "at" : "now")
            .with(field, typed);
    FormState checked = EntryForm.check(sent);
    assertEquals(sentence, checked.problemOf(field));
    assertEquals(typed, checked.value(field));
    assertEquals(1, checked.problems().size());
  }

  @Test
  void aPasswordMustBeWrittenWhenReadersNeedOne() {
    FormState checked = EntryForm.check(EntryForm.blank(EntryType.POST).with("to", "password"));
    assertEquals("Write the password, or choose everyone.", checked.problemOf("secret_word"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01 09:00, 2026-12-01T09:00",
    "2026-12-01T09:00, 2026-12-01T09:00",
    "' 2026-1-5 7:05:09 ', 2026-01-05T07:05:09"
  })
  void datesAreReadAsPeopleAndBrowsersWriteThem(String typed, String meant) {
    FormState state = EntryForm.blank(EntryType.POST).with("when", "at").with("date", typed);
    assertEquals(
        LocalDateTime.parse(meant),
        EntryForm.draft(state, EntryType.POST, Deed.PUBLISH, null, List.of()).date());
  }

  @ParameterizedTest
  @CsvSource({
    "save, , all, DRAFT",
    "publish, , all, PUBLISH",
    "publish, , private, PRIVATE",
    "review, , all, PENDING",
    "save, PUBLISH, all, PUBLISH",
    "save, PUBLISH, private, PRIVATE",
    "save, PRIVATE, all, PUBLISH",
    "save, PENDING, all, PENDING",
    "draft, PUBLISH, all, DRAFT",
    "nonsense, FUTURE, all, PUBLISH"
  })
  void aButtonDecidesWhereItGoes(String deed, EntryStatus before, String to, EntryStatus after) {
    FormState state = EntryForm.blank(EntryType.POST).with("to", to).with("do", deed);
    Entry stored = before == null ? null : entry(before, LocalDateTime.of(2026, 11, 24, 14, 3));
    assertEquals(
        after,
        EntryForm.draft(state, EntryType.POST, Deed.pressed(state), stored, List.of()).status());
  }

  @Test
  void savingAnUntouchedFormChangesNothing() {
    LocalDateTime at = LocalDateTime.of(2026, 11, 24, 14, 3, 59);
    Entry entry = entry(EntryStatus.PUBLISH, at);
    Body body =
        new Body(
            "<!-- wp:paragraph -->\n<p>Text</p>\n<!-- /wp:paragraph -->", "Short", Body.AUTHOR);
    FormState form = EntryForm.of(entry, body, List.of(4L, 9L), List.of("Opinion"));
    EntryDraft draft = EntryForm.draft(form, EntryType.POST, Deed.SAVE, entry, List.of(7L));
    assertEquals(body.content(), draft.content());
    assertEquals(at, draft.date());
    assertEquals(List.of(4L, 9L), draft.categories());
    assertEquals(entry.version(), draft.version());
    assertEquals(EntryStatus.PUBLISH, draft.status());
    assertTrue(EntryForm.check(form).problems().isEmpty());
  }

  @Test
  void markdownBecomesBlocksForTheDraftAndStaysMarkdownInTheForm() {
    FormState form = EntryForm.blank(EntryType.POST).with("content", "## Heading\n\nText");
    EntryDraft draft = EntryForm.draft(form, EntryType.POST, Deed.SAVE, null, List.of());
    assertTrue(draft.content().startsWith("<!-- wp:heading"), draft.content());
    assertEquals("## Heading\n\nText", EntryForm.check(form).value("content"));
    assertNull(draft.date());
  }

  @Test
  void tagsAreNamesBetweenCommas() {
    assertEquals(
        List.of("Opinion", "Technology & Society"),
        EntryForm.tags(
            FormState.blank().with("tags", " Opinion,, Technology & Society ,Opinion\n")));
  }

  private static Entry entry(EntryStatus status, LocalDateTime local) {
    return new Entry(
        12,
        EntryType.POST,
        status,
        "a-post",
        0,
        1,
        "A post",
        Instant.parse("2026-11-24T14:03:59Z"),
        local,
        Instant.parse("2026-11-24T14:03:59Z"),
        0,
        true,
        "standard",
        false,
        "",
        "urn:uuid:1",
        "",
        "",
        true,
        0,
        "",
        3);
  }
}
