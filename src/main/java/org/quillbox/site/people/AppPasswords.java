package org.quillbox.site.people;

import java.util.UUID;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Db;

/**
 * Passwords for one program each (security S9): made here, shown once, kept as a hash. They are as long as a
 * key, so a fast hash is right for them.
 */
public final class AppPasswords {
  private static final int CHARACTERS = 24;
  private static final int LONGEST_LABEL = 250;

  private final Db db;
  private final Randoms randoms;

  public AppPasswords(Db db, Randoms randoms) {
    this.db = db;
    this.randoms = randoms;
  }

  /**
   * Makes one.
   *
   * @param label what it is for
   * @return six groups of four, as programs expect them (contract 5.1)
   */
  public String add(Actor actor, Person person, String label) {
    if (actor.id() != person.id()) {
      actor.require(Capability.EDIT_USERS);
    }
    if (label.isBlank() || label.length() > LONGEST_LABEL) {
      throw new Problem.Invalid("label", "Say in 1 to 250 characters what the password is for.");
    }
    String secret = randoms.code(CHARACTERS);
    String id = UUID.nameUUIDFromBytes(randoms.bytes(16)).toString();
    db.tx(
        Cause.INTERACTIVE,
        actor,
        tx ->
            tx.update(
                "insert into app_passwords (id, person_id, label, secret_hash, made_at) values (?,?,?,?,?)",
                id,
                person.id(),
                label.strip(),
                Randoms.sha256Hex(secret),
                tx.now()));
    return secret.replaceAll("(.{4})(?!$)", "$1 ");
  }
}
