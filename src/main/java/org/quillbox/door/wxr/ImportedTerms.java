package org.quillbox.door.wxr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Slug;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Db;
import org.quillbox.base.store.Tx;
import org.quillbox.site.content.Imports;
import org.quillbox.site.taxonomy.Term;
import org.quillbox.site.taxonomy.Terms;

/**
 * The terms of an export as they are here: declared ones in transactions of their own, ones only used by items in
 * the transaction of the item. A term of the same taxonomy and slug is the same term.
 */
final class ImportedTerms {
  private static final int CHUNK = 50;
  private static final int LONGEST_NAME = 250;
  private static final int LONGEST_TAXONOMY = 40;

  /** A declared term; its parent is a slug. */
  private record Declared(long oldId, Term term, String parent) {}

  private final Db db;
  private final Terms terms;
  private final Imports imports;
  private final String source;
  private final Actor by;
  private final ImportReport report;
  private final Map<String, Long> ids = new HashMap<>();
  private final List<Declared> waiting = new ArrayList<>();
  private final List<Declared> unplaced = new ArrayList<>();
  private final FreshIds fresh;

  ImportedTerms(Db db, Terms terms, Imports imports, String source, Actor by, ImportReport report) {
    this.db = db;
    this.terms = terms;
    this.imports = imports;
    this.source = source;
    this.by = by;
    this.report = report;
    this.fresh = new FreshIds(terms::nextId);
  }

  void take(WxrPart.Category c) {
    declare(c.id(), Term.CATEGORY, c.slug(), c.name(), c.description(), c.parent());
  }

  void take(WxrPart.Tag t) {
    declare(t.id(), Term.TAG, t.slug(), t.name(), t.description(), "");
  }

  void take(WxrPart.Term t) {
    if (!t.taxonomy().equals("post_format")) {
      declare(t.id(), t.taxonomy(), t.slug(), t.name(), t.description(), t.parent());
    }
  }

  private void declare(
      long oldId, String taxonomy, String slug, String name, String description, String parent) {
    if (taxonomy.length() > LONGEST_TAXONOMY || taxonomy.isEmpty()) {
      report.note(
          ImportReport.NoteKind.MENDED,
          name,
          "left out: its taxonomy has no name that can be kept");
      return;
    }
    suspect(taxonomy, name);
    report.count("terms", 1);
    long kept = oldId <= WxrSurvey.HIGHEST_KEPT ? oldId : 0;
    waiting.add(
        new Declared(kept, term(taxonomy, slug, name, description), ImportSource.slug(parent)));
    if (waiting.size() == CHUNK) {
      flush();
    }
  }

  /** Takes what is waiting and puts every declared term below its parent. */
  void finish() {
    flush();
    if (unplaced.isEmpty()) {
      return;
    }
    for (int from = 0; from < unplaced.size(); from += CHUNK) {
      List<Declared> part = unplaced.subList(from, Math.min(unplaced.size(), from + CHUNK));
      db.tx(
          Cause.IMPORT,
          by,
          tx -> {
            part.forEach(d -> place(tx, d));
            return part.size();
          });
    }
    unplaced.clear();
  }

  private void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    List<Long> spare = fresh.atLeast(waiting.size());
    Map<String, Long> now =
        db.tx(
            Cause.IMPORT,
            by,
            tx -> {
              Map<String, Long> made = new HashMap<>();
              for (int i = 0; i < waiting.size(); i++) {
                Declared d = waiting.get(i);
                String key = ImportSource.termKey(d.term().taxonomy(), d.term().slug());
                made.put(key, id(tx, d.term(), d.oldId(), spare.get(i)));
              }
              return made;
            });
    fresh.used(now.values());
    ids.putAll(now);
    waiting.stream().filter(d -> !d.parent().isEmpty()).forEach(unplaced::add);
    waiting.clear();
  }

  private long id(Tx tx, Term term, long oldId, long spare) {
    String key = ImportSource.termKey(term.taxonomy(), term.slug());
    OptionalLong known = imports.found(tx, source, ImportSource.TERM, key);
    if (known.isPresent()) {
      return known.getAsLong();
    }
    long id = terms.take(tx, oldId, spare, term).id();
    imports.remember(tx, source, ImportSource.TERM, key, id);
    return id;
  }

  /** Only terms at the top are moved: one that lies elsewhere was put there by its owner, or by an earlier run. */
  private void place(Tx tx, Declared d) {
    @Nullable Long id = ids.get(ImportSource.termKey(d.term().taxonomy(), d.term().slug()));
    @Nullable Long parent = ids.get(ImportSource.termKey(d.term().taxonomy(), d.parent()));
    if (id == null || parent == null || id.equals(parent) || isCircle(d)) {
      return;
    }
    terms
        .stored(tx, d.term().taxonomy(), d.term().slug())
        .filter(t -> t.id() == id && t.parent() == 0)
        .ifPresent(t -> terms.place(tx, t, parent));
  }

  private boolean isCircle(Declared start) {
    String at = start.parent();
    for (int i = 0; i <= unplaced.size() && !at.isEmpty(); i++) {
      if (at.equals(start.term().slug())) {
        return true;
      }
      at = parentOf(start.term().taxonomy(), at);
    }
    return !at.isEmpty();
  }

  private final Map<String, String> parents = new HashMap<>();

  private String parentOf(String taxonomy, String slug) {
    if (parents.isEmpty()) {
      unplaced.forEach(
          d -> parents.put(ImportSource.termKey(d.term().taxonomy(), d.term().slug()), d.parent()));
    }
    return parents.getOrDefault(ImportSource.termKey(taxonomy, slug), "");
  }

  /** The terms an item carries, in its order; those nobody knows yet are not in {@link #ids}. */
  List<Term> of(WxrPart.Item item) {
    List<Term> out = new ArrayList<>();
    for (WxrPart.TermRef ref : item.terms()) {
      if (!ref.domain().equals("post_format") && ref.domain().length() <= LONGEST_TAXONOMY) {
        out.add(term(ref.domain(), ref.slug(), ref.name(), ""));
      }
    }
    return out;
  }

  /** How many of these will need an id of ours. */
  int unknown(List<Term> wanted) {
    return (int)
        wanted.stream()
            .filter(t -> !ids.containsKey(ImportSource.termKey(t.taxonomy(), t.slug())))
            .count();
  }

  List<Long> spare(int count) {
    return fresh.atLeast(count);
  }

  /** The id of a term inside the transaction of an item; {@code made} keeps it until that has committed. */
  long inside(Tx tx, Term term, Map<String, Long> made, List<Long> spare) {
    String key = ImportSource.termKey(term.taxonomy(), term.slug());
    Long known = ids.get(key);
    Long now = known != null ? known : made.get(key);
    if (now != null) {
      return now;
    }
    long id = id(tx, term, 0, spare.get(made.size()));
    made.put(key, id);
    return id;
  }

  void committed(Map<String, Long> made) {
    fresh.used(made.values());
    ids.putAll(made);
  }

  private void suspect(String taxonomy, String name) {
    if (taxonomy.equals(Term.TAG)) {
      TagNames.suspicious(name)
          .ifPresent(why -> report.note(ImportReport.NoteKind.SUSPICIOUS_TAG, name, why));
    }
  }

  private static Term term(String taxonomy, String slug, String name, String description) {
    String own = slug.isEmpty() ? Slug.from(name).value() : ImportSource.slug(slug);
    String shown = name.isEmpty() ? own : name;
    return new Term(0, taxonomy, own, ImportSource.cut(shown, LONGEST_NAME), description, 0);
  }
}
