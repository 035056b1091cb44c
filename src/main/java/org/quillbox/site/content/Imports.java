package org.quillbox.site.content;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Slug;
import org.quillbox.base.store.Ids;
import org.quillbox.base.store.Tx;

/**
 * Takes entries of other systems: the same store and the same invariants as writing, but ids, dates, guids and
 * authors are kept, and nobody is mailed. Remembers what came from where, so that a second run adds nothing,
 * and how far a run is, in the transaction of what it did.
 */
public final class Imports {
  private final Ids ids;
  private final EntryStore store = new EntryStore();
  private final MediaStore media = new MediaStore();

  public Imports(Ids ids) {
    this.ids = ids;
  }

  /**
   * An entry of an import.
   *
   * @param entry its id is the wanted one; slug as it was, empty to make one from the title
   * @param terms local ids
   * @param oldSlugs former slugs that lead here
   * @param file null for everything but attachments; its entry id is ignored
   */
  public record Taken(
      Entry entry,
      Body body,
      List<Long> terms,
      List<Map.Entry<String, String>> meta,
      List<String> oldSlugs,
      @Nullable MediaFile file) {}

  /** A fresh id, taken outside the transaction. */
  public long nextId() {
    return ids.next(Posts.COUNTER);
  }

  /**
   * Takes an entry. The wanted id is kept when nobody has it.
   *
   * @param freshId used otherwise
   * @return the entry as it is now
   */
  public Entry take(Tx tx, Taken taken, long freshId) {
    Entry wanted = taken.entry;
    boolean free = wanted.id() > 0 && !store.exists(tx, wanted.id());
    long id = free && ids.keep(tx, Posts.COUNTER, wanted.id()) ? wanted.id() : freshId;
    Entry entry = placed(tx, EntryChange.of(wanted).id(id, wanted.parent(), wanted.author()));
    store.insert(tx, entry, EntryRules.slugScope(entry));
    store.putBody(tx, id, taken.body);
    store.putTerms(tx, id, taken.terms);
    store.putMeta(tx, id, taken.meta);
    for (String slug : taken.oldSlugs) {
      store.addOldSlug(tx, slug, id);
    }
    if (taken.file != null) {
      MediaFile f = taken.file;
      media.put(
          tx,
          new MediaFile(
              id,
              f.file(),
              f.mime(),
              f.width(),
              f.height(),
              f.sizeBytes(),
              f.isPresent(),
              f.sourceUrl()));
    }
    tx.changed(Entries.KIND, id, EntryRules.keys(null, entry));
    return entry;
  }

  /** Puts an entry below its parent, which may come later in the file. */
  public void place(Tx tx, long id, long parent) {
    Entry before = store.find(tx, id).orElseThrow();
    if (before.parent() == parent) {
      return;
    }
    Entry after = placed(tx, EntryChange.of(before).id(id, parent, before.author()));
    Entry next = EntryChange.of(after).version(before.version() + 1);
    store.update(tx, next, EntryRules.slugScope(next));
    tx.changed(Entries.KIND, id, EntryRules.keys(before, next));
  }

  private Entry placed(Tx tx, Entry entry) {
    if (!entry.status().claimsAddress()) {
      return entry;
    }
    Slug wanted = entry.slug().isEmpty() ? Slug.from(entry.title()) : new Slug(entry.slug());
    Slug base = wanted.isEmpty() ? new Slug(entry.type() + '-' + entry.id()) : wanted;
    Entry candidate = EntryChange.of(entry).slug(base.value());
    String scope = EntryRules.slugScope(candidate);
    for (int n = 2;
        scope != null && store.isSlugTaken(tx, scope, candidate.slug(), entry.id());
        n++) {
      candidate = EntryChange.of(entry).slug(base.numbered(n).value());
    }
    return candidate;
  }

  /** What a thing of the old site became here. */
  public OptionalLong found(Tx tx, String source, String kind, String key) {
    return tx.one(
            "select local_id from imported where source = ? and kind = ? and source_key = ?",
            row -> OptionalLong.of(row.number("local_id")),
            source,
            kind,
            key)
        .orElse(OptionalLong.empty());
  }

  public void remember(Tx tx, String source, String kind, String key, long localId) {
    tx.update(
        "insert into imported (source, kind, source_key, local_id) values (?,?,?,?)",
        source,
        kind,
        key,
        localId);
  }

  /** How many parts of a source are done. */
  public long done(Tx tx, String source) {
    return tx.one(
            "select done from import_progress where source = ?", row -> row.number("done"), source)
        .orElse(0L);
  }

  public void setDone(Tx tx, String source, long done) {
    tx.upsert(
        "update import_progress set done = ? where source = ?",
        "insert into import_progress (done, source) values (?,?)",
        done,
        source);
  }

  /** Sets the number of approved comments an entry has; part of the transaction that adds them. */
  public void setComments(Tx tx, long entry, int count) {
    if (store.setComments(tx, entry, count)) {
      tx.changed(Entries.KIND, entry, List.of(new Key.Row(Entries.KIND, entry)));
    }
  }
}
