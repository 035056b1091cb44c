package org.quillbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quillbox.box.setup.ImportProgress;

/** The doors of the box: the wizard, and signing in. */
class DoorsScreenTest {
  private static Map<String, List<String>> with(Map<String, List<String>> form, String... more) {
    Map<String, List<String>> all = new LinkedHashMap<>(form);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], List.of(more[i + 1]));
    }
    return all;
  }

  private static final String[] OWNER = {
    "title",
    "Slow & <Signal>",
    "display",
    "Judith Marlow",
    "name",
    "judith",
    "password",
    House.PASSWORD,
    "email",
    "judith@example.org",
    "step",
    "owner"
  };

  @Test
  void theWizardMakesASiteAndIsGone() {
    try (House house = new House()) {
      Visitor visitor = house.guest();
      assertEquals(503, visitor.get("/login").status(), "nothing else answers yet");
      Visitor.Answer first = visitor.get("/setup");
      assertTrue(first.body().contains("One-time code"));

      Visitor.Answer early = visitor.post("/setup", with(first.form("/setup"), OWNER));
      assertEquals(403, early.status(), "no step without the code");
      assertTrue(early.holds("title", "Slow & <Signal>"));

      Visitor.Answer wrong =
          visitor.post("/setup", with(first.form("/setup"), "step", "code", "code", "WRNG-COD<"));
      assertEquals(400, wrong.status());
      assertTrue(wrong.holds("code", "WRNG-COD<"));

      Visitor.Answer right =
          visitor.post(
              "/setup",
              with(
                  early.form("/setup"),
                  "step",
                  "code",
                  "code",
                  house.code.shown().toLowerCase(Locale.ROOT)));
      assertEquals(200, right.status());
      assertTrue(right.holds("title", "Slow & <Signal>"), "what was typed too early is kept");
      assertEquals(403, house.guest().post("/setup", right.form("/setup")).status());

      for (String[] bad :
          new String[][] {
            {"title", " "},
            {"password", "short <one>"},
            {"email", "no address"},
            {"name", "in/valid"},
            {"display", "judith"}
          }) {
        Map<String, List<String>> form = with(with(right.form("/setup"), OWNER), bad);
        Visitor.Answer refused = visitor.post("/setup", form);
        assertEquals(400, refused.status(), bad[0]);
        for (String field : List.of("title", "display", "name", "password", "email")) {
          assertTrue(refused.holds(field, form.getOrDefault(field, List.of()).getFirst()), field);
        }
      }
      Visitor.Answer last = visitor.post("/setup", with(right.form("/setup"), OWNER));
      assertEquals(200, last.status(), last.body());
      assertFalse(house.box.setup().isDone());
      Visitor.Answer done = visitor.upload("/setup", last.form("/setup"), "", new byte[0]);
      assertEquals(303, done.status(), done.body());
      assertEquals("/console/", done.header("Location"));
      String cookie = done.header("Set-Cookie");
      assertTrue(cookie.contains("; HttpOnly; SameSite=Lax"), cookie);
      assertEquals(200, visitor.get("/console/").status());
      assertFalse(Files.exists(house.folder.resolve("data/setup-code")));
      Visitor.Answer gone = house.guest().get("/setup");
      assertEquals(404, gone.status());
      assertTrue(gone.body().contains("set up already") && gone.body().contains("/login"));
      assertEquals(List.of(), house.brought);
    }
  }

  @Test
  void aSiteIsBroughtWithTheLastStep() throws Exception {
    try (House house = new House()) {
      Visitor visitor = house.guest();
      Map<String, List<String>> form =
          with(visitor.get("/setup").form("/setup"), "step", "code", "code", house.code.shown());
      assertEquals(303, visitor.post("/setup", form).status());
      Visitor.Answer last =
          visitor.post("/setup", with(visitor.get("/setup").form("/setup"), OWNER));
      Map<String, List<String>> bring = with(last.form("/setup"), "start", "import");
      Visitor.Answer none = visitor.upload("/setup", bring, "", new byte[0]);
      assertEquals(400, none.status());
      assertTrue(none.holds("title", "Slow & <Signal>"));
      assertFalse(house.box.setup().isDone());

      byte[] export = "<rss>".repeat(400_000).getBytes(StandardCharsets.UTF_8);
      Visitor stranger = house.guest();
      Map<String, List<String>> theirs =
          with(
              with(stranger.get("/setup").form("/setup"), OWNER),
              "step",
              "start",
              "start",
              "import");
      assertEquals(403, stranger.upload("/setup", theirs, "x.xml", export).status());
      String[] kept = house.folder.resolve("data/imports").toFile().list();
      assertEquals(0, kept == null ? 0 : kept.length);

      Visitor.Answer done = visitor.upload("/setup", bring, "../../x.xml", export);
      assertEquals("/console/import", done.header("Location"), done.body());
      assertEquals(1, house.brought.size());
      assertEquals(house.folder.resolve("data/imports"), house.brought.getFirst().getParent());
      assertEquals(export.length, Files.size(house.brought.getFirst()));

      house.stage = new ImportProgress.Stage.Running("Posts and pages", 50, 200);
      Visitor.Answer running = visitor.get("/console/import");
      assertEquals("2", running.header("Refresh"));
      assertTrue(running.body().contains("25%"));
      house.stage = new ImportProgress.Stage.Finished(List.of("58 posts & <more>"));
      Visitor.Answer finished = visitor.get("/console/import");
      assertEquals("", finished.header("Refresh"));
      assertTrue(finished.body().contains("58 posts &amp; &lt;more&gt;"));
      assertEquals(
          303,
          visitor
              .upload("/console/import", finished.form("/console/import"), "y.xml", export)
              .status());
      assertEquals(2, house.brought.size());
      Map<String, List<String>> noProof = with(finished.form("/console/import"), "_qb", "x");
      assertEquals(403, visitor.upload("/console/import", noProof, "y.xml", export).status());
      assertEquals(2, house.brought.size());
    }
  }

  @Test
  void tenWrongCodesCloseTheDoor() {
    try (House house = new House()) {
      Visitor visitor = house.guest();
      Map<String, List<String>> form = with(visitor.get("/setup").form("/setup"), "step", "code");
      for (int i = 0; i < 10; i++) {
        assertEquals(400, visitor.post("/setup", with(form, "code", "0000000" + i)).status());
      }
      Visitor.Answer closed = visitor.post("/setup", with(form, "code", house.code.shown()));
      assertEquals(429, closed.status());
      assertEquals("60", closed.header("Retry-After"));
      assertTrue(closed.body().contains("Wait 60 seconds"));
      house.pass(Duration.ofSeconds(61));
      assertEquals(303, visitor.post("/setup", with(form, "code", house.code.shown())).status());
    }
  }

  @Test
  void signingInTellsNothingAndTiresOfTrying() {
    try (House house = House.furnished()) {
      Visitor visitor = house.guest();
      Visitor.Answer page = visitor.get("/login?redirect_to=%2Fconsole%2Fpages%3Fq%3Dx");
      Map<String, List<String>> form = page.form("/login");
      Visitor.Answer wrong =
          visitor.post(
              "/login", with(form, "signin.name", "judith", "signin.password", "no <pass>"));
      Visitor.Answer unknown =
          visitor.post(
              "/login", with(form, "signin.name", "nobody", "signin.password", "no <pass>"));
      assertEquals(401, wrong.status());
      assertEquals(same(wrong), same(unknown).replace("nobody", "judith"));
      assertTrue(wrong.holds("signin.name", "judith"));
      assertFalse(wrong.body().contains("no &lt;pass"), "a password is not shown again");
      assertTrue(wrong.holds("redirect_to", "/console/pages?q=x"));

      Visitor.Answer in =
          visitor.post(
              "/login", with(form, "signin.name", "Judith", "signin.password", House.PASSWORD));
      assertEquals(303, in.status());
      assertEquals("/console/pages?q=x", in.header("Location"));
      String cookie = in.header("Set-Cookie");
      assertTrue(
          cookie.matches("qb_session=[A-Za-z0-9_-]{40,}; Path=/; HttpOnly; SameSite=Lax"), cookie);
      assertEquals(200, visitor.get("/console/pages?q=x").status());
      String session = visitor.cookies.get("qb_session");
      Map<String, List<String>> out = visitor.get("/console/").form("/console/signout");
      assertEquals("/login?out=1", visitor.post("/console/signout", out).header("Location"));
      assertFalse(visitor.cookies.containsKey("qb_session"));
      visitor.cookies.put("qb_session", session);
      assertEquals(302, visitor.get("/console/").status(), "the session itself has ended");

      Visitor evil = house.guest();
      form = evil.get("/login?redirect_to=%2F%2Fevil.test%2F").form("/login");
      Map<String, List<String>> right =
          with(
              form,
              "signin.name",
              "judith",
              "signin.password",
              House.PASSWORD,
              "signin.remember",
              "1");
      Visitor.Answer kept = evil.post("/login", right);
      assertEquals("/console/", kept.header("Location"));
      assertTrue(kept.header("Set-Cookie").contains("Max-Age=2592000"), kept.header("Set-Cookie"));
      assertEquals(403, house.guest().post("/login", right).status(), "no proof, no sign-in");

      Visitor robber = house.guest();
      form = robber.get("/login").form("/login");
      Visitor.Answer last = page;
      for (int i = 0; i < 6; i++) {
        last =
            robber.post("/login", with(form, "signin.name", "judith", "signin.password", "x" + i));
      }
      assertEquals(429, last.status());
      assertTrue(Integer.parseInt(last.header("Retry-After")) > 0);
      assertTrue(last.body().contains("Too many wrong passwords"));
      assertEquals(
          "/login?redirect_to=%2Fconsole%2Fposts%3Fview%3Ddraft",
          house.guest().get("/console/posts?view=draft").header("Location"));
    }
  }

  /** A page without what differs each time. */
  private static String same(Visitor.Answer answer) {
    return answer.body().replaceAll("name=\"_qb\" value=\"[^\"]*\"", "");
  }
}
