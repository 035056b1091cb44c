package org.quillbox.door.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quillbox.base.config.ConfigKey;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.store.Probe;
import org.quillbox.site.comments.Comment;
import org.quillbox.site.content.Entries;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.EntryStatus;
import org.quillbox.site.content.MediaFile;
import org.quillbox.site.content.Scope;
import org.quillbox.site.taxonomy.Term;

/** What an import does, the same on both databases. */
abstract class WxrImportContract {
  @TempDir Path dir;

  /** A database nobody used before. */
  abstract Map<ConfigKey<?>, String> database(String name);

  private ImportSite open(String name) {
    return open(name, Probe.NONE);
  }

  private ImportSite open(String name, Probe probe) {
    return new ImportSite(dir.resolve(name), database(name), probe);
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(dir.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path fixture(String name) {
    return file(name, WxrFiles.text(name));
  }

  @Test
  void a_site_arrives_with_its_tree_threads_dates_and_words() {
    try (ImportSite site = open("mill")) {
      ImportReport report = site.run(fixture("mill-house.xml"), WxrImport.Options.NONE);
      ImportReport.TypeCount total = report.total();
      assertEquals(22, total.read());
      assertEquals(0, total.refused(), () -> report.items().toString());
      assertEquals(total.taken(), site.number("select count(*) as n from entries"));
      Entry hello = site.titled("Hello from the mill");
      assertEquals(1, hello.id());
      assertTrue(hello.isSticky());
      assertEquals("2024-03-01T09:30", hello.local().toString());
      assertEquals("2024-03-01T08:30:00Z", String.valueOf(hello.publishedAt()));
      assertEquals("https://mill-house.example/?p=1", hello.guid());
      assertEquals(4, hello.commentCount());
      List<Term> terms = site.quillbox.entries().terms(ImportSite.guest(), List.of(hello)).get(1L);
      assertEquals(
          List.of("rye", "flour", "undeclared", "sourdough"),
          terms.stream().map(Term::slug).toList());
      assertEquals(
          List.of("news", "bread", "rye"),
          site.quillbox.terms().slugs(ImportSite.guest(), terms.getFirst()));
      List<Comment> thread = site.quillbox.comments().thread(ImportSite.guest(), 1);
      assertEquals(List.of(0L, 1L, 2L, 0L), thread.stream().map(Comment::parent).toList());
      assertEquals("pingback", thread.getLast().type());
      assertTrue(thread.get(1).person() > 0);
      assertEquals(3, site.number("select count(*) as n from comments where status <> '1'"));
      assertEquals("aside", site.titled("An aside").format());
      assertEquals(" two words ", site.titled("Kept from most").secretWord());
      assertEquals(EntryStatus.FUTURE, site.titled("Not yet").status());
      assertEquals(
          "Mill House",
          site.texts("select chosen as v from options where name = 'blogname'").getFirst());
      assertTrue(
          site.texts("select chosen as v from options where name = 'former_hosts'")
              .getFirst()
              .contains("mill-house.example"));
      assertEquals(
          0,
          site.number(
              "select count(*) as n from people where role_name <> 'author' or password_hash <> ''"));
      assertEquals(0, site.number("select count(*) as n from entries where parent_id < 0"));
      assertEquals(0, site.number("select count(*) as n from changes where cause <> 'import'"));
      assertTrue(report.noteCount(ImportReport.NoteKind.SUSPICIOUS_TAG) >= 4);
    }
  }

  @Test
  void a_second_run_changes_nothing_and_its_numbers_add_up() {
    try (ImportSite site = open("twice")) {
      for (String name :
          List.of("mill-house.xml", "rowing-club.xml", "corner-shop.xml", "old-site.xml")) {
        Path file = fixture(name);
        ImportReport first = site.run(file, WxrImport.Options.NONE);
        List<String> dump = site.dump();
        long changes = site.changes();
        ImportReport second = site.run(file, WxrImport.Options.NONE);
        assertEquals(changes, site.changes(), name);
        assertEquals(dump, site.dump(), name);
        assertEquals(first.total().read(), second.total().read(), name);
        assertEquals(0, second.total().taken(), name);
        // A newer export of the same site: other bytes, the same things.
        site.run(
            file(
                "newer-" + name,
                WxrFiles.text(name).replace("</channel>", "<!-- newer -->\n</channel>")),
            WxrImport.Options.NONE);
        assertEquals(changes, site.changes(), "newer " + name);
      }
    }
  }

  @Test
  void a_run_killed_at_any_commit_ends_where_an_undisturbed_one_ends() {
    Path export = file("made.xml", MadeExport.of(130));
    List<String> undisturbed;
    try (ImportSite site = open("calm")) {
      assertEquals(130, site.run(export, WxrImport.Options.NONE).total().taken());
      undisturbed = site.dump();
      assertFalse(undisturbed.stream().anyMatch(l -> l.contains("parent_id=-")));
    }
    for (Probe.Point point : List.of(Probe.Point.COMMITTED, Probe.Point.FEED_WRITTEN)) {
      int kills = 0;
      int n = 1;
      long before = -1;
      boolean finished = false;
      while (!finished) {
        int[] left = {Integer.MAX_VALUE};
        try (ImportSite site =
            open(
                "killed-" + point,
                p -> {
                  if (p == point && --left[0] == 0) {
                    throw new Killed();
                  }
                })) {
          // Each run dies at the first moment that the one before did not get past: every boundary
          // is met.
          long now = site.changes();
          n = now == before ? n + 1 : 1;
          before = now;
          left[0] = n;
          site.run(export, WxrImport.Options.NONE);
          finished = true;
          assertEquals(undisturbed, site.dump(), point + " after " + kills);
        } catch (Killed _) {
          kills++;
        }
      }
      assertTrue(kills >= 8, point + ": killed " + kills + " times");
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void slugs_are_unique_among_siblings_even_where_the_parent_comes_later() {
    try (ImportSite site = open("team")) {
      site.run(file("made.xml", MadeExport.of(60)), WxrImport.Options.NONE);
      // Each page is called team and lies below another one, but for those whose parent is no page
      // of the file.
      assertEquals("team", site.titled("Item 3").slug());
      assertEquals(9, site.titled("Item 3").parent());
      assertEquals(
          "low",
          site.quillbox
              .terms()
              .slugs(
                  ImportSite.guest(),
                  site.quillbox
                      .terms()
                      .bySlug(ImportSite.guest(), Term.CATEGORY, "low")
                      .orElseThrow())
              .getLast());
      assertEquals(8, site.number("select parent_id as n from terms where slug = 'low'"));
      assertEquals(
          "de-DE", site.texts("select chosen as v from options where name = 'WPLANG'").getFirst());
    }
  }

  @Test
  void what_was_hidden_stays_hidden_on_every_way_of_reading() {
    for (String name : List.of("rowing-club.xml", "corner-shop.xml")) {
      try (ImportSite site = open("hidden-" + name)) {
        ImportReport report = site.run(fixture(name), WxrImport.Options.NONE);
        assertEquals(0, report.total().refused());
        String seen = everythingAGuestReads(site);
        // The guard inside a text is the business of rendering; the stored text holds both halves.
        String open = seen.replaceAll("(?s)\\[members_access.*?\\[/members_access\\]", "");
        assertFalse(
            open.contains("HIDDEN"),
            () ->
                name
                    + ": "
                    + open.substring(
                        Math.max(0, open.indexOf("HIDDEN") - 200),
                        Math.min(open.length(), open.indexOf("HIDDEN") + 60)));
        assertTrue(seen.contains("SHOWN"), name);
        if (name.startsWith("rowing")) {
          assertTrue(report.noteCount(ImportReport.NoteKind.RESTRICTED) > 0);
        }
        assertTrue(report.noteCount(ImportReport.NoteKind.PRIVATE_TYPE) > 0);
      }
    }
  }

  private static final Set<String> WAYS =
      Set.of(
          "find",
          "list",
          "bySlug",
          "byOldSlug",
          "beginning",
          "children",
          "path",
          "body",
          "terms",
          "meta",
          "media",
          "mediaByFile",
          "search",
          "desk");

  private static String everythingAGuestReads(ImportSite site) {
    Set<String> ways =
        Arrays.stream(Entries.class.getDeclaredMethods())
            .filter(m ->
                Modifier.isPublic(m.getModifiers())
                    && m.getParameterCount() > 0
                    && m.getParameterTypes()[0] == Reads.class)
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(WAYS), ways, "a new way of reading wants a line below");
    Reads guest = ImportSite.guest();
    Entries entries = site.quillbox.entries();
    List<Long> ids =
        site.quillbox.db().read(tx -> tx.list("select id from entries", r -> r.number("id")));
    List<String> types = site.texts("select distinct entry_type as v from entries");
    Set<Entry> seen = new HashSet<>(entries.list(guest, ids));
    for (long id : ids) {
      entries.find(guest, id).ifPresent(seen::add);
      for (String type : types) {
        seen.addAll(entries.children(guest, type, id));
      }
    }
    for (String type : types) {
      seen.addAll(entries.children(guest, type, 0));
      seen.addAll(entries.beginning(guest, type, "", 1000));
      for (String slug : site.texts("select slug as v from entries")) {
        seen.addAll(entries.bySlug(guest, type, slug));
        seen.addAll(entries.byOldSlug(guest, slug));
      }
    }
    seen.addAll(entries.search(guest, "HIDDEN", 1, 100).items());
    seen.addAll(
        entries.list(
            guest, site.quillbox.catalogue().posts(guest, new Scope.All(), 1, 1000).items()));
    assertThrows(Problem.Unauthenticated.class, () -> entries.desk(guest, "post", 1, 10));
    StringBuilder all = new StringBuilder();
    for (Entry e : seen) {
      all.append(e)
          .append(entries.path(guest, e))
          .append(entries.body(guest, e))
          .append(entries.meta(guest, e));
      all.append(entries.terms(guest, List.of(e))).append(entries.media(guest, List.of(e.id())));
      all.append(site.quillbox.comments().thread(guest, e.id()));
    }
    for (String f : site.texts("select file as v from media")) {
      Optional<MediaFile> media = entries.mediaByFile(guest, f);
      media.filter(m -> entries.find(guest, m.entry()).isPresent()).ifPresent(all::append);
    }
    return all.toString();
  }

  @Test
  void files_come_with_the_uploads_now_or_in_a_later_run() throws IOException {
    Path uploads = Files.createDirectories(dir.resolve("uploads/2020/01")).getParent().getParent();
    Files.write(uploads.resolve("2020/01/f5.jpg"), "five".getBytes(StandardCharsets.UTF_8));
    Files.createSymbolicLink(uploads.resolve("2020/01/f10.jpg"), uploads.resolve("2020/01/f5.jpg"));
    Path export = file("made.xml", MadeExport.of(20));
    try (ImportSite site = open("files")) {
      ImportReport without = site.run(export, WxrImport.Options.NONE);
      assertEquals(4, without.noteCount(ImportReport.NoteKind.MISSING_FILE));
      assertEquals(0, site.number("select count(*) as n from media where is_present = true"));
      WxrImport.Options with = new WxrImport.Options(Optional.of(uploads), false);
      ImportReport later = site.run(export, with);
      assertEquals(1L, later.counts().get("files"));
      assertEquals(
          1,
          site.number(
              "select count(*) as n from media where is_present = true and file = '2020/01/f5.jpg' and mime = 'image/jpeg' and size_bytes = 4"));
      assertEquals(
          "five", Files.readString(site.quillbox.data().media().resolve("2020/01/f5.jpg")));
      assertFalse(Files.exists(site.quillbox.data().media().resolve("2020/01/f10.jpg")));
      long changes = site.changes();
      site.run(export, with);
      assertEquals(changes, site.changes());
      assertTrue(
          site.texts("select chosen as v from options where name = 'former_hosts'")
              .getFirst()
              .contains("files.example"));
    }
  }

  @Test
  void a_broken_file_writes_nothing() {
    try (ImportSite site = open("broken")) {
      String whole = WxrFiles.text("mill-house.xml");
      List<String> before = site.dump();
      long changes = site.changes();
      Path cut = file("cut.xml", whole.substring(0, whole.length() - 200));
      assertThrows(Problem.Invalid.class, () -> site.run(cut, WxrImport.Options.NONE));
      assertThrows(
          Problem.Invalid.class, () -> site.run(dir.resolve("none.xml"), WxrImport.Options.NONE));
      assertEquals(before, site.dump());
      assertEquals(changes, site.changes());
    }
  }

  @Test
  void a_real_export_arrives_whole() {
    Optional<Path> real = WxrFiles.realExport();
    if (real.isEmpty()) {
      System.out.println("NOT RUN: the real export is not beside the project (-Dquillbox.data)");
    }
    Assumptions.assumeTrue(real.isPresent(), "NOT RUN: no real export");
    try (ImportSite site = open("real")) {
      long before = System.nanoTime();
      ImportReport report = site.run(real.get(), WxrImport.Options.NONE);
      System.out.println("real export in " + (System.nanoTime() - before) / 1_000_000 + " ms");
      assertEquals(new ImportReport.TypeCount("all", 168, 18, 0), report.total());
      for (Map.Entry<String, Integer> want :
          Map.of("post", 58, "page", 21, "attachment", 37, "nav_menu_item", 52).entrySet()) {
        assertEquals(
            (long) want.getValue(),
            site.number("select count(*) as n from entries where entry_type = ?", want.getKey()));
      }
      assertEquals(33, site.number("select count(*) as n from comments"));
      assertEquals(0, site.number("select count(*) as n from entries where parent_id < 0"));
      assertEquals(68, site.number("select count(*) as n from terms where taxonomy = 'category'"));
      long changes = site.changes();
      assertEquals(186, site.run(real.get(), WxrImport.Options.NONE).total().duplicate());
      assertEquals(changes, site.changes());
      assertFalse(ReportPrint.text(report).isEmpty());
    }
  }
}
