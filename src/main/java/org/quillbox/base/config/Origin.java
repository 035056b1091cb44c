package org.quillbox.base.config;

import java.nio.file.Path;

/** Where the value of a setting came from; later ones win over earlier ones. */
public sealed interface Origin {
  /** How to find the place again, e.g. {@code quillbox.properties line 3}. */
  String text();

  /** Nothing was set. */
  record Default() implements Origin {
    @Override
    public String text() {
      return "default";
    }
  }

  /**
   * A line of the configuration file.
   *
   * @param line from 1
   */
  record Line(Path file, int line) implements Origin {
    @Override
    public String text() {
      return file + " line " + line;
    }
  }

  /** A variable of the environment. */
  record Variable(String name) implements Origin {
    @Override
    public String text() {
      return "variable " + name;
    }
  }

  /**
   * The command line.
   *
   * @param word as typed: {@code --port}, or {@code --set}
   */
  record Option(String word) implements Origin {
    @Override
    public String text() {
      return "option " + word;
    }
  }
}
