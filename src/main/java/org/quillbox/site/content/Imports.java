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
  /** Levels of a tree that is followed upwards; deeper ones are taken for circles. */
  private static final int DEEPEST = 100;

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

  /** Moves the counter past the highest id of an import, so that fresh ids take none that is to be kept. */
  public void reserve(Tx tx, long highest) {
    ids.keep(tx, Posts.COUNTER, highest);
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
      putFile(tx, id, taken.file);
    }
    tx.changed(Entries.KIND, id, EntryRules.keys(null, entry));
    return entry;
  }

  /**
   * An entry whose parent was not there when it was taken.
   *
   * @param oldParent number of the parent in the old site
   */
  public record Waiting(long id, long oldParent) {}

  /**
   * Entries of a source that wait for their parent: they were taken with its old number, negative, as parent.
   * So a slug is unique among its siblings from the start, and a run that was killed knows what is left.
   */
  public List<Waiting> waiting(Tx tx, String source, int most) {
    return tx.list(
        """
        select e.id as id, e.parent_id as parent_id
        from entries e join imported i on i.local_id = e.id
        where i.source = ? and i.kind = 'item' and e.parent_id < 0
        order by e.id offset 0 rows fetch next ? rows only\
        """,
        row -> new Waiting(row.number("id"), -row.number("parent_id")),
        source,
        most);
  }

  /** Whether readers may see an entry or may come to see it; what hangs on any other one is not shown either. */
  public boolean isOpen(Tx tx, long id) {
    return store
        .find(tx, id)
        .filter(e -> e.isShown() && e.status() != EntryStatus.PRIVATE)
        .isPresent();
  }

  /**
   * Puts an entry below its parent, which may come later in the file. A circle is opened here; an attachment is
   * shown from now on, unless its parent is not.
   *
   * @param parent 0 when it never came
   */
  public void place(Tx tx, long id, long parent) {
    Entry before = store.find(tx, id).orElseThrow();
    if (before.parent() == parent) {
      return;
    }
    long above = isAbove(tx, id, parent) ? 0 : parent;
    boolean shown = before.isAttachment() ? above == 0 || isOpen(tx, above) : before.isShown();
    Entry after =
        placed(
            tx, EntryChange.of(EntryChange.of(before).id(id, above, before.author())).shown(shown));
    Entry next = EntryChange.of(after).version(before.version() + 1);
    store.update(tx, next, EntryRules.slugScope(next));
    tx.changed(Entries.KIND, id, EntryRules.keys(before, next));
  }

  private boolean isAbove(Tx tx, long id, long parent) {
    long at = parent;
    for (int i = 0; i < DEEPEST && at > 0; i++) {
      if (at == id) {
        return true;
      }
      at = store.find(tx, at).map(Entry::parent).orElse(0L);
    }
    return at > 0;
  }

  /**
   * Says that the file of an attachment, missing until now, is here.
   *
   * @return false when it was here already, or the entry has no file
   */
  public boolean arrived(Tx tx, long id, MediaFile file) {
    MediaFile known = media.find(tx, List.of(id)).get(id);
    if (known == null || known.isPresent()) {
      return false;
    }
    putFile(tx, id, file);
    Entry entry = store.find(tx, id).orElseThrow();
    tx.changed(Entries.KIND, id, EntryRules.keys(entry, entry));
    return true;
  }

  private void putFile(Tx tx, long id, MediaFile f) {
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
