package org.quillbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quillbox.base.kernel.Reads;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.EntryDraft;
import org.quillbox.site.content.EntryStatus;
import org.quillbox.site.people.Role;

/** Writing the next post, and never losing what was typed. */
class WritingScreenTest {
  private static final String NEW = "/console/posts/new";
  private static final String TEXT =
      "\n## A heading with <b> & \"quotes\" 'n' </textarea><script>alert(1)</script>\r\n\r\n$visit #end é世 \ud83d\ude00 ";

  @SuppressWarnings("NullAway.Init")
  private static House house;

  @BeforeAll
  static void start() {
    house = House.furnished();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  private static Reads reads() {
    return Reads.untracked(house.actor(Role.ADMINISTRATOR));
  }

  private static Entry at(String location) {
    String id = location.replaceAll("\\?.*", "").replaceAll(".*/", "");
    return house.box.entries().find(reads(), Long.parseLong(id)).orElseThrow();
  }

  private static int count() {
    return house.box.entries().desk(reads(), "post", 1, 1000).items().size();
  }

  /** Everything somebody can type into the form. */
  private static Map<String, List<String>> typed(Visitor.Answer page, String action) {
    Map<String, List<String>> form = new LinkedHashMap<>(page.form(action));
    form.put("title", List.of("A title <with> & \"marks\""));
    form.put("content", List.of(TEXT));
    form.put("slug", List.of("my own address"));
    form.put("excerpt", List.of("\nShort & <sweet>"));
    form.put("tags", List.of("One, Two & a half"));
    form.put("date", List.of("2031-05-06 07:08"));
    form.put("secret_word", List.of("open sesame \u00fc"));
    return form;
  }

  private static void assertAllThere(Map<String, List<String>> form, Visitor.Answer answer) {
    form.forEach((name, values) ->
        values.forEach(value -> {
          if (!name.equals("_qb")
              && !name.equals("_ticket")
              && !name.equals("version")
              && !name.equals("do")) {
            assertTrue(answer.holds(name, value), name + "=" + value + " in " + answer.body());
          }
        }));
  }

  @ParameterizedTest
  @CsvSource({
    "date, 31 Feb, at, all",
    "date, 2026-02-30 10:00, at, all",
    "secret_word, '', now, password",
    "slug, ---, now, all",
    "tags, 192.168.1.22/, now, all",
    "categories, 4711, now, all",
    "categories, x, now, all",
    "sticky, 1, now, password",
    "menu_order, ten, now, all",
    "parent, -1, now, all",
  })
  void aRefusedFieldIsNamedAndNothingTypedIsLost(
      String field, String value, String when, String to) {
    Visitor writer = house.visitor(Role.EDITOR);
    Map<String, List<String>> form = typed(writer.get(NEW), NEW);
    form.put("when", List.of(when));
    form.put("to", List.of(to));
    form.put(field, List.of(value));
    form.put("do", List.of("publish"));
    int before = count();
    for (int time = 0; time < 2; time++) {
      Visitor.Answer answer = writer.post(NEW, form);
      assertEquals(400, answer.status(), answer.body());
      Map<String, List<String>> drawn = new LinkedHashMap<>(form);
      // Only pages have these; a post's form never sends them.
      drawn.remove("menu_order");
      drawn.remove("parent");
      assertAllThere(drawn, answer);
      assertTrue(answer.body().contains("Not saved."), answer.body());
    }
    assertEquals(before, count());
  }

  @Test
  void aFormSentAfterTheSessionEndedIsSavedBySigningIn() {
    Visitor writer = house.visitor(Role.AUTHOR);
    Map<String, List<String>> form = typed(writer.get(NEW), NEW);
    form.put("do", List.of("publish"));
    form.put("when", List.of("now"));
    int before = count();
    house.pass(Duration.ofHours(25));
    Visitor.Answer asked = writer.post(NEW, form);
    assertEquals(401, asked.status());
    assertAllThere(form, asked);
    assertEquals(form.get("do"), asked.form(NEW).get("do"));

    Map<String, List<String>> signed = new LinkedHashMap<>(asked.form(NEW));
    signed.put("signin.name", List.of("author-account"));
    signed.put("signin.password", List.of("wrong"));
    Visitor.Answer wrong = writer.post(NEW, signed);
    assertEquals(401, wrong.status());
    assertAllThere(form, wrong);
    assertFalse(wrong.body().contains("wrong\""), "a password is not shown again");
    assertEquals(before, count());

    signed.put("signin.password", List.of(House.PASSWORD + "author"));
    Map<String, String> old = new LinkedHashMap<>(writer.cookies);
    Visitor.Answer saved = writer.post(NEW, signed);
    assertEquals(303, saved.status(), saved.body());
    assertNotEquals(old.get("qb_session"), writer.cookies.get("qb_session"));
    Entry entry = at(saved.header("Location"));
    assertEquals(EntryStatus.PUBLISH, entry.status());
    assertEquals("A title <with> & \"marks\"", entry.title());
    assertEquals(before + 1, count());
    assertEquals(200, writer.get(saved.header("Location")).status());

    Visitor twice = house.guest();
    twice.cookies.putAll(old);
    assertEquals(saved.header("Location"), twice.post(NEW, signed).header("Location"));
    assertEquals(before + 1, count(), "sent twice, saved once");
  }

  @Test
  void aRefusalInTheSameRequestAsSigningInKeepsTheTextAndCanBeSentAgain() {
    Visitor writer = house.visitor(Role.AUTHOR);
    Map<String, List<String>> form = typed(writer.get(NEW), NEW);
    form.put("when", List.of("at"));
    form.put("date", List.of("never"));
    house.pass(Duration.ofHours(25));
    Map<String, List<String>> signed = new LinkedHashMap<>(writer.post(NEW, form).form(NEW));
    signed.put("signin.name", List.of("author-account"));
    signed.put("signin.password", List.of(House.PASSWORD + "author"));
    Visitor.Answer refused = writer.post(NEW, signed);
    assertEquals(400, refused.status());
    assertAllThere(form, refused);
    Map<String, List<String>> again = new LinkedHashMap<>(refused.form(NEW));
    again.put("when", List.of("now"));
    again.put("date", List.of(""));
    again.put("do", List.of("save"));
    assertEquals(303, writer.post(NEW, again).status(), "its proof is bound to the new session");
  }

  @Test
  void aFormSentTwiceIsOnePost() {
    Visitor writer = house.visitor(Role.EDITOR);
    Map<String, List<String>> form = typed(writer.get(NEW), NEW);
    form.put("do", List.of("save"));
    int before = count();
    String first = writer.post(NEW, form).header("Location");
    assertEquals(first, writer.post(NEW, form).header("Location"));
    assertEquals(before + 1, count());
    assertTrue(at(first).status() == EntryStatus.DRAFT);
  }

  @Test
  void markdownIsStoredAsBlocksAndAScheduledPostWaits() {
    Visitor writer = house.visitor(Role.EDITOR);
    Map<String, List<String>> form = typed(writer.get(NEW), NEW);
    form.put("content", List.of("## Heading\n\nWords."));
    form.put("when", List.of("at"));
    form.put("do", List.of("publish"));
    String location = writer.post(NEW, form).header("Location");
    Entry entry = at(location);
    assertEquals(EntryStatus.FUTURE, entry.status());
    assertTrue(
        house.box.entries().body(reads(), entry).content().contains("<!-- wp:paragraph -->"));
    assertTrue(writer.get(location).body().contains("Scheduled."));
    assertTrue(writer.get("/console/posts?view=future").body().contains("2031"));
  }

  @Test
  void whoSavesSecondIsToldAndKeepsHisText() {
    long id =
        house
            .box
            .posts()
            .add(house.actor(Role.EDITOR), EntryDraft.post("Two hands", "One", EntryStatus.DRAFT))
            .id();
    String address = "/console/posts/" + id;
    Visitor one = house.visitor(Role.EDITOR);
    Visitor other = house.visitor(Role.ADMINISTRATOR);
    Map<String, List<String>> mine = typed(one.get(address), address);
    Map<String, List<String>> theirs = typed(other.get(address), address);
    theirs.put("content", List.of("Theirs"));
    assertEquals(303, other.post(address, theirs).status());
    Visitor.Answer conflict = one.post(address, mine);
    assertEquals(409, conflict.status());
    assertAllThere(mine, conflict);
    Map<String, List<String>> knowing = new LinkedHashMap<>(conflict.form(address));
    assertEquals(303, one.post(address, knowing).status());
  }

  @Test
  void aPreviewSavesNothingAndRunsNothing() {
    Visitor writer = house.visitor(Role.CONTRIBUTOR);
    Map<String, List<String>> form = typed(writer.get(NEW), NEW);
    form.put("do", List.of("preview"));
    int before = count();
    Visitor.Answer preview = writer.post(NEW, form);
    assertEquals(200, preview.status());
    assertFalse(preview.body().contains("<script>alert"), preview.body());
    assertTrue(preview.body().contains("A heading with"));
    assertEquals(before, count());
  }

  @Test
  void aContributorMaySendForReviewAndMayNotPublish() {
    Visitor writer = house.visitor(Role.CONTRIBUTOR);
    Visitor.Answer page = writer.get(NEW);
    assertFalse(page.body().contains("value=\"publish\""));
    Map<String, List<String>> form = typed(page, NEW);
    form.put("do", List.of("publish"));
    Visitor.Answer refused = writer.post(NEW, form);
    assertEquals(403, refused.status());
    assertAllThere(form, refused);
    form.put("do", List.of("review"));
    String location = writer.post(NEW, form).header("Location");
    assertEquals(EntryStatus.PENDING, at(location).status());
    assertTrue(
        house.visitor(Role.EDITOR).get("/console/").body().contains("waits for review")
            || house.visitor(Role.EDITOR).get("/console/").body().contains("wait for review"));
  }

  @Test
  void theTrashGivesBackWhatItTook() {
    long id =
        house
            .box
            .posts()
            .add(
                house.actor(Role.EDITOR),
                EntryDraft.post("Nine percent!", "x", EntryStatus.PUBLISH))
            .id();
    Visitor editor = house.visitor(Role.EDITOR);
    String list = "/console/posts?q=" + "NINE+percent%21";
    Visitor.Answer found = editor.get(list);
    String action = found.page().expectFirst("form.pickable").attr("action");
    Map<String, List<String>> form = new LinkedHashMap<>(found.form(action));
    form.put("id", List.of(Long.toString(id)));
    form.put("do", List.of("trash"));
    String back = editor.post(action, form).header("Location");
    assertEquals(EntryStatus.TRASH, at("/" + id).status());
    Visitor.Answer undo = editor.get(back);
    assertTrue(undo.body().contains("One post was moved to the trash."), undo.body());
    assertEquals(303, editor.post("/console/posts", undo.form("/console/posts")).status());
    assertEquals(EntryStatus.PUBLISH, at("/" + id).status());
    assertFalse(editor.get("/console/posts?q=nine%25").body().contains("Nine percent"));
  }

  @Test
  void aFormWithoutItsProofOrFromElsewhereDoesNothing() {
    Visitor editor = house.visitor(Role.EDITOR);
    Map<String, List<String>> form = typed(editor.get(NEW), NEW);
    int before = count();
    assertEquals(403, editor.post(NEW, form, "Origin", "http://evil.test").status());
    assertEquals(403, editor.post(NEW, form, "Sec-Fetch-Site", "cross-site").status());
    form.remove("_qb");
    Visitor.Answer refused = editor.post(NEW, form);
    assertEquals(403, refused.status());
    assertTrue(refused.holds("content", TEXT), refused.body());
    Visitor author = house.visitor(Role.AUTHOR);
    form.put("_qb", author.get(NEW).form(NEW).get("_qb"));
    assertEquals(403, editor.post(NEW, form).status());
    assertEquals(before, count());
  }

  @ParameterizedTest
  @CsvSource({
    "/console/settings, timezone_string, Mars/Olympus",
    "/console/settings, admin_email, <nobody>",
    "/console/settings, WPLANG, not a tag",
    "/console/settings/reading, posts_per_page, ten & more",
    "/console/settings/reading, posts_per_rss, 0",
    "/console/settings/reading, page_on_front, x",
    "/console/settings/permalinks, category_base, a b\"c",
    "/console/settings/permalinks, permalink_structure, no slash",
  })
  void aRefusedSettingKeepsEverythingTyped(String page, String field, String value) {
    Visitor owner = house.visitor(Role.ADMINISTRATOR);
    Map<String, List<String>> form = new LinkedHashMap<>(owner.get(page).form(page));
    form.put(field, List.of(value));
    Map<String, String> before = house.box.settings().all(reads());
    for (int time = 0; time < 2; time++) {
      Visitor.Answer refused = owner.post(page, form);
      assertEquals(400, refused.status());
      assertAllThere(form, refused);
    }
    house.pass(Duration.ofHours(25));
    Visitor.Answer ended = owner.post(page, form);
    assertEquals(401, ended.status());
    assertAllThere(form, ended);
    assertEquals(before, house.box.settings().all(reads()));
  }

  @Test
  void aSettingSentAfterTheSessionEndedIsSavedBySigningIn() {
    String page = "/console/settings";
    Visitor owner = house.visitor(Role.ADMINISTRATOR);
    Map<String, List<String>> form = new LinkedHashMap<>(owner.get(page).form(page));
    form.put("blogdescription", List.of("Letters & mud"));
    house.pass(Duration.ofHours(25));
    Map<String, List<String>> signed = new LinkedHashMap<>(owner.post(page, form).form(page));
    signed.put("signin.name", List.of("JUDITH"));
    signed.put("signin.password", List.of(House.PASSWORD));
    assertEquals(303, owner.post(page, signed).status());
    assertTrue(owner.get(page).holds("blogdescription", "Letters & mud"));
  }
}
