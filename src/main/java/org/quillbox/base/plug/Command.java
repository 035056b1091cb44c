package org.quillbox.base.plug;

import java.util.ArrayList;
import java.util.List;

/**
 * One command of the command line, as data: the frame in {@code base.cli} parses, helps and reports, the room
 * only acts. Every command also has {@code --data --config --set --json --help}, given by the frame.
 *
 * @param path words that call it, e.g. {@code post list}
 * @param summary one line for the help
 * @param arguments words by position, required ones first
 * @param options words that begin with two hyphens
 * @param action what it does
 */
public record Command(
    String path, String summary, List<Argument> arguments, List<Option> options, Action action) {
  public Command {
    arguments = List.copyOf(arguments);
    options = List.copyOf(options);
  }

  /**
   * A word by position.
   *
   * @param name in capitals, as the help shows it
   * @param about one line
   */
  public record Argument(String name, String about, boolean required) {}

  /**
   * A word with two hyphens.
   *
   * @param name without the hyphens
   * @param value what stands behind it, in capitals; empty for a switch
   * @param about one line
   */
  public record Option(String name, String value, String about) {}

  /** What a command does. A Problem or BootFailure that it throws becomes one line and an exit code. */
  @FunctionalInterface
  public interface Action {
    Outcome run(Call call) throws Exception;
  }

  /** How a command ended; {@link #code} is the exit code. */
  public enum Outcome {
    OK(0),
    FAILED(1),
    USAGE(2),
    /** It works, but something needs attention. */
    DEGRADED(3),
    /** Start me again: for whoever supervises the process. */
    RESTART(75);

    private final int code;

    Outcome(int code) {
      this.code = code;
    }

    public int code() {
      return code;
    }
  }

  /** A command without arguments and options; add them with the methods below. */
  public static Command of(String path, String summary, Action action) {
    return new Command(path, summary, List.of(), List.of(), action);
  }

  /** The same command with one more required word. */
  public Command with(String argument, String about) {
    return new Command(
        path, summary, and(arguments, new Argument(argument, about, true)), options, action);
  }

  /** The same command with one more word that may be left out. */
  public Command withOptional(String argument, String about) {
    return new Command(
        path, summary, and(arguments, new Argument(argument, about, false)), options, action);
  }

  /** The same command with one more option that takes a value. */
  public Command option(String name, String value, String about) {
    return new Command(
        path, summary, arguments, and(options, new Option(name, value, about)), action);
  }

  /** The same command with one more switch. */
  public Command flag(String name, String about) {
    return option(name, "", about);
  }

  private static <T> List<T> and(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
