package org.quillbox.app;

import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TimeZone;
import org.quillbox.base.cli.Cli;
import org.quillbox.base.gates.Randoms;

/** The way in from the launcher: hands the command line to the product and ends with its exit code. */
public final class Main {
  private static final System.Logger LOG = System.getLogger(Main.class.getName());

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Locale.setDefault(Locale.ROOT);
    Logging.quiet();
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = new Cli(Commands.all(), System.in, out, err, Main::recorded).run(args);
    if (code != 0 || !Thread.currentThread().isInterrupted()) {
      // Halts rather than exits when the shutdown hook is already waiting for this thread.
      end(code);
    }
  }

  private static void end(int code) {
    try {
      System.exit(code);
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "already ending", e);
    }
  }

  private static String recorded(Throwable bug) {
    String id = new Randoms().hex(4);
    LOG.log(Level.ERROR, "Bug " + id, bug);
    return id;
  }
}
