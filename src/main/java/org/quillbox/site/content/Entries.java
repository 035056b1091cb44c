package org.quillbox.site.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.kernel.Slice;
import org.quillbox.base.store.Db;
import org.quillbox.base.store.Sql;
import org.quillbox.site.taxonomy.Term;
import org.quillbox.site.taxonomy.Terms;

/**
 * Reading entries: what somebody may see of them. Every method notes the keys it read and leaves out what the
 * actor of the reading may not know of; one predicate, {@link #isVisible}, decides for all of them.
 */
public final class Entries {
  public static final String KIND = "entry";
  private static final int DEEPEST = 30;
  private static final int MOST_FOUND = 500;

  private final Db db;
  private final Terms terms;
  private final EntryStore store = new EntryStore();
  private final MediaStore media = new MediaStore();

  public Entries(Db db, Terms terms) {
    this.db = db;
    this.terms = terms;
  }

  /** An entry by id, if this actor may see it. */
  public Optional<Entry> find(Reads reads, long id) {
    reads.saw(new Key.Row(KIND, id));
    return db.read(tx -> store.find(tx, id)).filter(e -> isVisible(reads, e));
  }

  /**
   * An entry to stand inside another, for everybody: published, and either shown or of a type that has no
   * address of its own.
   *
   * @param types names of such types
   */
  Optional<Entry> inside(Reads reads, long id, Set<String> types) {
    reads.saw(new Key.Row(KIND, id));
    return db.read(tx -> store.find(tx, id))
        .filter(e -> e.status() == EntryStatus.PUBLISH)
        .filter(e -> e.isShown() || types.contains(e.type()));
  }

  /** Entries by id, in that order; those that this actor may not see are left out. */
  public List<Entry> list(Reads reads, Collection<Long> ids) {
    ids.forEach(id -> reads.saw(new Key.Row(KIND, id)));
    return visible(reads, db.read(tx -> store.find(tx, ids)));
  }

  /** Entries of a type with a slug: several when a site has several languages, or pages at several places. */
  public List<Entry> bySlug(Reads reads, String type, String slug) {
    reads.saw(Key.Name.of(slug));
    return visible(reads, db.read(tx -> store.bySlug(tx, type, slug)));
  }

  /** The entry that once had a slug. */
  public List<Entry> byOldSlug(Reads reads, String slug) {
    reads.saw(Key.Name.of(slug));
    return visible(reads, db.read(tx -> store.byOldSlug(tx, slug)));
  }

  /** Public entries whose slug begins so, for guessing and for suggestions. */
  public List<Entry> beginning(Reads reads, String type, String prefix, int most) {
    reads.saw(Key.Name.of(prefix));
    return visible(reads, db.read(tx -> store.beginning(tx, type, prefix, most)));
  }

  /** Pages below a page (0: top level), in menu order and then by title. */
  public List<Entry> children(Reads reads, String type, long parent) {
    reads.saw(new Key.Members("children:" + type + ':' + parent));
    return visible(reads, db.read(tx -> store.children(tx, type, parent)));
  }

  /** From the topmost page down to the page itself. */
  public List<Entry> path(Reads reads, Entry entry) {
    LinkedHashSet<Entry> up = new LinkedHashSet<>();
    up.add(entry);
    long parent = entry.isPage() ? entry.parent() : 0;
    while (parent != 0 && up.size() < DEEPEST) {
      long at = parent;
      reads.saw(new Key.Row(KIND, at));
      Optional<Entry> found = db.read(tx -> store.find(tx, at)).filter(p -> isVisible(reads, p));
      if (found.isEmpty() || !up.add(found.get())) {
        break;
      }
      parent = found.get().parent();
    }
    return List.copyOf(up).reversed();
  }

  /** The long text, of an entry that was already found to be visible. */
  public Body body(Reads reads, Entry entry) {
    reads.saw(new Key.Row(KIND, entry.id()));
    return db.read(tx -> store.body(tx, entry.id())).orElse(new Body("", "", Body.AUTHOR));
  }

  /** Terms of entries, each list in the order they were chosen. */
  public Map<Long, List<Term>> terms(Reads reads, Collection<Entry> entries) {
    List<Long> ids = entries.stream().map(Entry::id).toList();
    Map<Long, List<Long>> stored = db.read(tx -> store.terms(tx, ids));
    Map<Long, List<Term>> all = new HashMap<>();
    for (long id : ids) {
      List<Term> own = new ArrayList<>();
      for (long term : stored.getOrDefault(id, List.of())) {
        terms.find(reads, term).ifPresent(own::add);
      }
      all.put(id, own);
    }
    return all;
  }

  /** All meta of an entry, values in order. */
  public Map<String, List<String>> meta(Reads reads, Entry entry) {
    reads.saw(new Key.Row(KIND, entry.id()));
    return db.read(tx -> store.meta(tx, entry.id()));
  }

  /** One meta value of each of several entries. */
  public Map<Long, String> meta(Reads reads, Collection<Long> entries, String key) {
    entries.forEach(id -> reads.saw(new Key.Row(KIND, id)));
    return entries.isEmpty() ? Map.of() : db.read(tx -> store.meta(tx, entries, key));
  }

  /** Files of attachments, by the id of the attachment. */
  public Map<Long, MediaFile> media(Reads reads, Collection<Long> attachments) {
    attachments.forEach(id -> reads.saw(new Key.Row(KIND, id)));
    return attachments.isEmpty() ? Map.of() : db.read(tx -> media.find(tx, attachments));
  }

  /** The attachment that has a file; used to find what an address below the uploads means. */
  public Optional<MediaFile> mediaByFile(Reads reads, String file) {
    Optional<MediaFile> found = db.read(tx -> media.byFile(tx, file));
    found.ifPresent(m -> reads.saw(new Key.Row(KIND, m.entry())));
    return found;
  }

  /**
   * Public posts and pages whose title holds every word, newest first.
   *
   * @param words as typed; at most ten of them count
   */
  public Slice<Entry> search(Reads reads, String words, int page, int size) {
    List<String> terms =
        Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .filter(w -> !w.isEmpty())
            .limit(10)
            .toList();
    reads.saw(new Key.Index());
    if (terms.isEmpty()) {
      return Slice.empty(page, size);
    }
    List<Entry> found =
        db.read(tx -> {
          Sql sql =
              EntryStore.selectEntries()
                  .and("status = ?", EntryStatus.PUBLISH.wire())
                  .and("entry_type in (?, ?)", EntryType.POST, EntryType.PAGE)
                  .and("is_shown = true");
          terms.forEach(t -> sql.and("lower(title) like ? escape '!'", Sql.containing(t)));
          return store.list(tx, sql, 0, MOST_FOUND);
        });
    List<Entry> visible = visible(reads, found);
    int from = Math.min((page - 1) * size, visible.size());
    return new Slice<>(
        visible.subList(from, Math.min(from + size, visible.size())), page, size, visible.size());
  }

  /** For the console and the command line: entries of a type but those in the trash, last changed first. */
  public Slice<Entry> desk(Reads reads, String type, int page, int size) {
    reads
        .actor()
        .require(type.equals(EntryType.PAGE) ? Capability.EDIT_PAGES : Capability.EDIT_POSTS);
    List<Entry> found =
        db.read(tx ->
            store.list(
                tx,
                EntryStore.selectEntries()
                    .and("entry_type = ?", type)
                    .and("status <> ?", EntryStatus.TRASH.wire()),
                (page - 1) * size,
                size));
    List<Entry> visible = visible(reads, found);
    return new Slice<>(visible, page, size, visible.size());
  }

  /** For the console: what somebody may edit of a type, last changed first. */
  Slice<Entry> desk(Reads reads, DeskQuery query, int page, int size) {
    int total =
        deskCounts(reads, query).entrySet().stream()
            .filter(count ->
                query.status() == null
                    ? count.getKey() != EntryStatus.TRASH
                    : count.getKey() == query.status())
            .mapToInt(Map.Entry::getValue)
            .sum();
    int last = Math.max(1, (total + size - 1) / size);
    int shown = Math.clamp(page, 1, last);
    List<Entry> found =
        db.read(tx ->
            store.list(
                tx,
                query.onto(EntryStore.selectEntries(), reads.actor()),
                (shown - 1) * size,
                size));
    return new Slice<>(found, shown, size, total);
  }

  /** How many of them there are in each status. */
  Map<EntryStatus, Integer> deskCounts(Reads reads, DeskQuery query) {
    return db.read(tx ->
        store.countByStatus(tx, query.ofType(EntryStore.countEntriesByStatus(), reads.actor())));
  }

  /** A page with its place among the pages: how deep, and the slugs from the top down to it. */
  record Placed(Entry page, int depth, List<String> slugs) {
    Placed {
      slugs = List.copyOf(slugs);
    }
  }

  /** All pages that somebody may edit but those in the trash, each before those below it. */
  List<Placed> pageTree(Reads reads) {
    DeskQuery all = new DeskQuery(EntryType.PAGE, null, "");
    Map<Long, List<Entry>> below = new HashMap<>();
    Set<Long> ids = new HashSet<>();
    List<Entry> pages =
        db.read(tx -> store.inMenuOrder(tx, all.onto(EntryStore.selectEntries(), reads.actor())));
    pages.forEach(page -> ids.add(page.id()));
    for (Entry page : pages) {
      // Below a page in the trash one stands at the top.
      long parent = ids.contains(page.parent()) ? page.parent() : 0;
      below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(page);
    }
    List<Placed> placed = new ArrayList<>(pages.size());
    place(below, 0, List.of(), placed);
    return placed;
  }

  private static void place(
      Map<Long, List<Entry>> below, long parent, List<String> above, List<Placed> placed) {
    // Taken out, so that pages that are each other's parent end the walk.
    for (Entry page : Objects.requireNonNullElse(below.remove(parent), List.<Entry>of())) {
      List<String> slugs = new ArrayList<>(above);
      slugs.add(page.slug());
      placed.add(new Placed(page, above.size(), slugs));
      if (slugs.size() < DEEPEST) {
        place(below, page.id(), slugs, placed);
      }
    }
  }

  private List<Entry> visible(Reads reads, List<Entry> found) {
    List<Entry> visible = new ArrayList<>();
    for (Entry entry : found) {
      reads.saw(new Key.Row(KIND, entry.id()));
      if (isVisible(reads, entry)) {
        visible.add(entry);
      }
    }
    return visible;
  }

  /** What this actor may know of: public entries, own ones, and the rest by capability (security A5). */
  private boolean isVisible(Reads reads, Entry entry) {
    if (entry.isAttachment()) {
      return isAttachmentVisible(reads, entry);
    }
    if (entry.isPublic()) {
      return true;
    }
    var actor = reads.actor();
    if (!actor.isPerson() && actor.capabilities().isEmpty()) {
      return false;
    }
    if (!entry.isShown()) {
      return actor.can(Capability.EDIT_OTHERS_POSTS);
    }
    boolean own = actor.isPerson() && actor.id() == entry.author();
    boolean page = entry.isPage();
    return switch (entry.status()) {
      case PRIVATE ->
          own || actor.can(page ? Capability.READ_PRIVATE_PAGES : Capability.READ_PRIVATE_POSTS);
      case DRAFT, PENDING, FUTURE, TRASH, PUBLISH, INHERIT ->
          own && actor.can(page ? Capability.EDIT_PAGES : Capability.EDIT_POSTS)
              || actor.can(page ? Capability.EDIT_OTHERS_PAGES : Capability.EDIT_OTHERS_POSTS);
    };
  }

  private boolean isAttachmentVisible(Reads reads, Entry attachment) {
    if (!attachment.isShown()
        || attachment.status() == EntryStatus.TRASH
        || attachment.status() == EntryStatus.PRIVATE) {
      return reads.actor().can(Capability.EDIT_OTHERS_POSTS);
    }
    if (attachment.parent() == 0) {
      return true;
    }
    reads.saw(new Key.Row(KIND, attachment.parent()));
    Optional<Entry> parent = db.read(tx -> store.find(tx, attachment.parent()));
    // A file whose owner is gone stays reachable, as in WordPress.
    return parent.isEmpty() || parent.get().isAttachment() || isVisible(reads, parent.get());
  }
}
