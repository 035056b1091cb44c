package org.quillbox.site.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quillbox.base.store.Row;
import org.quillbox.base.store.Sql;
import org.quillbox.base.store.Tx;

/** Reads posts as the catalogue needs them. */
final class ListedStore {
  private static final int AT_ONCE = 200;
  private static final String COLUMNS =
      "select id, published_at, published_local, author_id, sticky from entries";

  private ListedStore() {}

  /** Those of these entries that stand in lists. */
  static List<Listed> find(Tx tx, Collection<Long> ids) {
    List<Listed> found = new ArrayList<>();
    List<Long> open = List.copyOf(ids);
    for (int from = 0; from < open.size(); from += AT_ONCE) {
      List<Long> some = open.subList(from, Math.min(from + AT_ONCE, open.size()));
      Map<Long, List<Long>> terms =
          terms(tx, new Sql("select entry_id, term_id from entry_terms").andIn("entry_id", some));
      found.addAll(
          tx.list(
              new Sql(COLUMNS)
                  .andIn("id", some)
                  .and("entry_type = ?", EntryType.POST)
                  .and("status = ?", EntryStatus.PUBLISH.wire())
                  .and("is_shown = true"),
              row -> listed(row, terms)));
    }
    return found;
  }

  /** Everything that stands in lists. */
  static List<Listed> all(Tx tx) {
    Map<Long, List<Long>> terms = terms(tx, new Sql("select entry_id, term_id from entry_terms"));
    return tx.list(
        new Sql(COLUMNS)
            .and("entry_type = ?", EntryType.POST)
            .and("status = ?", EntryStatus.PUBLISH.wire())
            .and("is_shown = true"),
        row -> listed(row, terms));
  }

  private static Map<Long, List<Long>> terms(Tx tx, Sql sql) {
    Map<Long, List<Long>> terms = new HashMap<>();
    tx.list(
        sql,
        row ->
            terms
                .computeIfAbsent(row.number("entry_id"), none -> new ArrayList<>())
                .add(row.number("term_id")));
    terms.values().forEach(list -> list.sort(null));
    return terms;
  }

  private static Listed listed(Row row, Map<Long, List<Long>> terms) {
    long id = row.number("id");
    return new Listed(
        id,
        row.instant("published_at"),
        row.local("published_local"),
        row.number("author_id"),
        row.flag("sticky"),
        List.copyOf(terms.getOrDefault(id, List.of())),
        Set.of());
  }
}
