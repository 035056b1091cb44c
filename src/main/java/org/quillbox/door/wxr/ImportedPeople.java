package org.quillbox.door.wxr;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Db;
import org.quillbox.site.content.Imports;
import org.quillbox.site.people.People;
import org.quillbox.site.people.Person;
import org.quillbox.site.people.PersonDraft;
import org.quillbox.site.people.Role;

/**
 * The people of an export as they are here. Whoever has an account of the same sign-in name is that person;
 * the others become authors that cannot sign in: an export carries neither roles nor passwords.
 */
final class ImportedPeople {
  private static final int LONGEST_NAME = 250;
  private static final int LONGEST_EMAIL = 254;

  private final Db db;
  private final People people;
  private final Imports imports;
  private final String source;
  private final Actor by;
  private final ImportReport report;
  private final Map<String, Long> byLogin = new HashMap<>();
  private final Map<Long, Long> byNumber = new HashMap<>();

  ImportedPeople(
      Db db, People people, Imports imports, String source, Actor by, ImportReport report) {
    this.db = db;
    this.people = people;
    this.imports = imports;
    this.source = source;
    this.by = by;
    this.report = report;
  }

  void take(WxrPart.Author author) {
    long id = idOf(author);
    if (author.id() > 0) {
      byNumber.put(author.id(), id);
    }
  }

  /** The author of an item; made where the file uses somebody it does not declare. 0 for nobody. */
  long byLogin(String login) {
    return login.isEmpty() ? 0 : idOf(new WxrPart.Author(0, login, "", "", "", ""));
  }

  /** Who wrote a comment while signed in; 0 for a guest. */
  long byNumber(long number) {
    return byNumber.getOrDefault(number, 0L);
  }

  private long idOf(WxrPart.Author author) {
    String key = ImportSource.personKey(author.login());
    Long known = byLogin.get(key);
    if (known != null) {
      return known;
    }
    long id = stored(author, key).orElseGet(() -> made(author, key));
    byLogin.put(key, id);
    return id;
  }

  private OptionalLong stored(WxrPart.Author author, String key) {
    record Known(OptionalLong id, Optional<Person> person) {}
    Known known =
        db.read(tx -> {
          OptionalLong id = imports.found(tx, source, ImportSource.PERSON, key);
          return new Known(id, people.known(tx, login(author)));
        });
    known
        .person()
        .filter(p -> known.id().isPresent() && known.id().getAsLong() == p.id())
        .ifPresent(p -> report.author(author.login(), p.login(), p.slug(), false));
    return known.id();
  }

  private long made(WxrPart.Author author, String key) {
    String email = author.email().length() <= LONGEST_EMAIL ? author.email() : "";
    People.Prepared prepared =
        people.prepare(
            new PersonDraft(
                login(author),
                ImportSource.cut(author.displayName(), LONGEST_NAME),
                email,
                "",
                "",
                Role.AUTHOR,
                ""));
    record Made(Person person, boolean created) {}
    Made made =
        db.tx(
            Cause.IMPORT,
            by,
            tx -> {
              boolean here = people.known(tx, login(author)).isPresent();
              Person person = people.take(tx, kept(author.id()), prepared);
              imports.remember(tx, source, ImportSource.PERSON, key, person.id());
              return new Made(person, !here);
            });
    Person p = made.person();
    report.author(author.login(), p.login(), p.slug(), made.created());
    return p.id();
  }

  private static long kept(long id) {
    return id <= WxrSurvey.HIGHEST_KEPT ? id : 0;
  }

  private static String login(WxrPart.Author author) {
    String login = Logins.normalise(author.login());
    if (!login.isEmpty()) {
      return login;
    }
    // Letters of other scripts only: WordPress would have refused such a name, plugins let it pass.
    return author.id() > 0
        ? "author" + author.id()
        : "author-" + ImportSource.hash(author.login()).substring(0, 8);
  }
}
