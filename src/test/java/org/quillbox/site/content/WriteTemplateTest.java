package org.quillbox.site.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.quillbox.base.console.Choice;
import org.quillbox.base.console.Field;
import org.quillbox.base.console.FormState;
import org.quillbox.base.console.Link;
import org.quillbox.base.console.ListTable;
import org.quillbox.base.console.Notice;
import org.quillbox.base.console.Page;
import org.quillbox.base.console.Row;
import org.quillbox.base.console.Screens;
import org.quillbox.base.console.Status;
import org.quillbox.base.console.Tab;

class WriteTemplateTest {
  private static final FormState TYPED =
      FormState.blank()
          .with("title", "The Open Source AI Movement: Who <Really> Benefits?")
          .with(
              "content",
              "\nI’m broadly pro-open-source. The ability of researchers, startups, and individuals to access, inspect, modify, and deploy powerful models has produced genuine benefits.\n\n## The Benefits Are Real\n\nOpen release changed the economics for everyone outside the frontier labs.\n")
          .with("slug", "open-source-ai-who-benefits")
          .with("category", List.of("4", "9"))
          .with("tags", "Opinion, Technology & Society")
          .with("date", "2026-12-01 09:00")
          .with("format", "markdown");

  private static WritingDesk desk(FormState state, List<Notice> notices, boolean later) {
    return new WritingDesk(
        "Editing a post",
        "/console/posts/12",
        Link.to("Posts", "/console/posts"),
        new Status(Status.Square.EMPTY, "Draft"),
        "Draft, saved 14:03",
        "",
        "3",
        "b5e0",
        List.of(
            Choice.of("save", "Save draft"), Choice.of("publish", later ? "Schedule" : "Publish")),
        notices,
        Field.text("title", "Title").filled(state),
        Field.radios(
                "format",
                "Write in",
                List.of(Choice.of("markdown", "Markdown"), Choice.of("html", "HTML")))
            .filled(state),
        "A line of its own for each paragraph; ## for a heading.",
        Field.text("content", "Text").filled(state),
        new WritingDesk.Sentence(
            "Publish",
            List.of(
                Choice.of("now", "now").chosen(!later),
                Choice.of("at", "at a set time").chosen(later)),
            List.of(
                Choice.of("all", "everyone").chosen(true),
                Choice.of("password", "those with the password"),
                Choice.of("private", "people who work on this site"))),
        Field.text("date", "Date and time")
            .hint("Year-month-day hour:minute, in the site’s time zone (Oslo).")
            .look("mono")
            .filled(state),
        Field.text("password", "Password for readers").filled(state),
        List.of(
            Field.text("slug", "Address").hint("/2026/11/").look("mono").filled(state),
            Field.checks(
                    "category",
                    "Categories",
                    List.of(
                        Choice.of("4", "Artificial Intelligence"),
                        Choice.at(1, "5", "Open source"),
                        Choice.of("9", "Home server"),
                        Choice.of("10", "Letters"),
                        Choice.of("11", "Places"),
                        Choice.of("12", "Reading"),
                        Choice.of("13", "Technology & Society")))
                .filled(state),
            Field.text("tags", "Tags").hint("Separated by commas.").filled(state),
            Field.area("excerpt", "Excerpt", 3)
                .hint("Left empty, the first 55 words are used.")
                .filled(state),
            Field.check("sticky", "Keep at the top of the front page").filled(state)),
        true,
        false);
  }

  private static String render(WritingDesk desk) {
    return Screens.SHELL.desk(
        Screens.OWNER,
        "The Open Source AI Movement",
        "org/quillbox/site/content/write.vm",
        Map.of("desk", desk));
  }

  @Test
  void theManuscriptComesBackAsTyped() {
    Document page = Jsoup.parse(Screens.keep("write", render(desk(TYPED, List.of(), false))));
    assertEquals(TYPED.value("content"), page.getElementById("f-content").wholeText());
    assertEquals(TYPED.value("title"), page.getElementById("f-title").wholeText());
    assertEquals("3", page.selectFirst("[name=version]").attr("value"));
    assertEquals("b5e0", page.selectFirst("[name=_ticket]").attr("value"));
    assertEquals(List.of("4", "9"), page.select("[name=category][checked]").eachAttr("value"));
    assertEquals(1, page.select(".btn.primary").size(), "one next step");
    assertEquals(1, page.select("h1").size());
  }

  @Test
  void aRefusedManuscriptNamesTheField() {
    FormState refused =
        TYPED
            .with("date", "31 Feb")
            .problem("date", "There is no such day. Write it like 2026-12-01 09:00");
    Document page =
        Jsoup.parse(
            Screens.keep(
                "write-refused",
                render(
                    desk(
                        refused,
                        List.of(
                            Notice.refused(
                                "Not scheduled. The draft is as it was, and what you typed is below.",
                                refused,
                                List.of(Field.text("date", "Date and time")))),
                        true))));
    assertEquals("31 Feb", page.getElementById("f-date").attr("value"));
    assertEquals("true", page.getElementById("f-date").attr("aria-invalid"));
    assertEquals("#f-date", page.selectFirst("[role=alert] a").attr("href"));
    assertEquals("Schedule", page.selectFirst(".btn.primary").text());
  }

  @Test
  void pagesNestAsTheirAddressesDo() {
    List<PageNode> nodes =
        PageNode.nest(
            List.of(
                at("About", "/about/", 0),
                at("Essays", "/about/essays/", 1),
                at("Reading group", "/about/reading-group/", 1),
                at("House rules", "/about/reading-group/house-rules/", 2),
                at("Privacy", "/privacy/", 0),
                at("Orphan", "/orphan/", 3)));
    Document page =
        Jsoup.parse(
            Screens.keep(
                "pages",
                Screens.SHELL.page(
                    Screens.OWNER,
                    Page.of("Pages", "/console/pages")
                        .actions(Link.primary("New page", "/console/pages/new", "plus")),
                    "org/quillbox/site/content/page-tree.vm",
                    Map.of(
                        "tabs",
                        List.of(
                            Tab.counted("All", "/console/pages", 6, true),
                            Tab.counted("Drafts", "?view=draft", 0, false)),
                        "search",
                        new ListTable.Search(
                            "/console/pages", "", "Search titles and text", List.of()),
                        "empty",
                        new ListTable.Empty(
                            "No pages yet.",
                            "A page stands outside the stream: About, Contact.",
                            null),
                        "nodes",
                        nodes))));
    assertEquals(2, page.select(".tree > li").size());
    assertEquals("House rules", page.selectFirst(".tree > li > ol > li > ol > li .t").text());
    assertEquals("Orphan", page.select(".tree .t").last().text());
    assertTrue(page.select(".tree > li:nth-child(2) > ol > li .t").eachText().contains("Orphan"));
  }

  private static PageNode.At at(String title, String address, int depth) {
    return new PageNode.At(
        new Row(
            title,
            title,
            "/console/pages/7",
            List.of(),
            new Status(Status.Square.FULL, "Published"),
            List.of(),
            "Nov 2",
            List.of(Link.to("View", address))),
        address,
        depth);
  }
}
