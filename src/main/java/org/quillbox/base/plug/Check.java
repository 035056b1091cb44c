package org.quillbox.base.plug;

import java.util.function.Supplier;

/**
 * A question about the health of the box, asked by {@code doctor}, {@code status} and the console.
 *
 * @param name stable, e.g. {@code disk}
 * @param run answers within seconds and changes nothing
 */
public record Check(String name, Supplier<Verdict> run) {
  /** The answer. */
  public sealed interface Verdict {
    /** What was found, in one line. */
    String evidence();

    /** All is well. */
    record Fine(String evidence) implements Verdict {}

    /** It works, and will not for ever. */
    record Worry(String evidence, String remedy) implements Verdict {}

    /** It does not work. */
    record Broken(String evidence, String remedy) implements Verdict {}
  }
}
