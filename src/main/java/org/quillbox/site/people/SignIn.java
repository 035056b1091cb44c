package org.quillbox.site.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.quillbox.base.gates.Passwords;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Db;

/**
 * Proving who one is by name and password. Unknown names and wrong passwords get the same answer after the
 * same work. Failures are counted per address and per pair of name and address, so that a stranger cannot
 * shut out the owner, and cost a growing wait (security S6, S7).
 */
public final class SignIn {
  private static final int FREE_TRIES = 5;
  private static final int REMEMBERED = 10_000;
  private static final Duration FORGET = Duration.ofHours(24);

  private final People people;
  private final Passwords passwords;
  private final Db db;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Failures(int count, Instant last) {}

  public SignIn(People people, Passwords passwords, Db db, Clock clock) {
    this.people = people;
    this.passwords = passwords;
    this.db = db;
    this.clock = clock;
  }

  /**
   * The person, when name and password belong together.
   *
   * @param network address of the client, or its /64
   * @throws Problem.TooMany after too many failures, without looking at the password
   * @throws Problem.Unauthenticated otherwise
   */
  public Person prove(String login, String password, String network) {
    String pair = People.loginKey(login) + '\n' + network;
    refuseIfWaiting(pair);
    refuseIfWaiting(network);
    Optional<Person> person = people.byLogin(login);
    Optional<String> stored =
        person.flatMap(p -> people.passwordHash(p.id())).filter(hash -> !hash.isEmpty());
    if (stored.isEmpty()) {
      passwords.verifyNobody(password);
    }
    Passwords.Match match =
        stored.map(hash -> passwords.verify(password, hash)).orElse(Passwords.Match.WRONG);
    if (person.isEmpty() || !match.isRight()) {
      count(pair, 1);
      count(network, 1);
      throw new Problem.Unauthenticated(
          "incorrect_password",
          "That sign-in name and password do not belong together. Check both and try again.");
    }
    count(pair, 0);
    if (match == Passwords.Match.RIGHT_BUT_OLD) {
      rehash(person.get(), password);
    }
    return person.get();
  }

  /** Hashes of other systems and of older settings are replaced as soon as the password is known. */
  private void rehash(Person person, String password) {
    String hash = passwords.hash(password);
    db.tx(
        Cause.INTERACTIVE,
        person.actor(),
        tx -> tx.update("update people set password_hash = ? where id = ?", hash, person.id()));
  }

  private void refuseIfWaiting(String key) {
    lock.lock();
    try {
      Failures f = failures.get(key);
      if (f == null) {
        return;
      }
      long wait =
          Duration.between(clock.instant(), f.last.plus(waitAfter(f.count, key))).toSeconds();
      if (wait > 0) {
        throw new Problem.TooMany(
            "too_many_tries",
            "Too many wrong passwords came from here. Wait " + spoken(wait) + ", then try again.",
            Math.toIntExact(wait));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Nothing for the first tries, then doubling from 2 seconds up to 15 minutes; addresses get more tries. */
  private static Duration waitAfter(int count, String key) {
    int free = key.indexOf('\n') >= 0 ? FREE_TRIES : 4 * FREE_TRIES;
    if (count < free) {
      return Duration.ZERO;
    }
    return Duration.ofSeconds(Math.min(900, 2L << Math.min(count - free, 9)));
  }

  private static String spoken(long seconds) {
    return seconds < 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
  }

  private void count(String key, int more) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Failures before = failures.get(key);
      boolean old = before == null || before.last.plus(FORGET).isBefore(now);
      if (more == 0) {
        failures.remove(key);
      } else {
        failures.put(key, new Failures((old || before == null ? 0 : before.count) + more, now));
      }
    } finally {
      lock.unlock();
    }
  }
}
