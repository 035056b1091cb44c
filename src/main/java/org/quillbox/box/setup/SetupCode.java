package org.quillbox.box.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.quillbox.base.gates.AtomicFile;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.kernel.Problem;

/**
 * The code that proves somebody stands at the box: whoever finds the site first must not own it. Eight
 * characters, in a file only the owner of the process reads; ten wrong ones close the door for a minute, the
 * next ten for two, and so on.
 */
public final class SetupCode {
  private static final int FREE_TRIES = 10;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(60);
  private static final int MOST_DOUBLINGS = 10;

  private final Path file;
  private final String code;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private int wrong;
  private Instant closedUntil = Instant.MIN;

  private SetupCode(Path file, String code, Clock clock) {
    this.file = file;
    this.code = code;
    this.clock = clock;
  }

  /** The code of this box: the one in the file, else a new one. */
  public static SetupCode open(Path file, Randoms randoms, Clock clock) {
    try {
      if (Files.exists(file)) {
        String kept = Randoms.typedCode(Files.readString(file).strip());
        if (kept.length() == 8) {
          return new SetupCode(file, kept, clock);
        }
      }
      String made = randoms.code();
      AtomicFile.write(file, (made + "\n").getBytes(StandardCharsets.UTF_8));
      return new SetupCode(file, made, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For whoever sees the box: printed at the start, as {@code ABCD-EFGH}. */
  public String shown() {
    return code.substring(0, 4) + '-' + code.substring(4);
  }

  /**
   * Returns quietly when the code is right.
   *
   * @param typed as typed: case, spaces, hyphens and mistakable letters do not matter
   * @throws Problem.TooMany while the door is closed
   * @throws Problem.Invalid of the field {@code code} otherwise
   */
  public void check(String typed) {
    lock.lock();
    try {
      long wait = Duration.between(clock.instant(), closedUntil).toSeconds();
      if (wait > 0) {
        throw new Problem.TooMany(
            "too_many_codes",
            "Too many wrong codes. Wait " + wait + " seconds, then try again.",
            (int) wait);
      }
      if (Randoms.sameSecret(Randoms.typedCode(typed), code)) {
        wrong = 0;
        return;
      }
      wrong++;
      if (wrong % FREE_TRIES == 0) {
        int doublings = Math.min(wrong / FREE_TRIES - 1, MOST_DOUBLINGS);
        closedUntil = clock.instant().plus(FIRST_WAIT.multipliedBy(1L << doublings));
      }
      throw new Problem.Invalid(
          "code",
          "That is not the code of this box. It has 8 letters and digits and stands where the box was started, and in "
              + file.getFileName()
              + " in its data directory.");
    } finally {
      lock.unlock();
    }
  }

  /** The site is claimed: the code is of no more use. */
  public void retire() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
