package org.quillbox.site.content;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.kernel.Slug;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Db;
import org.quillbox.base.store.Ids;
import org.quillbox.base.store.Tx;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;

/** The verbs of posts and pages. Each is one transaction; each is answered when every reader will see it. */
public final class Posts {
  static final String COUNTER = "entry";

  private final Db db;
  private final Ids ids;
  private final Settings settings;
  private final Randoms randoms;
  private final EntryStore store = new EntryStore();

  public Posts(Db db, Ids ids, Settings settings, Randoms randoms) {
    this.db = db;
    this.ids = ids;
    this.settings = settings;
    this.randoms = randoms;
  }

  /**
   * Writes a new entry.
   *
   * @throws Problem.Invalid by field of the form
   */
  public Entry add(Actor actor, EntryDraft draft) {
    boolean page = draft.type().equals(EntryType.PAGE);
    actor.require(page ? Capability.EDIT_PAGES : Capability.EDIT_POSTS);
    check(draft);
    requireStatus(actor, draft);
    long id = ids.next(COUNTER);
    String guid = "urn:uuid:" + UUID.nameUUIDFromBytes(randoms.bytes(16));
    return db.tx(
        Cause.INTERACTIVE,
        actor,
        tx -> {
          Entry blank = blank(id, draft.type(), actor.id(), guid, tx.now());
          Entry made = placed(tx, apply(blank, draft, tx.now()));
          store.insert(tx, made, EntryRules.slugScope(made));
          store.putBody(tx, id, new Body(draft.content(), draft.excerpt(), Body.AUTHOR));
          store.putTerms(tx, id, terms(made, draft));
          tx.changed(Entries.KIND, id, EntryRules.keys(null, made));
          return made;
        });
  }

  /**
   * Writes an entry anew.
   *
   * @throws Problem.Conflict when it was changed since the draft was made
   */
  public Entry save(Actor actor, long id, EntryDraft draft) {
    check(draft);
    return db.tx(
        Cause.INTERACTIVE,
        actor,
        tx -> {
          Entry before = stored(tx, id);
          EntryRules.requireEdit(actor, before);
          if (draft.status() != before.status()) {
            requireStatus(actor, draft);
          }
          if (draft.version() != 0 && draft.version() != before.version()) {
            throw new Problem.Conflict(
                "conflict",
                "Somebody else saved this while you were writing. Nothing was overwritten; your text is below. Compare the two and save again.");
          }
          Entry after = placed(tx, apply(before, draft, tx.now()));
          store.putBody(tx, id, new Body(draft.content(), draft.excerpt(), Body.AUTHOR));
          store.putTerms(tx, id, terms(after, draft));
          return put(tx, before, after);
        });
  }

  /** Publishes an entry now, whatever it was before. */
  public Entry publish(Actor actor, long id) {
    return db.tx(
        Cause.INTERACTIVE,
        actor,
        tx -> {
          Entry before = stored(tx, id);
          EntryRules.requireEdit(actor, before);
          EntryRules.requirePublish(actor, before.type());
          return before.status() == EntryStatus.PUBLISH
              ? before
              : put(tx, before, published(tx, before));
        });
  }

  /** Moves an entry to the trash, from where {@link #restore} brings it back as it was. */
  public Entry trash(Actor actor, long id) {
    return db.tx(
        Cause.INTERACTIVE,
        actor,
        tx -> {
          Entry before = stored(tx, id);
          EntryRules.requireDelete(actor, before);
          if (before.status() == EntryStatus.TRASH) {
            return before;
          }
          store.setRestoreStatus(tx, id, before.status().wire());
          return put(tx, before, EntryChange.of(before).status(EntryStatus.TRASH).at(tx.now()));
        });
  }

  /** Takes an entry out of the trash. Its address is its own again unless somebody took it meanwhile. */
  public Entry restore(Actor actor, long id) {
    return db.tx(
        Cause.INTERACTIVE,
        actor,
        tx -> {
          Entry before = stored(tx, id);
          EntryRules.requireDelete(actor, before);
          if (before.status() != EntryStatus.TRASH) {
            return before;
          }
          EntryStatus was =
              EntryStatus.named(store.restoreStatus(tx, id)).orElse(EntryStatus.DRAFT);
          EntryStatus now = EntryRules.status(was, before.publishedAt(), tx.now());
          return put(tx, before, placed(tx, EntryChange.of(before).status(now).at(tx.now())));
        });
  }

  /** Deletes an entry that is in the trash, for good. */
  public void delete(Actor actor, long id) {
    db.tx(
        Cause.INTERACTIVE,
        actor,
        tx -> {
          Entry before = stored(tx, id);
          EntryRules.requireDelete(actor, before);
          if (before.status() != EntryStatus.TRASH) {
            throw new Problem.Conflict(
                "not_in_trash", "Move it to the trash first; from there it can be deleted.");
          }
          for (String table :
              List.of("bodies", "entry_meta", "entry_terms", "old_slugs", "media")) {
            tx.update("delete from " + table + " where entry_id = ?", id);
          }
          tx.update("delete from entries where id = ?", id);
          tx.changed(Entries.KIND, id, EntryRules.keys(before, null));
          return id;
        });
  }

  /**
   * Publishes what is due, each in a transaction of its own.
   *
   * @return how many appeared
   */
  public int publishDue(Instant now) {
    List<Long> due = db.read(tx -> store.due(tx, now));
    int appeared = 0;
    for (long id : due) {
      appeared +=
          db.tx(
              Cause.SCHEDULE,
              Actor.box(),
              tx -> {
                Entry before = stored(tx, id);
                Instant at = before.publishedAt();
                if (before.status() != EntryStatus.FUTURE || at == null || at.isAfter(now)) {
                  return 0;
                }
                put(
                    tx,
                    before,
                    placed(
                        tx,
                        EntryChange.of(before)
                            .status(EntryStatus.PUBLISH)
                            .at(before.modifiedAt())));
                return 1;
              });
    }
    return appeared;
  }

  /** Puts the state of an entry and everything that follows from the difference. */
  private Entry put(Tx tx, Entry before, Entry after) {
    Entry next = EntryChange.of(after).version(before.version() + 1);
    boolean wasReachable = before.isPublic() && !before.slug().isEmpty();
    if (wasReachable && !before.slug().equals(next.slug())) {
      store.addOldSlug(tx, before.slug(), before.id());
    }
    store.update(tx, next, EntryRules.slugScope(next));
    tx.changed(Entries.KIND, next.id(), EntryRules.keys(before, next));
    return next;
  }

  private Entry published(Tx tx, Entry before) {
    Entry dated = EntryChange.of(before).published(tx.now(), local(tx.now()));
    return placed(tx, EntryChange.of(dated).status(EntryStatus.PUBLISH).at(tx.now()));
  }

  /** Gives an entry that claims an address a slug that is its own. */
  private Entry placed(Tx tx, Entry entry) {
    if (!entry.status().claimsAddress()) {
      return entry;
    }
    Slug wanted = entry.slug().isEmpty() ? Slug.from(entry.title()) : new Slug(entry.slug());
    Slug base =
        wanted.isEmpty()
            ? new Slug(entry.type() + '-' + entry.id())
            : EntryRules.unreserved(wanted, entry.type());
    Slug free = base;
    Entry candidate = EntryChange.of(entry).slug(free.value());
    for (int n = 2; isTaken(tx, candidate); n++) {
      free = base.numbered(n);
      candidate = EntryChange.of(entry).slug(free.value());
    }
    return candidate;
  }

  private boolean isTaken(Tx tx, Entry entry) {
    String scope = EntryRules.slugScope(entry);
    return scope != null && store.isSlugTaken(tx, scope, entry.slug(), entry.id());
  }

  private Entry apply(Entry before, EntryDraft draft, Instant now) {
    Instant at = before.publishedAt();
    LocalDateTime local = before.publishedLocal();
    boolean goesOut =
        draft.status() == EntryStatus.PUBLISH
            || draft.status() == EntryStatus.FUTURE
            || draft.status() == EntryStatus.PRIVATE;
    if (draft.date() != null) {
      if (!draft.date().equals(local)) {
        local = draft.date();
        at = local.atZone(zone()).toInstant();
      }
    } else if (goesOut && (at == null || before.status() != EntryStatus.PUBLISH)) {
      at = now;
      local = local(now);
    }
    String slug =
        draft.slug().isBlank()
            ? (before.isPublic() ? before.slug() : "")
            : Slug.from(draft.slug()).value();
    return EntryChange.of(before)
        .from(draft, slug, EntryRules.status(draft.status(), at, now), at, local, now);
  }

  /** Categories, then tags; a published post without any gets the default category. */
  private List<Long> terms(Entry entry, EntryDraft draft) {
    List<Long> all = new ArrayList<>(draft.categories());
    if (all.isEmpty() && entry.isPost() && entry.status().claimsAddress()) {
      long standard = settings.number(Reads.untracked(Actor.box()), Option.DEFAULT_CATEGORY);
      if (standard > 0) {
        all.add(standard);
      }
    }
    all.addAll(draft.tags());
    return all;
  }

  private void requireStatus(Actor actor, EntryDraft draft) {
    switch (draft.status()) {
      case PUBLISH, FUTURE, PRIVATE -> EntryRules.requirePublish(actor, draft.type());
      case DRAFT, PENDING -> {}
      case TRASH, INHERIT ->
          throw new Problem.Invalid(
              "status", "An entry cannot be saved like that. Save it as a draft, or publish it.");
    }
  }

  private static void check(EntryDraft draft) {
    Map<String, String> problems = EntryRules.objections(draft);
    if (!problems.isEmpty()) {
      throw new Problem.Invalid(
          "rest_invalid_param", problems.values().iterator().next(), problems);
    }
  }

  private Entry stored(Tx tx, long id) {
    return store
        .find(tx, id)
        .orElseThrow(() ->
            new Problem.NotFound(
                "rest_post_invalid_id", "There is no such entry. It may have been deleted."));
  }

  private ZoneId zone() {
    return settings.zone(Reads.untracked(Actor.box()));
  }

  private LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, zone());
  }

  static Entry blank(long id, String type, long author, String guid, Instant now) {
    @Nullable Instant never = null;
    return new Entry(
        id,
        type,
        EntryStatus.DRAFT,
        "",
        0,
        author,
        "",
        never,
        null,
        now,
        0,
        true,
        "standard",
        false,
        "",
        guid,
        "",
        "",
        true,
        0,
        "",
        1);
  }
}
