package org.quillbox.site.people;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quillbox.base.gates.PasswordRules;
import org.quillbox.base.gates.Passwords;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.kernel.Slug;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Db;
import org.quillbox.base.store.Ids;
import org.quillbox.base.store.Tx;

/** Accounts: finding, adding, changing passwords. */
public final class People {
  private static final String KIND = "person";
  private static final String COUNTER = "person";

  private final Db db;
  private final Ids ids;
  private final Passwords passwords;
  private final PersonStore store = new PersonStore();

  public People(Db db, Ids ids, Passwords passwords) {
    this.db = db;
    this.ids = ids;
    this.passwords = passwords;
  }

  /** What readers may know of somebody by id. */
  public Optional<Person> find(Reads reads, long id) {
    reads.saw(new Key.Row(KIND, id));
    return db.read(tx -> store.find(tx, id));
  }

  /** The author whose page has this address. */
  public Optional<Person> bySlug(Reads reads, String slug) {
    reads.saw(Key.Name.of(slug));
    Optional<Person> person = db.read(tx -> store.bySlug(tx, slug));
    person.ifPresent(p -> reads.saw(new Key.Row(KIND, p.id())));
    return person;
  }

  /** Everybody with an account. */
  public List<Person> list(Reads reads) {
    reads.actor().require(Capability.LIST_USERS);
    return db.read(store::list);
  }

  /** True once somebody may run the site: the end of set-up. */
  public boolean hasAdministrator() {
    return db.read(this::hasAdministrator);
  }

  /** The same, seen from inside a transaction. */
  public boolean hasAdministrator(Tx tx) {
    return store.countOf(tx, Role.ADMINISTRATOR) > 0;
  }

  Optional<Person> byLogin(String login) {
    return db.read(tx -> store.byLogin(tx, loginKey(login)));
  }

  Optional<String> passwordHash(long id) {
    return db.read(tx -> store.passwordHash(tx, id));
  }

  /**
   * What is wrong with the account somebody wants, by field of {@code login display email password}; nothing
   * wrong gives an empty map.
   */
  public Map<String, String> objections(PersonDraft draft) {
    Map<String, String> problems = new LinkedHashMap<>();
    String login = draft.login().strip();
    if (login.isEmpty()) {
      problems.put("name", "Choose a sign-in name.");
    } else if (!login.matches("[\\p{L}\\p{N} _.@-]{1,60}")) {
      problems.put("name", "Use up to 60 letters, digits, spaces and . _ - @ in the sign-in name.");
    }
    if (draft.displayName().strip().length() > 250) {
      problems.put("display", "Use 250 characters or fewer for your name.");
    }
    if (!draft.email().isEmpty()
        && !draft.email().matches("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\"]+")) {
      problems.put("email", "Write an address such as name@example.org, or leave it empty.");
    }
    try {
      PasswordRules.check(draft.password(), login, draft.displayName(), draft.email());
    } catch (Problem.Invalid e) {
      problems.put("password", e.getMessage());
    }
    return problems;
  }

  /** Adds an account. */
  public Person add(Actor actor, PersonDraft draft) {
    actor.require(Capability.CREATE_USERS);
    Map<String, String> problems = objections(draft);
    if (!problems.isEmpty()) {
      throw new Problem.Invalid(
          "rest_invalid_param", problems.values().iterator().next(), problems);
    }
    Prepared prepared = prepare(draft);
    return db.tx(Cause.INTERACTIVE, actor, tx -> add(tx, prepared));
  }

  /** An account that only needs a transaction: its id is taken and its password hashed. */
  public record Prepared(long id, PersonDraft draft, String passwordHash) {}

  /** Does the slow half of adding somebody, outside any transaction. */
  public Prepared prepare(PersonDraft draft) {
    String hash = draft.password().isEmpty() ? "" : passwords.hash(draft.password());
    return new Prepared(ids.next(COUNTER), draft, hash);
  }

  /** Adds somebody inside a transaction that does more. */
  public Person add(Tx tx, Prepared prepared) {
    PersonDraft draft = prepared.draft;
    String login = draft.login().strip();
    if (store.byLogin(tx, loginKey(login)).isPresent()) {
      throw new Problem.Invalid("name", "That sign-in name is taken. Choose another one.");
    }
    String display =
        draft.displayName().isBlank() ? capitalized(login) : draft.displayName().strip();
    Person person =
        new Person(
            prepared.id,
            login,
            freeSlug(tx, display, login),
            display,
            draft.email(),
            draft.bio(),
            draft.url(),
            draft.role(),
            tx.now());
    store.insert(tx, person, loginKey(login), prepared.passwordHash, tx.now());
    tx.changed(KIND, person.id(), keys(person));
    return person;
  }

  /**
   * Takes an author of an import: the account of that sign-in name where there is one, else a new one that
   * cannot sign in.
   */
  public Person take(Tx tx, Prepared prepared) {
    return known(tx, prepared.draft.login()).orElseGet(() -> add(tx, prepared));
  }

  /** The account of a sign-in name, seen from inside a transaction. */
  public Optional<Person> known(Tx tx, String login) {
    return store.byLogin(tx, loginKey(login));
  }

  /** The same for an author whose old id is kept when nobody has it. */
  public Person take(Tx tx, long wantedId, Prepared prepared) {
    boolean free = wantedId > 0 && store.find(tx, wantedId).isEmpty();
    return take(
        tx,
        free && ids.keep(tx, COUNTER, wantedId)
            ? new Prepared(wantedId, prepared.draft, prepared.passwordHash)
            : prepared);
  }

  /** Moves the counter past the highest id of an import, so that fresh ids take none that is to be kept. */
  public void reserve(Tx tx, long highest) {
    ids.keep(tx, COUNTER, highest);
  }

  /** Gives somebody a new password. */
  public void setPassword(Actor actor, long id, String password) {
    if (actor.id() != id) {
      actor.require(Capability.EDIT_USERS);
    }
    Person person = db.read(tx -> store.find(tx, id)).orElseThrow(People::unknown);
    PasswordRules.check(password, person.login(), person.displayName(), person.email());
    String hash = passwords.hash(password);
    db.tx(
        Cause.INTERACTIVE,
        actor,
        tx -> {
          store.setPasswordHash(tx, id, hash);
          return tx.update("delete from sessions where person_id = ?", id);
        });
  }

  /** Somebody by sign-in name, for the command line. */
  public Person byName(Actor actor, String login) {
    actor.require(Capability.LIST_USERS);
    return byLogin(login).orElseThrow(People::unknown);
  }

  private static Problem unknown() {
    return new Problem.NotFound(
        "rest_user_invalid_id", "There is no such person. See: quillbox user list.");
  }

  /** An address for an author that nobody has, and that does not give the sign-in name away. */
  private String freeSlug(Tx tx, String display, String login) {
    Slug wanted = Slug.from(display);
    if (wanted.isEmpty()) {
      wanted = new Slug("author");
    }
    if (wanted.value().equals(Slug.from(login).value())) {
      wanted = new Slug(wanted.value() + "-writes");
    }
    Slug free = wanted;
    for (int n = 2; store.isSlugTaken(tx, free.value()); n++) {
      free = wanted.numbered(n);
    }
    return free.value();
  }

  private static List<Key> keys(Person person) {
    return List.of(new Key.Row(KIND, person.id()), Key.Name.of(person.slug()));
  }

  /** Sign-in names are compared without case and in one Unicode form. */
  static String loginKey(String login) {
    return Normalizer.normalize(login.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static String capitalized(String login) {
    return login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1);
  }
}
