package org.quillbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quillbox.site.content.EntryDraft;
import org.quillbox.site.content.EntryStatus;
import org.quillbox.site.content.EntryType;
import org.quillbox.site.people.Role;

/** Every route of the console for every kind of visitor. */
class RolesScreenTest {
  @SuppressWarnings("NullAway.Init")
  private static House house;

  private static long foreign;
  private static long page;

  @BeforeAll
  static void start() {
    house = House.furnished();
    // Readers know of it, and only editors may change it.
    foreign =
        house
            .box
            .posts()
            .add(
                house.actor(Role.ADMINISTRATOR),
                EntryDraft.post("The Causeway at Low Tide", "Mud.", EntryStatus.PUBLISH))
            .id();
    house
        .box
        .posts()
        .add(
            house.actor(Role.ADMINISTRATOR),
            EntryDraft.post("A Secret Draft", "Not yet.", EntryStatus.DRAFT));
    EntryDraft draft = EntryDraft.post("House Rules", "Be kind.", EntryStatus.PUBLISH);
    page =
        house
            .box
            .posts()
            .add(
                house.actor(Role.ADMINISTRATOR),
                new EntryDraft(
                    EntryType.PAGE,
                    draft.title(),
                    draft.content(),
                    "",
                    "",
                    List.of(),
                    List.of(),
                    EntryStatus.PUBLISH,
                    null,
                    "",
                    false,
                    true,
                    0,
                    0,
                    0))
            .id();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  /**
   * One row: a route, the address asked, what is sent, and for guest, subscriber, contributor, author, editor,
   * administrator the status; what everybody sees who gets 200, and what nobody sees who does not.
   */
  record Scenario(
      String route, String target, String form, String statuses, String shows, String hides) {}

  private static Scenario row(
      String route, String target, String form, String statuses, String shows, String hides) {
    return new Scenario(route, target, form, statuses, shows, hides);
  }

  static List<Scenario> scenarios() {
    String posts = "/console/posts";
    String pages = "/console/pages";
    String set = "/console/settings";
    String mine = "title=Fresh&content=Dew&format=html&when=now&to=all&version=0&do=save";
    return List.of(
        row(
            "GET /console",
            "/console/",
            "",
            "302 200 200 200 200 200",
            "View the site",
            "A Secret"),
        row("GET /console/posts", posts, "", "302 403 200 200 200 200", "New post", "A Secret"),
        row("POST /console/posts", posts, "do=trash&id=999999", "401 403 303 303 303 303", "", ""),
        row(
            "GET /console/posts/new",
            posts + "/new",
            "",
            "302 403 200 200 200 200",
            "A new post",
            "desk-page"),
        row("POST /console/posts/new", posts + "/new", mine, "401 403 303 303 303 303", "", ""),
        row(
            "GET /console/posts/{id}",
            posts + "/" + foreign,
            "",
            "302 403 403 403 200 200",
            "Low Tide",
            "Mud."),
        row(
            "GET /console/posts/{id}",
            posts + "/999999",
            "",
            "302 403 404 404 404 404",
            "",
            "Mud."),
        row("GET /console/posts/{id}", posts + "/abc", "", "302 403 404 404 404 404", "", "Mud."),
        row(
            "GET /console/posts/{id}",
            posts + "/" + page,
            "",
            "302 403 404 404 404 404",
            "",
            "Be kind."),
        row(
            "POST /console/posts/{id}",
            posts + "/" + foreign,
            mine.replace("version=0", "version=77"),
            "401 403 403 403 409 409",
            "",
            "Mud."),
        row(
            "GET /console/pages",
            pages,
            "",
            "302 403 403 403 200 200",
            "House Rules",
            "House Rules"),
        row("POST /console/pages", pages, "do=trash&id=999999", "401 403 403 403 303 303", "", ""),
        row(
            "GET /console/pages/new",
            pages + "/new",
            "",
            "302 403 403 403 200 200",
            "A new page",
            "desk-page"),
        row("POST /console/pages/new", pages + "/new", mine, "401 403 403 403 303 303", "", ""),
        row(
            "GET /console/pages/{id}",
            pages + "/" + page,
            "",
            "302 403 403 403 200 200",
            "Be kind.",
            "Be kind."),
        row(
            "POST /console/pages/{id}",
            pages + "/" + page,
            "do=preview&title=House+Rules&content=Be+kind.",
            "401 403 403 403 200 200",
            "This is a preview",
            "This is a preview"),
        row(
            "GET /console/settings",
            set,
            "",
            "302 403 403 403 403 200",
            "Site title",
            "Site title"),
        row(
            "POST /console/settings",
            set,
            "blogname=Slow+Signal",
            "401 403 403 403 403 303",
            "",
            ""),
        row(
            "GET /console/settings/general",
            set + "/general",
            "",
            "302 403 403 403 403 302",
            "",
            ""),
        row(
            "GET /console/settings/reading",
            set + "/reading",
            "",
            "302 403 403 403 403 200",
            "House Rules",
            "House Rules"),
        row(
            "POST /console/settings/reading",
            set + "/reading",
            "posts_per_page=0",
            "401 403 403 403 403 400",
            "",
            ""),
        row(
            "GET /console/settings/permalinks",
            set + "/permalinks",
            "",
            "302 403 403 403 403 200",
            "Category base",
            "Category base"),
        row(
            "POST /console/settings/permalinks",
            set + "/permalinks",
            "tag_base=word",
            "401 403 403 403 403 303",
            "",
            ""),
        row(
            "GET /console/import",
            "/console/import",
            "",
            "302 403 403 403 403 200",
            "Export file",
            "Export file"),
        row("POST /console/import", "/console/import", "x=1", "303 403 403 403 403 400", "", ""),
        row("POST /console/signout", "/console/signout", "", "403 303 303 303 303 303", "", ""),
        row("GET /login", "/login", "", "200 303 303 303 303 303", "Sign-in name", ""),
        row(
            "POST /login",
            "/login",
            "redirect_to=/console/posts",
            "403 403 403 403 403 403",
            "",
            ""),
        row("GET /wp-login.php", "/wp-login.php", "", "302 302 302 302 302 302", "", ""),
        row("GET /wp-admin", "/wp-admin/", "", "302 302 302 302 302 302", "", ""),
        row(
            "GET /wp-admin/{page: .*}",
            "/wp-admin/edit.php",
            "",
            "302 302 302 302 302 302",
            "",
            ""),
        row("GET /setup", "/setup", "", "404 404 404 404 404 404", "", "One-time code"),
        row("POST /setup", "/setup", "step=code", "404 404 404 404 404 404", "", "One-time code"));
  }

  private static Map<String, List<String>> fields(String form) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : form.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields
            .computeIfAbsent(pair.substring(0, equals), _ -> new ArrayList<>())
            .add(pair.substring(equals + 1).replace('+', ' '));
      }
    }
    return fields;
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void eachRouteAnswersWhoMay(Scenario scenario) {
    String[] statuses = scenario.statuses().split(" ");
    List<Role> roles = List.of(Role.values());
    List<String> got = new ArrayList<>();
    for (int i = 0; i < statuses.length; i++) {
      Visitor visitor = i == 0 ? house.guest() : house.visitor(roles.get(i - 1));
      Visitor.Answer answer = ask(visitor, i > 0, scenario);
      got.add(Integer.toString(answer.status()));
      if (answer.status() == 200) {
        assertTrue(
            answer.body().contains(scenario.shows()), scenario.shows() + " in " + answer.body());
      } else if (!scenario.hides().isEmpty()) {
        assertFalse(answer.body().contains(scenario.hides()), answer.body());
      }
      assertTrue(answer.header("Cache-Control").contains("no-store"), scenario.route());
      assertFalse(answer.body().contains("judith"), "a sign-in name stays inside");
    }
    assertEquals(scenario.statuses(), String.join(" ", got), scenario.toString());
  }

  private static Visitor.Answer ask(Visitor visitor, boolean person, Scenario scenario) {
    if (scenario.route().startsWith("GET")) {
      return visitor.get(scenario.target());
    }
    Map<String, List<String>> form = fields(scenario.form());
    if (person) {
      form.put("_qb", visitor.get("/console/").form("/console/signout").get("_qb"));
    }
    return visitor.post(scenario.target(), form);
  }

  @Test
  void everyRouteHasItsScenario() {
    TreeSet<String> routes =
        ConsoleParts.routes().stream()
            .map(route -> route.verb() + " " + route.path())
            .collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> told =
        scenarios().stream().map(Scenario::route).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(routes, told);
  }
}
