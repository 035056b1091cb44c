package org.quillbox.site.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.kernel.Slug;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Change;
import org.quillbox.base.store.Db;
import org.quillbox.base.store.Follower;
import org.quillbox.base.store.Ids;
import org.quillbox.base.store.Row;
import org.quillbox.base.store.Sql;
import org.quillbox.base.store.Tx;

/** Finds, makes and takes terms. */
public final class Terms implements Follower {
  public static final String KIND = "term";
  private static final String COUNTER = "term";
  private static final String COLUMNS =
      "select id, taxonomy, slug, name, description, parent_id from terms ";

  private final Db db;
  private final Ids ids;
  private volatile TermTree tree = new TermTree(List.of());

  public Terms(Db db, Ids ids) {
    this.db = db;
    this.ids = ids;
  }

  public Optional<Term> find(Reads reads, long id) {
    reads.saw(new Key.Row(KIND, id));
    return Optional.ofNullable(tree.find(id));
  }

  public Optional<Term> bySlug(Reads reads, String taxonomy, String slug) {
    reads.saw(Key.Name.of(slug));
    Optional<Term> term = Optional.ofNullable(tree.bySlug(taxonomy, slug));
    term.ifPresent(t -> reads.saw(new Key.Row(KIND, t.id())));
    return term;
  }

  /** All terms of a taxonomy by name. */
  public List<Term> list(Reads reads, String taxonomy) {
    reads.saw(new Key.Members("terms:" + taxonomy));
    List<Term> terms = tree.of(taxonomy);
    terms.forEach(t -> reads.saw(new Key.Row(KIND, t.id())));
    return terms;
  }

  /** From the topmost ancestor down to the term itself. */
  public List<Term> path(Reads reads, Term term) {
    List<Term> path = tree.path(term);
    path.forEach(t -> reads.saw(new Key.Row(KIND, t.id())));
    return path;
  }

  /** Slugs of {@link #path}: the term's address below its base. */
  public List<String> slugs(Reads reads, Term term) {
    return path(reads, term).stream().map(Term::slug).toList();
  }

  /** Ids of a term's ancestors and itself, for whoever keeps lists by term. */
  public List<Long> withAncestors(long id) {
    Term term = tree.find(id);
    return term == null ? List.of(id) : tree.path(term).stream().map(Term::id).toList();
  }

  /** Ids of a term and all below it. */
  public Set<Long> withDescendants(long id) {
    return tree.withDescendants(id);
  }

  /**
   * Ids of terms by name; those that do not exist are made at the top level.
   *
   * @param names as typed; empty ones and repetitions are left out
   */
  public List<Long> named(Actor actor, String taxonomy, Collection<String> names) {
    actor.require(Capability.EDIT_POSTS);
    List<Long> found = new ArrayList<>();
    for (String name : names) {
      String clean = name.strip();
      if (!clean.isEmpty()) {
        long id =
            byName(taxonomy, clean).map(Term::id).orElseGet(() -> add(actor, taxonomy, clean).id());
        if (!found.contains(id)) {
          found.add(id);
        }
      }
    }
    return found;
  }

  private Optional<Term> byName(String taxonomy, String name) {
    return tree.of(taxonomy).stream().filter(t -> t.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * Makes a term with a name of its own.
   *
   * @throws Problem.Invalid for names that no term should have, with the remedy
   */
  public Term add(Actor actor, String taxonomy, String name) {
    actor.require(taxonomy.equals(Term.TAG) ? Capability.EDIT_POSTS : Capability.MANAGE_CATEGORIES);
    TermRules.objection(name)
        .ifPresent(objection -> {
          throw new Problem.Invalid(taxonomy.equals(Term.TAG) ? "tags" : "categories", objection);
        });
    long id = ids.next(COUNTER);
    return db.tx(
        Cause.INTERACTIVE,
        actor,
        tx ->
            insert(
                tx, new Term(id, taxonomy, freeSlug(tx, taxonomy, Slug.from(name)), name, "", 0)));
  }

  /** A fresh id for a term of an import; taken outside the transaction. */
  public long nextId() {
    return ids.next(COUNTER);
  }

  /** Moves the counter past the highest id of an import, so that fresh ids take none that is to be kept. */
  public void reserve(Tx tx, long highest) {
    ids.keep(tx, COUNTER, highest);
  }

  /**
   * Takes a term of an import: the term of that slug where there is one, else a new one.
   *
   * @param wantedId id in the old site, kept when it is free; 0 for none
   * @param freshId id to use otherwise, from {@link #nextId}
   * @param term its id is ignored; an empty slug is made from the name
   */
  public Term take(Tx tx, long wantedId, long freshId, Term term) {
    Slug slug = term.slug().isEmpty() ? Slug.from(term.name()) : new Slug(term.slug());
    Optional<Term> known = stored(tx, term.taxonomy(), slug.value());
    if (known.isPresent()) {
      return known.get();
    }
    boolean free = tx.number("select count(*) as n from terms where id = ?", wantedId) == 0;
    long id = free && ids.keep(tx, COUNTER, wantedId) ? wantedId : freshId;
    String own = slug.isEmpty() ? freeSlug(tx, term.taxonomy(), slug) : slug.value();
    return insert(
        tx, new Term(id, term.taxonomy(), own, term.name(), term.description(), term.parent()));
  }

  /** A term as it is stored, seen from inside a transaction. */
  public Optional<Term> stored(Tx tx, String taxonomy, String slug) {
    return tx.one(COLUMNS + "where taxonomy = ? and slug = ?", Terms::term, taxonomy, slug);
  }

  private static Term insert(Tx tx, Term term) {
    tx.update(
        "insert into terms (id, taxonomy, slug, name, description, parent_id, version) values (?,?,?,?,?,?,1)",
        term.id(),
        term.taxonomy(),
        term.slug(),
        term.name(),
        term.description(),
        term.parent());
    tx.changed(KIND, term.id(), keys(term));
    return term;
  }

  /** Moves an imported term below its parent, which may come later in the file. */
  public void place(Tx tx, Term term, long parent) {
    if (tx.update(
            "update terms set parent_id = ?, version = version + 1 where id = ? and parent_id <> ?",
            parent,
            term.id(),
            parent)
        > 0) {
      tx.changed(KIND, term.id(), keys(term));
    }
  }

  static List<Key> keys(Term term) {
    return List.of(
        new Key.Row(KIND, term.id()),
        Key.Name.of(term.slug()),
        new Key.Members("terms:" + term.taxonomy()));
  }

  private static String freeSlug(Tx tx, String taxonomy, Slug wanted) {
    Slug base = wanted.isEmpty() ? new Slug("term") : wanted;
    Slug free = base;
    for (int n = 2;
        tx.number(
                "select count(*) as n from terms where taxonomy = ? and slug = ?",
                taxonomy,
                free.value())
            > 0;
        n++) {
      free = base.numbered(n);
    }
    return free.value();
  }

  private static Term term(Row row) {
    return new Term(
        row.number("id"),
        row.text("taxonomy"),
        row.text("slug"),
        row.text("name"),
        row.text("description"),
        row.number("parent_id"));
  }

  @Override
  public void apply(List<Change> rows, Tx read, Set<Key> also) {
    List<Long> touched =
        rows.stream().filter(row -> row.kind().equals(KIND)).map(Change::id).distinct().toList();
    if (!touched.isEmpty()) {
      // By primary key: a scan would wait for whoever is adding terms beside.
      tree = tree.with(touched, read.list(new Sql(COLUMNS).andIn("id", touched), Terms::term));
    }
  }

  @Override
  public void rebuild(Tx read, long upTo) {
    tree = new TermTree(read.list(COLUMNS, Terms::term));
  }
}
