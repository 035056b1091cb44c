package org.quillbox.base.view;

import java.time.Duration;

/**
 * What one rendering may use up: time, turns of loops, output. One object per rendering, bound to the
 * thread while it runs, because Velocity gives its introspection no other way to know for whom it works.
 */
final class Budget {
  static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();

  /** Turns of one loop. */
  static final int LOOP = 10_000;

  /** Turns of all loops together; nested loops multiply. */
  static final int LOOPS = 100_000;

  /** Characters written. */
  static final int OUTPUT = 5 * 1024 * 1024;

  /** Templates inside templates. */
  static final int DEPTH = 20;

  /** Characters of a text kept in a variable; keeps texts from being doubled in a loop. */
  static final int VARIABLE = 64 * 1024;

  private static final int LOOK_AT_CLOCK_EVERY = 64;

  private final long deadline;
  private int steps;
  private int turns;

  Budget(Duration time) {
    this.deadline = System.nanoTime() + time.toNanos();
  }

  /** Called by whatever a template can repeat. */
  void step() {
    if (++steps % LOOK_AT_CLOCK_EVERY == 0) {
      checkClock();
    }
  }

  void checkClock() {
    if (System.nanoTime() - deadline > 0) {
      throw new RenderFailure("The template took too long and was stopped. Make it do less.");
    }
  }

  void turn(int ofThisLoop) {
    step();
    if (ofThisLoop > LOOP || ++turns > LOOPS) {
      throw new RenderFailure(
          "The template loops more than "
              + (ofThisLoop > LOOP ? LOOP + " times in one loop" : LOOPS + " times in all")
              + ". Show fewer things on one page.");
    }
  }
}
