package org.quillbox.site.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.store.Row;
import org.quillbox.base.store.Sql;
import org.quillbox.base.store.Tx;

/** All SQL of entries and of what hangs on them. */
final class EntryStore {
  private static final String COLUMNS =
      """
      select id, entry_type, status, slug, parent_id, author_id, title, published_at, published_local,
        modified_at, comment_count, comments_open, post_format, sticky, secret_word, guid, lang,
        translation_group, is_shown, menu_order, template, version
      from entries\
      """;

  Optional<Entry> find(Tx tx, long id) {
    return tx.one(COLUMNS + " where id = ?", EntryStore::entry, id);
  }

  /** Entries by id, in the order of the ids; those that do not exist are left out. */
  List<Entry> find(Tx tx, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, Entry> found = new HashMap<>();
    tx.list(new Sql(COLUMNS).andIn("id", ids), EntryStore::entry)
        .forEach(e -> found.put(e.id(), e));
    List<Entry> ordered = new ArrayList<>();
    for (long id : ids) {
      Entry entry = found.get(id);
      if (entry != null) {
        ordered.add(entry);
      }
    }
    return ordered;
  }

  List<Entry> bySlug(Tx tx, String type, String slug) {
    return tx.list(
        COLUMNS + " where slug = ? and entry_type = ? order by id", EntryStore::entry, slug, type);
  }

  /** Public entries of a type whose slug begins so, at most {@code most}. */
  List<Entry> beginning(Tx tx, String type, String prefix, int most) {
    return tx.list(
        COLUMNS
            + """
             where entry_type = ? and status = 'publish' and is_shown = true and slug like ? escape '!'
            order by slug, id offset 0 rows fetch next ? rows only\
            """,
        EntryStore::entry,
        type,
        Sql.beginning(prefix),
        most);
  }

  /** What hangs below an entry, in menu order and then by id. */
  List<Entry> children(Tx tx, String type, long parent) {
    return tx.list(
        COLUMNS + " where parent_id = ? and entry_type = ? order by menu_order, id",
        EntryStore::entry,
        parent,
        type);
  }

  List<Entry> byOldSlug(Tx tx, String slug) {
    List<Long> ids =
        tx.list(
            "select entry_id from old_slugs where slug = ? order by entry_id",
            row -> row.number("entry_id"),
            slug);
    return find(tx, ids);
  }

  /** For the console: entries of a type by status, newest first. */
  List<Entry> list(Tx tx, Sql conditions, int offset, int size) {
    return tx.list(
        conditions.append(
            "order by modified_at desc, id desc offset ? rows fetch next ? rows only",
            offset,
            size),
        EntryStore::entry);
  }

  static Sql selectEntries() {
    return new Sql(COLUMNS);
  }

  /** Ids of what is due, oldest first. */
  List<Long> due(Tx tx, Instant now) {
    return tx.list(
        """
        select id from entries
        where entry_type in ('post', 'page') and status = 'future' and published_at <= ?
        order by published_at, id\
        """,
        row -> row.number("id"),
        now);
  }

  Map<String, Integer> countByStatus(Tx tx, String type) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    tx.list(
        "select status, count(*) as n from entries where entry_type = ? group by status",
        row -> counts.put(row.text("status"), row.small("n")),
        type);
    return counts;
  }

  /** How many entries a condition finds, by status. */
  Map<EntryStatus, Integer> countByStatus(Tx tx, Sql conditions) {
    Map<EntryStatus, Integer> counts = new EnumMap<>(EntryStatus.class);
    tx.list(
        conditions.append("group by status"),
        row ->
            counts.put(
                EntryStatus.named(row.text("status")).orElse(EntryStatus.PRIVATE), row.small("n")));
    return counts;
  }

  static Sql countEntriesByStatus() {
    return new Sql("select status, count(*) as n from entries");
  }

  /** Entries in menu order and then by id, for whoever puts them into a tree. */
  List<Entry> inMenuOrder(Tx tx, Sql conditions) {
    return tx.list(conditions.append("order by menu_order, id"), EntryStore::entry);
  }

  boolean exists(Tx tx, long id) {
    return tx.number("select count(*) as n from entries where id = ?", id) > 0;
  }

  boolean isSlugTaken(Tx tx, String scope, String slug, long butNot) {
    return tx.number(
            "select count(*) as n from entries where slug_scope = ? and slug = ? and id <> ?",
            scope,
            slug,
            butNot)
        > 0;
  }

  void insert(Tx tx, Entry e, @Nullable String slugScope) {
    tx.update(
        """
        insert into entries (entry_type, status, slug, slug_scope, parent_id, author_id, title, published_at,
          published_local, modified_at, comment_count, comments_open, post_format, sticky, secret_word,
          guid, lang, translation_group, is_shown, menu_order, template, restore_status, version, id)
        values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'',?,?)\
        """,
        values(e, slugScope));
  }

  void update(Tx tx, Entry e, @Nullable String slugScope) {
    tx.update(
        """
        update entries set entry_type = ?, status = ?, slug = ?, slug_scope = ?, parent_id = ?, author_id = ?,
          title = ?, published_at = ?, published_local = ?, modified_at = ?, comment_count = ?,
          comments_open = ?, post_format = ?, sticky = ?, secret_word = ?, guid = ?, lang = ?,
          translation_group = ?, is_shown = ?, menu_order = ?, template = ?, version = ?
        where id = ?\
        """,
        values(e, slugScope));
  }

  private static @Nullable Object[] values(Entry e, @Nullable String slugScope) {
    return new @Nullable Object[] {
      e.type(),
      e.status().wire(),
      e.slug(),
      slugScope,
      e.parent(),
      e.author(),
      e.title(),
      e.publishedAt(),
      e.publishedLocal(),
      e.modifiedAt(),
      e.commentCount(),
      e.commentsOpen(),
      e.format(),
      e.isSticky(),
      e.secretWord(),
      e.guid(),
      e.lang(),
      e.translationGroup(),
      e.isShown(),
      e.menuOrder(),
      e.template(),
      e.version(),
      e.id()
    };
  }

  void setRestoreStatus(Tx tx, long id, String status) {
    tx.update("update entries set restore_status = ? where id = ?", status, id);
  }

  String restoreStatus(Tx tx, long id) {
    return tx.one(
            "select restore_status from entries where id = ?",
            row -> row.text("restore_status"),
            id)
        .orElse("");
  }

  /** Answers whether the number is another one than before. */
  boolean setComments(Tx tx, long id, int count) {
    return tx.update(
            "update entries set comment_count = ? where id = ? and comment_count <> ?",
            count,
            id,
            count)
        > 0;
  }

  Optional<Body> body(Tx tx, long id) {
    return tx.one(
        "select content, excerpt, policy from bodies where entry_id = ?",
        row -> new Body(row.text("content"), row.text("excerpt"), row.text("policy")),
        id);
  }

  void putBody(Tx tx, long id, Body body) {
    tx.upsert(
        "update bodies set content = ?, excerpt = ?, policy = ? where entry_id = ?",
        "insert into bodies (content, excerpt, policy, entry_id) values (?,?,?,?)",
        body.content(),
        body.excerpt(),
        body.policy(),
        id);
  }

  List<Long> terms(Tx tx, long entry) {
    return tx.list(
        "select term_id from entry_terms where entry_id = ? order by place, term_id",
        row -> row.number("term_id"),
        entry);
  }

  /** Term ids of several entries at once, each in the order they were chosen. */
  Map<Long, List<Long>> terms(Tx tx, Collection<Long> entries) {
    Map<Long, List<Long>> terms = new HashMap<>();
    tx.list(
        new Sql("select entry_id, term_id from entry_terms")
            .andIn("entry_id", entries)
            .append("order by entry_id, place, term_id"),
        row ->
            terms
                .computeIfAbsent(row.number("entry_id"), none -> new ArrayList<>())
                .add(row.number("term_id")));
    return terms;
  }

  void putTerms(Tx tx, long entry, List<Long> terms) {
    tx.update("delete from entry_terms where entry_id = ?", entry);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (long term : terms.stream().distinct().toList()) {
      rows.add(new Object[] {entry, term, rows.size()});
    }
    tx.batch("insert into entry_terms (entry_id, term_id, place) values (?,?,?)", rows);
  }

  Map<String, List<String>> meta(Tx tx, long entry) {
    Map<String, List<String>> meta = new LinkedHashMap<>();
    tx.list(
        "select meta_key, meta_value from entry_meta where entry_id = ? order by place",
        row ->
            meta.computeIfAbsent(row.text("meta_key"), none -> new ArrayList<>())
                .add(row.text("meta_value")),
        entry);
    return meta;
  }

  /** One meta value of several entries: of each the first. */
  Map<Long, String> meta(Tx tx, Collection<Long> entries, String key) {
    Map<Long, String> values = new HashMap<>();
    tx.list(
        new Sql("select entry_id, meta_value from entry_meta")
            .andIn("entry_id", entries)
            .and("meta_key = ?", key)
            .append("order by entry_id, place"),
        row -> values.putIfAbsent(row.number("entry_id"), row.text("meta_value")));
    return values;
  }

  void putMeta(Tx tx, long entry, List<Map.Entry<String, String>> meta) {
    tx.update("delete from entry_meta where entry_id = ?", entry);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Map.Entry<String, String> m : meta) {
      rows.add(new Object[] {entry, rows.size(), m.getKey(), m.getValue()});
    }
    tx.batch(
        "insert into entry_meta (entry_id, place, meta_key, meta_value) values (?,?,?,?)", rows);
  }

  void addOldSlug(Tx tx, String slug, long entry) {
    if (tx.number(
            "select count(*) as n from old_slugs where slug = ? and entry_id = ?", slug, entry)
        == 0) {
      tx.update("insert into old_slugs (slug, entry_id) values (?,?)", slug, entry);
    }
  }

  private static Entry entry(Row row) {
    Instant published = row.instantOrNull("published_at");
    return new Entry(
        row.number("id"),
        row.text("entry_type"),
        EntryStatus.named(row.text("status")).orElse(EntryStatus.PRIVATE),
        row.text("slug"),
        row.number("parent_id"),
        row.number("author_id"),
        row.text("title"),
        published,
        published == null ? null : row.local("published_local"),
        row.instant("modified_at"),
        row.small("comment_count"),
        row.flag("comments_open"),
        row.text("post_format"),
        row.flag("sticky"),
        row.text("secret_word"),
        row.text("guid"),
        row.text("lang"),
        row.text("translation_group"),
        row.flag("is_shown"),
        row.small("menu_order"),
        row.text("template"),
        row.number("version"));
  }
}
