package org.quillbox.app;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the log holds: our own lines, and of the libraries only what needs somebody. */
final class Logging {
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.eclipse.jetty"),
          Logger.getLogger("com.zaxxer.hikari"),
          Logger.getLogger("org.glassfish.jersey"),
          Logger.getLogger("org.apache.velocity"));

  private Logging() {}

  /** Called once, first of all. The loggers are held: one that nobody holds forgets its level. */
  static void quiet() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tTZ %4$s %3$s %5$s%6$s%n");
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
