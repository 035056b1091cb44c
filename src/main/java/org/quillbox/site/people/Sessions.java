package org.quillbox.site.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Db;

/**
 * Sessions: opened by signing in, found by the cookie, ended by signing out, by a new password, after 24 idle
 * hours, and after 12 hours in all or 30 days when the person asked to be remembered (security S1, S2).
 */
public final class Sessions {
  private static final Duration IDLE = Duration.ofHours(24);
  private static final Duration SHORT = Duration.ofHours(12);
  private static final Duration LONG = Duration.ofDays(30);
  private static final Duration TOUCH = Duration.ofMinutes(5);

  private final Db db;
  private final Randoms randoms;
  private final Clock clock;
  private final PersonStore people = new PersonStore();

  public Sessions(Db db, Randoms randoms, Clock clock) {
    this.db = db;
    this.randoms = randoms;
    this.clock = clock;
  }

  /** Opens a session for somebody who has proven who he is. */
  public Session open(Person person, boolean remember, String address, String agent) {
    String token = randoms.base64url(32);
    String secret = randoms.base64url(32);
    Instant ends = clock.instant().plus(remember ? LONG : SHORT);
    db.tx(
        Cause.INTERACTIVE,
        person.actor(),
        tx -> {
          // Sessions that ended stay no longer than the next sign-in of anybody.
          tx.update("delete from sessions where ends_at < ?", tx.now());
          return tx.update(
              """
              insert into sessions (token_hash, person_id, form_secret, made_at, seen_at, ends_at, address, agent)
              values (?,?,?,?,?,?,?,?)\
              """,
              Randoms.sha256Hex(token),
              person.id(),
              secret,
              tx.now(),
              tx.now(),
              ends,
              clip(address, 60),
              clip(agent, 250));
        });
    return new Session(token, person, secret, ends);
  }

  private record Found(long person, String secret, Instant seenAt, Instant endsAt) {}

  /** The session a cookie names, if it has not ended. */
  public Optional<Session> find(String token) {
    String hash = Randoms.sha256Hex(token);
    Instant now = clock.instant();
    Optional<Session> session =
        db.read(tx ->
            tx.one(
                    "select person_id, form_secret, seen_at, ends_at from sessions where token_hash = ?",
                    row ->
                        new Found(
                            row.number("person_id"),
                            row.text("form_secret"),
                            row.instant("seen_at"),
                            row.instant("ends_at")),
                    hash)
                .filter(f -> now.isBefore(f.endsAt) && now.isBefore(f.seenAt.plus(IDLE)))
                .flatMap(f ->
                    people.find(tx, f.person).map(p -> new Session(token, p, f.secret, f.endsAt))));
    session.ifPresent(s -> touch(hash, s.actor(), now));
    return session;
  }

  /** Notes that a session is in use, not more often than needed. */
  private void touch(String hash, Actor actor, Instant now) {
    Instant stale = now.minus(TOUCH);
    boolean due =
        db.read(tx ->
            tx.number(
                    "select count(*) as n from sessions where token_hash = ? and seen_at < ?",
                    hash,
                    stale)
                > 0);
    if (due) {
      db.tx(
          Cause.INTERACTIVE,
          actor,
          tx -> tx.update("update sessions set seen_at = ? where token_hash = ?", tx.now(), hash));
    }
  }

  /** Ends one session. */
  public void end(Actor actor, String token) {
    db.tx(
        Cause.INTERACTIVE,
        actor,
        tx -> tx.update("delete from sessions where token_hash = ?", Randoms.sha256Hex(token)));
  }

  private static String clip(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
