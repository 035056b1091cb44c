package org.quillbox.site.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.quillbox.app.Quillbox;
import org.quillbox.base.config.Config;
import org.quillbox.base.config.DataDir;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Probe;
import org.quillbox.site.taxonomy.Term;

/** A real site in a temporary folder, with what the texts of the fixtures name by number. */
final class BodySite implements AutoCloseable {
  static final long HOST = 50;
  private static final LocalDateTime MAY = LocalDateTime.of(2020, 5, 4, 9, 0);

  private final DataDir data;
  final Quillbox quillbox;
  final Bodies bodies;
  final RecentList comments = new RecentList();

  /** The newest comments, as a test sets them. */
  static final class RecentList implements RecentComments {
    private List<Recent> recent = List.of();

    @Override
    public List<Recent> latest(Reads reads, int most) {
      return recent.stream().limit(most).toList();
    }
  }

  BodySite(Path folder) {
    data = DataDir.open(folder.resolve("data"), "test");
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    quillbox = Quillbox.open(Config.of(Map.of()), data, clock, Probe.NONE);
    Permalinks links = quillbox.permalinks();
    bodies =
        new Bodies(
            quillbox.entries(),
            quillbox.catalogue(),
            quillbox.terms(),
            quillbox.people(),
            quillbox.settings(),
            links,
            comments,
            quillbox.randoms(),
            Set.of("mill.local"));
    quillbox.settings().save(Actor.box(), Map.of("former_hosts", "old.example\nfiles.old.example"));
    terms();
    file(21, "2020/05/pear.jpg", "image/jpeg", true, 1500, 1000, 0, "Pear", "A ripe [sic] pear");
    file(22, "2020/05/gone.jpg", "image/jpeg", false, 0, 0, HOST, "Barn", "");
    file(23, "2020/05/bell.mp3", "audio/mpeg", true, 0, 0, HOST, "The bell", "");
    file(24, "2020/05/plan.pdf", "application/pdf", true, 0, 0, 0, "Plan", "");
    entry(
        30,
        "wp_block",
        "Shared",
        "<!-- wp:paragraph -->\n<p>Shared words.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:block {\"ref\":30} /-->\n\n<!-- wp:block {\"ref\":32} /-->",
        false,
        List.of(),
        List.of());
    entry(31, "secret_type", "Secret", "H2. Never seen.", false, List.of(), List.of());
    entry(
        32,
        "wp_block",
        "Second",
        "<!-- wp:paragraph -->\n<p style=\"color:red\">Words of the second.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:block {\"ref\":30} /-->",
        false,
        List.of(),
        List.of());
    entry(40, "page", "About \"us\"", "We.", true, List.of(), List.of());
    entry(
        41,
        "post",
        "Apples",
        "Apples & pears -- \"both\". [gallery] " + "word ".repeat(60),
        true,
        List.of(1L, 3L),
        List.of());
    entry(42, "post", "Bread", "Bread.", true, List.of(2L), List.of());
    entry(43, "post", "[:de]Katze[:en]Cat[:]", "Cats.", true, List.of(1L), List.of());
    entry(
        HOST,
        "post",
        "Host",
        "Host.",
        true,
        List.of(2L, 3L),
        List.of(
            Map.entry(
                "footnotes",
                "[{\"content\":\"See the \\u003cem\\u003epaper\\u003c/em\\u003e.\",\"id\":\"f1\"}]"),
            Map.entry("_thumbnail_id", "21")));
    comments.recent =
        List.of(
            new RecentComments.Recent(7, 41, "Ann <b>", "Fine & good", MAY),
            new RecentComments.Recent(6, 31, "Spy", "never", MAY));
  }

  private void terms() {
    quillbox
        .db()
        .tx(
            Cause.IMPORT,
            Actor.box(),
            tx -> {
              quillbox
                  .terms()
                  .take(tx, 1, 101, new Term(0, Term.CATEGORY, "garden", "Garden", "", 0));
              quillbox
                  .terms()
                  .take(tx, 2, 102, new Term(0, Term.CATEGORY, "roses", "Roses", "", 1));
              return quillbox
                  .terms()
                  .take(tx, 3, 103, new Term(0, Term.TAG, "wood", "Wood & \"oak\"", "", 0));
            });
  }

  private void file(
      long id,
      String file,
      String mime,
      boolean here,
      int width,
      int height,
      long parent,
      String title,
      String caption) {
    Entry entry = made(id, EntryType.ATTACHMENT, title, parent, true);
    List<Map.Entry<String, String>> meta =
        mime.startsWith("image/")
            ? List.of(Map.entry("_wp_attachment_image_alt", "Alt of " + title))
            : List.of();
    take(
        new Imports.Taken(
            entry,
            new Body("", caption, Body.AUTHOR),
            List.of(),
            meta,
            List.of(),
            new MediaFile(
                id,
                file,
                mime,
                width,
                height,
                10,
                here,
                "https://old.example/wp-content/uploads/" + file)));
  }

  private void entry(
      long id,
      String type,
      String title,
      String content,
      boolean shown,
      List<Long> terms,
      List<Map.Entry<String, String>> meta) {
    take(
        new Imports.Taken(
            made(id, type, title, 0, shown),
            new Body(content, "", Body.AUTHOR),
            terms,
            meta,
            List.of(),
            null));
  }

  void take(Imports.Taken taken) {
    quillbox
        .db()
        .tx(
            Cause.IMPORT,
            Actor.box(),
            tx -> quillbox.imports().take(tx, taken, taken.entry().id() + 100_000));
  }

  static Entry made(long id, String type, String title, long parent, boolean shown) {
    LocalDateTime local = MAY.plusDays(id);
    return new Entry(
        id,
        type,
        type.equals(EntryType.ATTACHMENT) ? EntryStatus.INHERIT : EntryStatus.PUBLISH,
        type + "-" + id,
        parent,
        0,
        title,
        local.toInstant(ZoneOffset.UTC),
        local,
        local.toInstant(ZoneOffset.UTC),
        0,
        true,
        "",
        false,
        "",
        "urn:x:" + id,
        "",
        "",
        shown,
        0,
        "",
        1);
  }

  /** The entry the texts of the fixtures are put into. */
  Entry host() {
    return quillbox.entries().find(guest(), HOST).orElseThrow();
  }

  static Reads guest() {
    return Reads.untracked(Actor.guest());
  }

  BodyHtml render(String text) {
    return bodies.render(guest(), host(), new Body(text, "", Body.AUTHOR));
  }

  /** All pages of a text, one after the other. */
  String html(String text) {
    StringBuilder out = new StringBuilder();
    render(text).pages().forEach(page -> out.append(page.markup()).append('\n'));
    return out.toString();
  }

  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(BodySite.class.getResourceAsStream("/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    quillbox.close();
    data.close();
  }
}
