package org.quillbox.door.wxr;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.store.Tx;
import org.quillbox.site.comments.Comment;
import org.quillbox.site.comments.Comments;
import org.quillbox.site.content.Body;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.EntryStatus;
import org.quillbox.site.content.EntryType;
import org.quillbox.site.content.Imports;
import org.quillbox.site.content.MediaFile;
import org.quillbox.site.taxonomy.Term;

/**
 * Takes one item with its terms and comments inside a transaction. Touches nothing but the database, so that the
 * transaction may be tried again; what it learned it answers.
 */
final class ItemTaker {
  private final Imports imports;
  private final Comments comments;
  private final ImportedTerms terms;
  private final ImportedPeople people;
  private final EntryShape shape;
  private final String source;

  ItemTaker(
      Imports imports,
      Comments comments,
      ImportedTerms terms,
      ImportedPeople people,
      EntryShape shape,
      String source) {
    this.imports = imports;
    this.comments = comments;
    this.terms = terms;
    this.people = people;
    this.shape = shape;
    this.source = source;
  }

  /**
   * An item with all that is worked out before the transaction.
   *
   * @param key what it is known by
   * @param author local id
   * @param file null for everything but attachments; its bytes are on the disk already when it is present
   */
  record Ready(
      WxrPart.Item item,
      String key,
      Visibility.Verdict verdict,
      long author,
      List<Term> terms,
      @Nullable MediaFile file) {}

  /** What became of an item. */
  record Took(boolean isNew, long id, int comments, boolean fileArrived) {}

  /** Ids for what cannot keep its own, and what they and the old ones were used for. */
  static final class Ids {
    private final List<Long> entries;
    private final List<Long> comments;
    private final List<Long> terms;
    private final Map<String, Long> madeTerms = new HashMap<>();
    private final List<Long> madeEntries = new ArrayList<>();
    private final List<Long> madeComments = new ArrayList<>();

    Ids(List<Long> entries, List<Long> comments, List<Long> terms) {
      this.entries = entries;
      this.comments = comments;
      this.terms = terms;
    }

    Map<String, Long> madeTerms() {
      return madeTerms;
    }

    List<Long> madeEntries() {
      return madeEntries;
    }

    List<Long> madeComments() {
      return madeComments;
    }
  }

  Took take(Tx tx, Ready ready, Ids ids) {
    OptionalLong known = imports.found(tx, source, ImportSource.ITEM, ready.key());
    if (known.isPresent()) {
      return meetAgain(tx, ready, known.getAsLong(), ids);
    }
    WxrPart.Item item = ready.item();
    List<Long> termIds = new ArrayList<>();
    for (Term term : ready.terms()) {
      termIds.add(terms.inside(tx, term, ids.madeTerms, ids.terms));
    }
    Entry entry =
        imports.take(tx, taken(tx, ready, termIds), ids.entries.get(ids.madeEntries.size()));
    ids.madeEntries.add(entry.id());
    imports.remember(tx, source, ImportSource.ITEM, ready.key(), entry.id());
    String number = Long.toString(item.id());
    if (item.id() > 0 && imports.found(tx, source, ImportSource.NUMBER, number).isEmpty()) {
      imports.remember(tx, source, ImportSource.NUMBER, number, entry.id());
    }
    int took = takeComments(tx, ready, entry.id(), ids);
    return new Took(true, entry.id(), took, false);
  }

  /** A newer export may bring new comments, and a later run the file. */
  private Took meetAgain(Tx tx, Ready ready, long id, Ids ids) {
    MediaFile file = ready.file();
    boolean arrived = file != null && file.isPresent() && imports.arrived(tx, id, file);
    return new Took(false, id, takeComments(tx, ready, id, ids), arrived);
  }

  private Imports.Taken taken(Tx tx, Ready ready, List<Long> termIds) {
    WxrPart.Item item = ready.item();
    boolean attachment = item.type().equals(EntryType.ATTACHMENT);
    long parent = parent(tx, item);
    Entry entry = shape.entry(item, ready.verdict(), parent, ready.author(), source + ready.key());
    if (attachment && parent != 0 && entry.status() == EntryStatus.INHERIT) {
      // Whether readers may see it is known with its parent; until that has come they may not.
      boolean open = parent > 0 && imports.isOpen(tx, parent);
      entry =
          shape.entry(
              item,
              open ? ready.verdict() : hidden(),
              parent,
              ready.author(),
              source + ready.key());
    }
    return new Imports.Taken(
        entry,
        new Body(item.content(), item.excerpt(), Body.AUTHOR),
        termIds,
        EntryShape.meta(item.meta()),
        EntryShape.oldSlugs(item),
        ready.file());
  }

  private static Visibility.Verdict hidden() {
    return new Visibility.Verdict.PrivateType("WordPress");
  }

  /** Local id of the parent; the old number, negative, while it is not here. */
  private long parent(Tx tx, WxrPart.Item item) {
    if (item.parent() == 0 || item.parent() == item.id()) {
      return 0;
    }
    return imports
        .found(tx, source, ImportSource.NUMBER, Long.toString(item.parent()))
        .orElse(-item.parent());
  }

  private int takeComments(Tx tx, Ready ready, long entry, Ids ids) {
    int took = 0;
    for (WxrPart.Comment c : parentsFirst(ready.item().comments())) {
      String key = ImportSource.key(c, ready.key());
      if (imports.found(tx, source, ImportSource.COMMENT, key).isPresent()) {
        continue;
      }
      long parent =
          c.parent() == 0 || c.parent() == c.id()
              ? 0
              : imports
                  .found(tx, source, ImportSource.COMMENT, Long.toString(c.parent()))
                  .orElse(0L);
      long id =
          comments.take(
              tx,
              comment(tx, c, entry, parent),
              EntryShape.meta(c.meta()),
              ids.comments.get(ids.madeComments.size()));
      ids.madeComments.add(id);
      imports.remember(tx, source, ImportSource.COMMENT, key, id);
      took++;
    }
    if (took > 0) {
      imports.setComments(tx, entry, comments.countApproved(tx, entry));
    }
    return took;
  }

  /** Answers behind what they answer, otherwise in the order of the file; circles as they stand. */
  static List<WxrPart.Comment> parentsFirst(List<WxrPart.Comment> all) {
    Set<Long> here = new HashSet<>();
    all.forEach(c -> here.add(c.id()));
    List<WxrPart.Comment> sorted = new ArrayList<>();
    Set<Long> done = new HashSet<>();
    List<WxrPart.Comment> left = new ArrayList<>(all);
    while (!left.isEmpty()) {
      List<WxrPart.Comment> later = new ArrayList<>();
      for (WxrPart.Comment c : left) {
        if (c.parent() == 0 || !here.contains(c.parent()) || done.contains(c.parent())) {
          sorted.add(c);
          done.add(c.id());
        } else {
          later.add(c);
        }
      }
      if (later.size() == left.size()) {
        sorted.addAll(later);
        break;
      }
      left = later;
    }
    return sorted;
  }

  private Comment comment(Tx tx, WxrPart.Comment c, long entry, long parent) {
    EntryShape.Dates dates = shape.dates(c.local(), c.gmt());
    Instant at = dates.at() == null ? tx.now() : dates.at();
    LocalDateTime local =
        dates.local() == null ? LocalDateTime.ofInstant(at, ZoneOffset.UTC) : dates.local();
    return new Comment(
        c.id() <= WxrSurvey.HIGHEST_KEPT ? c.id() : 0,
        entry,
        parent,
        people.byNumber(c.userId()),
        ImportSource.cut(c.author(), 250),
        c.email().length() <= 254 ? c.email() : "",
        c.url().length() <= 500 ? c.url() : "",
        ImportSource.cut(c.ip(), 100),
        "",
        at,
        local,
        status(c.approved()),
        c.type().isEmpty() ? "comment" : ImportSource.cut(c.type(), 40),
        c.content());
  }

  private static String status(String approved) {
    return switch (approved) {
      case "1", "approve", "approved" -> Comment.APPROVED;
      case "spam" -> "spam";
      case "trash", "post-trashed" -> "trash";
      default -> "0";
    };
  }
}
