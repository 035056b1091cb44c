package org.quillbox.box.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.http.Cookies;
import org.quillbox.base.http.Inbound;

/**
 * Remembers which browsers have given the code of the box: for an hour, in memory only. A restart asks again.
 */
final class SetupProofs {
  private static final String COOKIE = "qb_setup";
  private static final Duration GOOD_FOR = Duration.ofHours(1);

  private final Randoms randoms;
  private final Clock clock;
  private final Map<String, Instant> until = new ConcurrentHashMap<>();

  SetupProofs(Randoms randoms, Clock clock) {
    this.randoms = randoms;
    this.clock = clock;
  }

  /** A proof for this browser, as a cookie line. */
  String issue(Inbound in) {
    Instant now = clock.instant();
    until.values().removeIf(end -> end.isBefore(now));
    String token = randoms.base64url(32);
    until.put(Randoms.sha256Hex(token), now.plus(GOOD_FOR));
    return Cookies.made(in, COOKIE, token, GOOD_FOR.toSeconds());
  }

  boolean has(Inbound in) {
    return in.cookie(COOKIE)
        .map(token -> until.get(Randoms.sha256Hex(token)))
        .filter(end -> clock.instant().isBefore(end))
        .isPresent();
  }

  /** The site is claimed: no proof is good for anything now. */
  void forget() {
    until.clear();
  }

  static String gone(Inbound in) {
    return Cookies.gone(in, COOKIE);
  }
}
