package org.quillbox.box.setup;

import java.util.List;

/** How far the import is that runs in this process, or ran last. */
@FunctionalInterface
public interface ImportProgress {
  /** Where it stands now. */
  Stage now();

  /** Where an import stands. */
  sealed interface Stage {
    /** None was begun. */
    record Idle() implements Stage {}

    /**
     * It runs.
     *
     * @param step what is being done, in words
     * @param done things brought in so far
     * @param total things in the file; 0 while that is not known
     */
    record Running(String step, long done, long total) implements Stage {}

    /** It is done; the report, a sentence a line. */
    record Finished(List<String> report) implements Stage {
      public Finished {
        report = List.copyOf(report);
      }
    }

    /** It ended early; what was brought in by then stays, and sending the file again goes on from there. */
    record Failed(String sentence) implements Stage {}
  }
}
