package org.quillbox.base.console;

import java.util.List;
import org.quillbox.base.console.Status.Square;

/** Content for screens that are looked at. */
final class Fixtures {
  private Fixtures() {}

  static ListTable posts() {
    return new ListTable(
        "Posts, newest first",
        List.of(
            Tab.counted("All", "/console/posts", 268, true),
            Tab.counted("Published", "?view=publish", 251, false),
            Tab.counted("Drafts", "?view=draft", 9, false),
            Tab.counted("Scheduled", "?view=future", 2, false),
            Tab.counted("Needs review", "?view=pending", 1, false),
            Tab.counted("Private", "?view=private", 3, false),
            Tab.counted("Trash", "?view=trash", 2, false)),
        new ListTable.Search("/console/posts", "", "Search titles and text", List.of()),
        List.of(
            new ListTable.Column("Author", false, true),
            new ListTable.Column("Category", false, false),
            new ListTable.Column("Comments", true, false)),
        "Date",
        List.of(
            row(1, "The Quiet Half of the Router", Square.EMPTY, "Draft", "", "Edited 11:20"),
            row(2, "The December Letter", Square.HALF, "Scheduled", "", "Dec 1, 09:00"),
            row(3, "How We Count a Village", Square.DASHED, "Needs review", "", "Nov 23"),
            row(
                4,
                "The Open Source AI Movement: Who Really Benefits?",
                Square.FULL,
                "Published",
                "3",
                "Nov 24"),
            row(5, "House Rules for the Reading Group", Square.DOTTED, "Private", "", "Sep 14"),
            row(6, "(no title)", Square.CROSSED, "In trash", "", "Sep 2")),
        new ListTable.Pager(1, 25, 268, "", "?page=2"),
        new ListTable.Empty("No posts yet.", "Write the first one.", null),
        new ListTable.Bulk(
            "/console/posts",
            List.of(
                Choice.of("publish", "Publish"),
                Choice.of("draft", "Back to draft"),
                Choice.of("trash", "Move to trash"))));
  }

  private static Row row(
      int id, String title, Square square, String word, String comments, String when) {
    return new Row(
        Integer.toString(id),
        title,
        "/console/posts/" + id,
        id == 4 ? List.of("Sticky") : List.of(),
        new Status(square, word),
        List.of("Judith Marlow", "Home server", comments),
        when,
        List.of());
  }

  static Today today() {
    return new Today(
        List.of(
            new Today.Need(
                "5 comments are waiting",
                "The oldest has waited two days.",
                Link.to("Moderate", "/console/comments"),
                false)),
        List.of(
            new Today.Part(
                "Drafts",
                Link.to("All 9 drafts", "/console/posts?view=draft"),
                List.of(
                    new Today.Line(
                        "The Quiet Half of the Router", "#", null, "1,240 words, edited 11:20"),
                    new Today.Line(
                        "The December Letter",
                        "#",
                        new Status(Square.HALF, "Goes out Dec 1, 09:00"),
                        "980 words")),
                "No drafts."),
            new Today.Part("Waiting for review", null, List.of(), "Nothing is waiting.")),
        List.of(
            new DoorPage.Fact("Address", "192.168.1.22", true),
            new DoorPage.Fact("Version", "Quillbox 0.1.0", false)));
  }
}
