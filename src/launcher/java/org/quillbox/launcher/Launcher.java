package org.quillbox.launcher;

import java.lang.reflect.InvocationTargetException;

/**
 * Main class of the jar, compiled for Java 8 so that any Java can load it: it says what is missing
 * in one line where the product itself would only throw an UnsupportedClassVersionError.
 */
public final class Launcher {
  private static final int NEEDED = 25;

  private Launcher() {}

  /** Starts the product, or exits with 78 on a Java that is too old. */
  public static void main(String[] args) throws Throwable {
    String version = System.getProperty("java.specification.version", "0");
    int have = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    if (have < NEEDED) {
      System.err.println(
          "quillbox: needs Java "
              + NEEDED
              + " or newer, but "
              + System.getProperty("java.home")
              + " is Java "
              + have
              + ". Install a Java "
              + NEEDED
              + " runtime (Debian 13: apt install openjdk-25-jre-headless) and start with it.");
      System.exit(78);
    }
    try {
      Class.forName("org.quillbox.app.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
