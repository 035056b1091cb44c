package org.quillbox.base.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The doors and the settings, with the fields they will have. */
class ScreenTemplatesTest {
  private static final List<DoorPage.Fact> BOX =
      List.of(
          new DoorPage.Fact("Name", "quillbox.local", true),
          new DoorPage.Fact("Address", "192.168.1.22", true),
          new DoorPage.Fact("Version", "Quillbox 0.1.0", false));

  @Test
  void signInCarriesWhatWasTyped() {
    FormState typed =
        FormState.typed(
            Map.of("content", List.of("a\n<b>"), "_qb", List.of("of the ended session")));
    Document page =
        Jsoup.parse(
            Screens.keep(
                "signin",
                Screens.SHELL.door(
                    Screens.GUEST,
                    DoorPage.of("Sign in")
                        .facts(BOX)
                        .notices(
                            List.of(
                                Notice.warn(
                                    "You were signed out.",
                                    "Nothing is lost: sign in, and what you sent is saved.")))
                        .foot(
                            "Lost everything? At the box, run quillbox user reset with your name."),
                    "org/quillbox/site/people/signin.vm",
                    Map.of(
                        "action", "/console/posts/12",
                        "carried", typed.hidden(),
                        "button", "Sign in and save",
                        "name",
                            Field.text("signin.name", "Name or email")
                                .attribute("autocomplete", "username")
                                .attribute("autofocus", ""),
                        "password",
                            Field.password("signin.password", "Password")
                                .attribute("autocomplete", "current-password"),
                        "remember",
                            Field.check(
                                "signin.remember", "Stay signed in on this device for 30 days")))));
    assertEquals("a\n<b>", page.selectFirst("[name=content]").attr("value"));
    assertEquals(List.of("proof-of-form"), page.select("[name=_qb]").eachAttr("value"));
    assertTrue(page.select("form").attr("action").equals("/console/posts/12"));
  }

  @Test
  void setUpHasThreeSteps() {
    Visit fresh = new Visit(Screens.GUEST.actor(), "t", "", "");
    String code =
        Screens.SHELL.door(
            fresh,
            DoorPage.of("First, prove the box is yours.")
                .lead("Enter the code that the box printed when it started.")
                .step(1, 3)
                .facts(BOX)
                .foot("Until set-up is finished, nobody can see anything else on this box."),
            "org/quillbox/box/setup/code.vm",
            Map.of(
                "carried",
                List.of(),
                "code",
                Field.text("code", "One-time code")
                    .hint("Eight letters and digits. Capitals and the dash do not matter.")
                    .look("codebox")
                    .attribute("maxlength", "9")
                    .filled(
                        FormState.blank()
                            .with("code", "7kpm-")
                            .problem("code", "That is not the code. 8 tries left"))));
    Document page = Jsoup.parse(Screens.keep("setup-code", code));
    assertEquals("Step 1 of 3", page.selectFirst(".ticks").text());
    assertEquals("Quillbox", page.selectFirst(".brand").text());
    Document start =
        Jsoup.parse(
            Screens.keep(
                "setup-start",
                Screens.SHELL.door(
                    fresh,
                    DoorPage.of("Start fresh, or bring a site.").step(3, 3).facts(BOX),
                    "org/quillbox/box/setup/start.vm",
                    Map.of(
                        "carried",
                        List.of(new FormState.Hidden("title", "Slow Signal")),
                        "import",
                        true,
                        "file",
                        Field.file("file", "Export file")
                            .hint("An .xml file, of any size that fits: 117 GB free.")))));
    assertEquals("import", start.selectFirst("[name=start][checked]").attr("value"));
    FormState typed =
        FormState.blank()
            .with("title", "Slow Signal")
            .with("display", "Judith Marlow")
            .with("name", "judith")
            .with("password", "otter");
    FormState refused = typed.problem("password", "At least 15 characters; this has 5");
    Screens.keep(
        "setup-owner",
        Screens.SHELL.door(
            fresh,
            DoorPage.of("Name the site, and its owner.")
                .step(2, 3)
                .facts(BOX)
                .notices(
                    List.of(
                        Notice.refused(
                            "Not yet. Nothing was set up, and what you typed is below.",
                            refused,
                            List.of(Field.password("password", "Password"))))),
            "org/quillbox/box/setup/owner.vm",
            Map.of(
                "carried",
                List.of(),
                "fields",
                List.of(
                    Field.text("title", "Site title")
                        .hint("Readers see it at the top of every page. You can change it later.")
                        .filled(refused),
                    Field.text("display", "Your name")
                        .hint("The byline on what you write.")
                        .filled(refused),
                    Field.text("name", "Sign-in name")
                        .hint("Only you see this one. It is never shown to readers.")
                        .filled(refused),
                    Field.password("password", "Password")
                        .hint(
                            "At least 15 characters. Four unrelated words work well. Paste is fine.")
                        .filled(refused),
                    Field.email("email", "Email")
                        .hint("Optional. The box writes here when something needs you.")
                        .filled(refused)))));
  }

  @Test
  void eachSettingSaysItsEffect() {
    FormState now =
        FormState.blank()
            .with("blogname", "Slow Signal")
            .with("timezone_string", "Europe/Oslo")
            .with("date_format", "F j, Y")
            .with("posts_per_page", "ten")
            .problem("posts_per_page", "Enter a number from 1 to 100");
    Document page =
        Jsoup.parse(
            Screens.keep(
                "settings",
                Screens.SHELL.page(
                    Screens.OWNER,
                    Page.of("Settings", "/console/settings"),
                    "org/quillbox/site/settings/settings.vm",
                    Map.of(
                        "tabs",
                        List.of(
                            Tab.of("General", "/console/settings", true),
                            Tab.of("Reading", "/console/settings/reading", false),
                            Tab.of("Permalinks", "/console/settings/permalinks", false)),
                        "action",
                        "/console/settings",
                        "savenote",
                        "Saved November 24, 14:03.",
                        "fields",
                        List.of(
                            Field.text("blogname", "Site title")
                                .look("mid")
                                .effect("Appears in the masthead, the browser tab and both feeds.")
                                .filled(now),
                            Field.select(
                                    "timezone_string",
                                    "Time zone",
                                    List.of(
                                        Choice.of("Europe/Oslo", "Oslo (UTC+1)"),
                                        Choice.of("UTC", "UTC")))
                                .look("mid")
                                .effect("It is 15:03 there now.")
                                .filled(now),
                            Field.radios(
                                    "date_format",
                                    "Date format",
                                    List.of(
                                        Choice.of("j F Y", "24 November 2026"),
                                        Choice.of("F j, Y", "November 24, 2026")))
                                .effect("How dates are written on readers’ pages.")
                                .filled(now),
                            Field.number("posts_per_page", "Posts on a page")
                                .effect("On the front page and in archives.")
                                .filled(now),
                            Field.check("rss_use_excerpt", "Feeds carry excerpts only")
                                .effect("Off, feeds carry whole posts.")
                                .filled(now))))));
    assertEquals(5, page.select(".setting .effect").size());
    assertEquals("f-blogname-e", page.getElementById("f-blogname").attr("aria-describedby"));
    assertEquals("ten", page.getElementById("f-posts_per_page").attr("value"));
  }
}
