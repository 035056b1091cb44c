package org.quillbox.base.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Problem;

class KitTest {
  private static final String TYPED =
      "\n  a < b & \"c\" 'd' </textarea><script>x</script> $visit #end \u00e9\u4e16 \ud83d\ude00\r\nz ";

  @ParameterizedTest
  @ValueSource(strings = {"TEXT", "EMAIL", "AREA", "PASSWORD", "NUMBER"})
  void aRefusedFieldGivesBackEveryByte(String kind) {
    FormState state =
        FormState.blank().with("it", TYPED).problem("it", "Enter a number from 1 to 99");
    Field field =
        switch (kind) {
          case "AREA" -> Field.area("it", "Label", 3);
          case "EMAIL" -> Field.email("it", "Label");
          case "PASSWORD" -> Field.password("it", "Label");
          case "NUMBER" -> Field.number("it", "Label");
          default -> Field.text("it", "Label");
        };
    Document page = Jsoup.parse(Screens.field(field.hint("Helps.").filled(state)));
    Element control = page.getElementById("f-it");
    assertEquals(TYPED, kind.equals("AREA") ? control.wholeText() : control.attr("value"));
    assertEquals("true", control.attr("aria-invalid"));
    assertEquals("f-it-h f-it-x", control.attr("aria-describedby"));
    assertEquals("Enter a number from 1 to 99", page.getElementById("f-it-x").text());
    assertEquals("Label", page.selectFirst("label[for=f-it]").text());
    assertTrue(page.select("script:not([src])").isEmpty(), "nothing typed became markup");
  }

  @Test
  void aFieldThatIsFineSaysNothingOfMistakes() {
    Document page = Jsoup.parse(Screens.field(Field.text("it", "Label").filled(FormState.blank())));
    assertFalse(page.getElementById("f-it").hasAttr("aria-invalid"));
    assertFalse(page.getElementById("f-it").hasAttr("aria-describedby"));
    assertTrue(page.select(".err").isEmpty());
  }

  static List<Field> choosing() {
    List<Choice> choices =
        List.of(Choice.of("a", "First"), Choice.of("b", "Second"), Choice.at(2, "c", "Third"));
    return List.of(
        Field.select("it", "Label", choices),
        Field.radios("it", "Label", choices),
        Field.checks("it", "Label", choices));
  }

  @ParameterizedTest
  @MethodSource("choosing")
  void whatWasChosenStaysChosen(Field field) {
    Document page = Jsoup.parse(Screens.field(field.filled(FormState.blank().with("it", "b"))));
    List<String> chosen = new ArrayList<>();
    page.select("option[selected], input[checked]").forEach(e -> chosen.add(e.attr("value")));
    assertEquals(List.of("b"), chosen);
  }

  @Test
  void aRefusalLinksToEachFieldInOrder() {
    FormState state =
        FormState.blank().problem("host", "Check the host name").problem("keep", "From 1 to 99");
    Notice notice =
        Notice.refused(
            "Not added. Nothing else changed.", state, List.of(Field.text("host", "Host")));
    Document page =
        Jsoup.parse(
            Screens.keep(
                "kit-refused",
                Screens.SHELL.page(
                    Screens.OWNER,
                    Page.of("Add a place", "/console/settings").notices(List.of(notice)),
                    "org/quillbox/base/console/list.vm",
                    Map.of("table", emptyTable()))));
    Element alert = page.selectFirst("[role=alert]");
    assertEquals("problems", alert.id());
    assertEquals(
        List.of("#f-host Host: Check the host name", "#f-keep From 1 to 99"),
        alert.select("a").eachText().stream()
            .map(text -> alert.select("a:containsOwn(" + text + ")").attr("href") + " " + text)
            .toList());
  }

  @Test
  void theFirstProblemOfAFieldStands() {
    FormState state = FormState.blank().problem("a", "first").problem("a", "second");
    assertEquals("first", state.problemOf("a"));
    assertTrue(state.isRefused());
    assertFalse(FormState.blank().isRefused());
  }

  @Test
  void everyTypedValueTravelsHidden() {
    FormState state = FormState.typed(Map.of("tags", List.of("x", "y")));
    assertEquals(
        List.of(new FormState.Hidden("tags", "x"), new FormState.Hidden("tags", "y")),
        state.hidden());
    assertEquals("y", state.value("tags"), "of several values the last, as forms are read");
  }

  @Test
  void theRailShowsWhatTheVisitorMayUse() {
    Visit writer =
        new Visit(
            new Actor(2, "Piet", java.util.Set.of(Capability.READ, Capability.EDIT_POSTS)),
            "t",
            "Slow Signal",
            "dark");
    String html = Screens.SHELL.list(writer, Page.of("Posts", "/console/posts"), emptyTable());
    Document page = Jsoup.parse(html);
    assertEquals(List.of("Today", "Posts"), page.select(".rail-nav li").eachText());
    assertEquals("Posts", page.selectFirst(".rail-nav [aria-current=page]").text());
    assertEquals("dark", page.selectFirst("html").attr("data-theme"));
    assertEquals("/console/posts/new", page.selectFirst("a.write").attr("href"));
  }

  @Test
  void aListWorksWithoutAScript() {
    String html =
        Screens.keep(
            "posts",
            Screens.SHELL.list(
                Screens.OWNER,
                Page.of("Posts", "/console/posts")
                    .actions(Link.primary("New post", "/console/posts/new", "plus"))
                    .notices(
                        List.of(
                            Notice.good("Moved to trash.", "3 posts. They stay there for 30 days.")
                                .with(Link.to("Open the trash", "/console/posts?view=trash")))),
                Fixtures.posts()));
    Document page = Jsoup.parse(html);
    assertEquals("post", page.selectFirst("form.pickable").attr("method"));
    assertEquals("proof-of-form", page.selectFirst("form.pickable [name=_qb]").attr("value"));
    assertEquals(
        "Select The Quiet Half of the Router", page.selectFirst(".tick").attr("aria-label"));
    assertEquals("?page=2", page.selectFirst(".pager a").attr("href"));
    assertEquals("true", page.selectFirst(".pager span.btn").attr("aria-disabled"));
    assertEquals(1, page.select("h1").size());
    assertTrue(page.select("[style], [onclick]").isEmpty());
  }

  @Test
  void anEmptyListSaysHowThingsCome() {
    Document page =
        Jsoup.parse(
            Screens.keep(
                "empty",
                Screens.SHELL.list(
                    Screens.OWNER, Page.of("Posts", "/console/posts"), emptyTable())));
    assertEquals("No posts yet.", page.selectFirst(".blank h2").text());
    assertTrue(page.select("table").isEmpty());
  }

  @Test
  void todayAnswersInItsHeading() {
    Document page =
        Jsoup.parse(
            Screens.keep(
                "today",
                Screens.SHELL.today(
                    Screens.OWNER,
                    Page.of(Fixtures.today().title(), "/console/")
                        .sub("Tuesday, November 24, 14:03."),
                    Fixtures.today())));
    assertEquals("One thing needs you. The rest is in order.", page.selectFirst("h1").text());
    assertEquals("Nothing needs you.", new Today(List.of(), List.of(), List.of()).title());
  }

  @Test
  void aFailureTellsWhereToGo() {
    Problem gone = new Problem.NotFound("rest_post_invalid_id", "This post is not here.");
    Document inside =
        Jsoup.parse(Screens.keep("error", Screens.SHELL.problem(Screens.OWNER, gone, "7f3a-21c9")));
    assertEquals("There is nothing here.", inside.selectFirst("h1").text());
    assertTrue(inside.selectFirst("pre").text().contains("7f3a-21c9"));
    Document outside =
        Jsoup.parse(
            Screens.keep("error-door", Screens.SHELL.problem(Screens.GUEST, gone, "7f3a-21c9")));
    assertTrue(outside.select(".rail").isEmpty(), "a guest sees nothing of the console");
  }

  private static ListTable emptyTable() {
    return new ListTable(
        "Posts",
        List.of(Tab.counted("All", "/console/posts", 0, true)),
        null,
        List.of(),
        "Date",
        List.of(),
        null,
        new ListTable.Empty(
            "No posts yet.",
            "Write the first one, or bring the ones you have.",
            Link.primary("Write a post", "/console/posts/new", "plus")),
        null);
  }
}
