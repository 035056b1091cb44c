package org.quillbox.door.wxr;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quillbox.app.Quillbox;
import org.quillbox.base.config.Config;
import org.quillbox.base.config.ConfigKey;
import org.quillbox.base.config.DataDir;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.store.Probe;
import org.quillbox.base.store.Row;
import org.quillbox.site.content.Entry;

/** A real site in a folder, opened to import into and to look at. */
final class ImportSite implements AutoCloseable {
  private final DataDir data;
  final Quillbox quillbox;

  ImportSite(Path folder, Map<ConfigKey<?>, String> config, Probe probe) {
    data = DataDir.open(folder, "test");
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    quillbox = Quillbox.open(Config.of(config), data, clock, probe);
  }

  ImportReport run(Path file, WxrImport.Options options) {
    return new WxrImport(
            quillbox.db(),
            quillbox.people(),
            quillbox.terms(),
            quillbox.imports(),
            quillbox.comments(),
            quillbox.settings(),
            quillbox.data().media(),
            quillbox.clock())
        .run(Actor.box(), file, options, WxrImport.Progress.NONE);
  }

  static Reads guest() {
    return Reads.untracked(Actor.guest());
  }

  static Reads box() {
    return Reads.untracked(Actor.box());
  }

  long changes() {
    return number("select count(*) as n from changes");
  }

  long number(String sql, Object... parameters) {
    return quillbox.db().read(tx -> tx.number(sql, parameters));
  }

  List<String> texts(String sql, Object... parameters) {
    return quillbox.db().read(tx -> tx.list(sql, row -> row.text("v"), parameters));
  }

  Entry titled(String title) {
    long id = number("select id as n from entries where title = ?", title);
    return quillbox.entries().find(box(), id).orElseThrow();
  }

  Optional<Entry> seenByGuest(String title) {
    return quillbox
        .entries()
        .find(guest(), number("select id as n from entries where title = ?", title));
  }

  /** Everything an import leaves behind; people and terms by name, because their ids may be fresh ones. */
  List<String> dump() {
    List<String> all = new ArrayList<>();
    add(
        all,
        "select login, slug, display_name, email, role_name, password_hash from people",
        r -> t(r, "login", "slug", "display_name", "email", "role_name", "password_hash"));
    add(
        all,
        """
        select t.taxonomy, t.slug, t.name, t.description, coalesce(p.slug, '-') as above
        from terms t left join terms p on p.id = t.parent_id\
        """,
        r -> t(r, "taxonomy", "slug", "name", "description", "above"));
    add(
        all,
        """
        select e.id, e.parent_id, e.comment_count, e.menu_order, e.version, e.sticky, e.is_shown, e.comments_open, e.entry_type, e.status, e.slug,
          coalesce(e.slug_scope, '-') as scope, coalesce(p.login, '-') as who, e.title, e.post_format, e.secret_word,
          e.guid, e.lang, e.translation_group, e.template, e.modified_at, e.published_at
        from entries e left join people p on p.id = e.author_id\
        """,
        r ->
            n(r, "id", "parent_id", "comment_count", "menu_order", "version")
                + r.flag("sticky")
                + r.flag("is_shown")
                + r.flag("comments_open")
                + r.instant("modified_at")
                + r.instantOrNull("published_at")
                + t(
                    r,
                    "entry_type",
                    "status",
                    "slug",
                    "scope",
                    "who",
                    "title",
                    "post_format",
                    "secret_word",
                    "guid",
                    "lang",
                    "translation_group",
                    "template"));
    add(
        all,
        "select entry_id, content, excerpt, policy from bodies",
        r -> n(r, "entry_id") + t(r, "content", "excerpt", "policy"));
    add(
        all,
        "select entry_id, place, meta_key, meta_value from entry_meta",
        r -> n(r, "entry_id", "place") + t(r, "meta_key", "meta_value"));
    add(
        all,
        "select x.entry_id, x.place, t.slug from entry_terms x join terms t on t.id = x.term_id",
        r -> n(r, "entry_id", "place") + t(r, "slug"));
    add(all, "select entry_id, slug from old_slugs", r -> n(r, "entry_id") + t(r, "slug"));
    add(
        all,
        "select entry_id, file, mime, width, height, size_bytes, is_present, source_url from media",
        r ->
            n(r, "entry_id", "width", "height", "size_bytes")
                + r.flag("is_present")
                + t(r, "file", "mime", "source_url"));
    add(
        all,
        """
        select c.id, c.entry_id, c.parent_id, coalesce(p.login, '-') as who, c.author_name, c.status, c.comment_type, c.content, c.made_at
        from comments c left join people p on p.id = c.person_id\
        """,
        r ->
            n(r, "id", "entry_id", "parent_id")
                + r.instant("made_at")
                + t(r, "who", "author_name", "status", "comment_type", "content"));
    add(
        all,
        "select comment_id, place, meta_key, meta_value from comment_meta",
        r -> n(r, "comment_id", "place") + t(r, "meta_key", "meta_value"));
    add(all, "select name, chosen from options", r -> t(r, "name", "chosen"));
    add(
        all,
        "select source, kind, source_key from imported",
        r -> t(r, "source", "kind", "source_key"));
    add(all, "select source, done from import_progress", r -> n(r, "done") + t(r, "source"));
    return all;
  }

  private void add(List<String> all, String sql, java.util.function.Function<Row, String> line) {
    String table = sql.replaceAll("(?s).*?\\bfrom (\\w+).*", "$1");
    quillbox.db().read(tx -> tx.list(sql, line)).stream()
        .sorted()
        .forEach(l -> all.add(table + ": " + l));
  }

  private static String t(Row row, String... columns) {
    StringBuilder out = new StringBuilder();
    for (String column : columns) {
      out.append(' ').append(column).append('=').append(row.text(column));
    }
    return out.toString();
  }

  private static String n(Row row, String... columns) {
    StringBuilder out = new StringBuilder();
    for (String column : columns) {
      out.append(' ').append(column).append('=').append(row.number(column));
    }
    return out.append(' ').toString();
  }

  @Override
  public void close() {
    quillbox.close();
    data.close();
  }
}
