package org.quillbox.site.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quillbox.base.store.Row;
import org.quillbox.base.store.Tx;

/** All SQL of the table of people. */
final class PersonStore {
  private static final String COLUMNS =
      "select id, login, slug, display_name, email, bio, url, role_name, registered_at from people ";

  Optional<Person> find(Tx tx, long id) {
    return tx.one(COLUMNS + "where id = ?", PersonStore::person, id);
  }

  Optional<Person> byLogin(Tx tx, String key) {
    return tx.one(COLUMNS + "where login_key = ?", PersonStore::person, key);
  }

  Optional<Person> bySlug(Tx tx, String slug) {
    return tx.one(COLUMNS + "where slug = ?", PersonStore::person, slug);
  }

  List<Person> list(Tx tx) {
    return tx.list(COLUMNS + "order by id", PersonStore::person);
  }

  boolean isSlugTaken(Tx tx, String slug) {
    return tx.number("select count(*) as n from people where slug = ?", slug) > 0;
  }

  long countOf(Tx tx, Role role) {
    return tx.number("select count(*) as n from people where role_name = ?", role.wire());
  }

  Optional<String> passwordHash(Tx tx, long id) {
    return tx.one(
        "select password_hash from people where id = ?", row -> row.text("password_hash"), id);
  }

  void setPasswordHash(Tx tx, long id, String hash) {
    tx.update("update people set password_hash = ?, version = version + 1 where id = ?", hash, id);
  }

  void insert(Tx tx, Person person, String loginKey, String passwordHash, Instant now) {
    tx.update(
        """
        insert into people (id, login, login_key, slug, display_name, email, bio, url, role_name,
          password_hash, registered_at, version)
        values (?,?,?,?,?,?,?,?,?,?,?,1)\
        """,
        person.id(),
        person.login(),
        loginKey,
        person.slug(),
        person.displayName(),
        person.email(),
        person.bio(),
        person.url(),
        person.role().wire(),
        passwordHash,
        now);
  }

  private static Person person(Row row) {
    return new Person(
        row.number("id"),
        row.text("login"),
        row.text("slug"),
        row.text("display_name"),
        row.text("email"),
        row.text("bio"),
        row.text("url"),
        Role.named(row.text("role_name")).orElse(Role.SUBSCRIBER),
        row.instant("registered_at"));
  }
}
