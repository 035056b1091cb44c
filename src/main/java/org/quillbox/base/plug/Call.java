package org.quillbox.base.plug;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command being run: what was typed, and the way to answer. With {@code --json} only {@link #fields} and
 * {@link #table} reach standard output, as one JSON value; notes go to standard error either way.
 */
public interface Call {
  /** Words that called it, e.g. {@code post list}. */
  String command();

  /** A required word by its name. */
  String argument(String name);

  /** A word that may have been left out. */
  Optional<String> optionalArgument(String name);

  /** Value of an option. */
  Optional<String> option(String name);

  /** Whether a switch was given. */
  boolean has(String flag);

  /** Settings of the machine as typed, in order: {@code --data}, {@code --port}, {@code --set} and their like. */
  List<Setting> settings();

  /** The file named by {@code --config}. */
  Optional<String> config();

  /** True with {@code --json}. */
  boolean json();

  /** Standard input. */
  InputStream in();

  /** One line of plain answer; left out with {@code --json}. */
  void say(String line);

  /** One line beside the answer, for progress and warnings: standard error. */
  void note(String line);

  /** Rows under headings; with {@code --json} a list of objects with the headings as names. */
  void table(List<String> columns, List<List<Object>> rows);

  /** Names and values; with {@code --json} one object. */
  void fields(Map<String, ?> fields);

  /**
   * A setting of the machine given on the command line.
   *
   * @param word the option typed, e.g. {@code --port}
   * @param assignment {@code key=value}
   */
  record Setting(String word, String assignment) {}
}
