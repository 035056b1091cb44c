package org.quillbox.base.kernel;

import java.time.Instant;
import java.util.Arrays;

/**
 * The right to read, and the record of what was read. A page gets one from {@code Pages.begin}; every
 * method that reads something a reader may see takes it and says which keys it used. It holds no
 * connection and belongs to one thread.
 */
public final class Reads {
  private final Actor actor;
  private final long asOf;
  private final boolean tracked;
  private int[] slots = new int[32];
  private int size;
  private Instant until = Instant.MAX;

  private Reads(Actor actor, long asOf, boolean tracked) {
    this.actor = actor;
    this.asOf = asOf;
    this.tracked = tracked;
  }

  /** For console and command line, whose answers are never kept. */
  public static Reads untracked(Actor actor) {
    return new Reads(actor, -1, false);
  }

  /** For the page store: everything read from now on is at least as new as change {@code asOf}. */
  public static Reads tracked(Actor actor, long asOf) {
    return new Reads(actor, asOf, true);
  }

  public Actor actor() {
    return actor;
  }

  /** Number of the change this reading began after; -1 when it may not be kept. */
  public long asOf() {
    return asOf;
  }

  /** Notes that a key was read. Returns itself. */
  public Reads saw(Key key) {
    if (tracked) {
      add(key.slot());
    }
    return this;
  }

  /** Notes that the answer holds until an instant at most. Returns itself. */
  public Reads until(Instant instant) {
    if (instant.isBefore(until)) {
      until = instant;
    }
    return this;
  }

  /** Takes over what a part of the page read. */
  public void absorb(int[] partSlots, Instant partUntil) {
    if (tracked) {
      for (int slot : partSlots) {
        add(slot);
      }
    }
    until(partUntil);
  }

  /** When the answer ends; {@link Instant#MAX} for never. */
  public Instant expires() {
    return until;
  }

  /** The slots read so far, sorted, each once. */
  public int[] slots() {
    int[] sorted = Arrays.copyOf(slots, size);
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  private void add(int slot) {
    for (int i = Math.max(0, size - 8); i < size; i++) {
      if (slots[i] == slot) {
        return;
      }
    }
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, size * 2);
    }
    slots[size++] = slot;
  }
}
