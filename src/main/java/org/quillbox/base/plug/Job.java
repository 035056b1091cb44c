package org.quillbox.base.plug;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Work that comes back by itself, e.g. publishing what is due.
 *
 * @param name stable, shown to the operator, e.g. {@code publish-due}
 * @param schedule when
 * @param work what; thrown exceptions are recorded with the run
 */
public record Job(String name, Schedule schedule, Work work) {
  /** When a job runs. */
  public sealed interface Schedule {
    /** Again and again, so long after the end of the last run. */
    record Every(Duration pause) implements Schedule {}

    /** Once a day, at a time of the site's zone; a missed run is caught up. */
    record Daily(LocalTime at) implements Schedule {}
  }

  /** What a job does. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }
}
