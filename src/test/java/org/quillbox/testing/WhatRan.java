package org.quillbox.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Writes down which tests ran on which database, which used a browser, and which did not run for want of
 * something outside the project: one line each in {@code target/what-ran/}. {@code scripts/check} counts
 * them, since a test that was skipped looks much like one that passed.
 *
 * <p>A test counts for a database when the name of its class contains {@code derby} or {@code postgres}, or
 * when a display name begins with one (as that of a test with the database for its first parameter does); for
 * the browser when its class names {@code Browser}.
 */
public final class WhatRan implements TestWatcher {
  private static final List<String> DATABASES = List.of("derby", "postgres");
  private static final Path FILE =
      Path.of("target", "what-ran", ProcessHandle.current().pid() + ".txt");

  @Override
  public void testSuccessful(ExtensionContext test) {
    note(test);
  }

  @Override
  public void testFailed(ExtensionContext test, @Nullable Throwable cause) {
    note(test);
  }

  @Override
  public void testAborted(ExtensionContext test, @Nullable Throwable cause) {
    String reason = cause == null ? "" : String.valueOf(cause.getMessage());
    write("not-run", test, " " + reason.replaceAll("\\s+", " "));
  }

  @Override
  public void testDisabled(ExtensionContext test, Optional<String> reason) {
    write("not-run", test, " " + reason.orElse("disabled").replaceAll("\\s+", " "));
  }

  private static void note(ExtensionContext test) {
    for (String database : DATABASES) {
      if (ranOn(database, test)) {
        write(database, test, "");
      }
    }
    if (test.getTestClass().map(WhatRan::usesBrowser).orElse(false)) {
      write("browser", test, "");
    }
  }

  private static boolean ranOn(String database, ExtensionContext test) {
    Pattern display =
        Pattern.compile("(?i)^(\\[\\d+\\] *)?(\\w+ *= *)?\"?(on )?" + database + "(sql)?\\b.*");
    for (Optional<ExtensionContext> at = Optional.of(test);
        at.isPresent();
        at = at.get().getParent()) {
      String type = at.get().getTestClass().map(Class::getSimpleName).orElse("");
      if (type.toLowerCase(Locale.ROOT).contains(database)
          || display.matcher(at.get().getDisplayName()).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the class file mentions the browser: no annotation that could be forgotten. */
  private static boolean usesBrowser(Class<?> test) {
    String file = "/" + test.getName().replace('.', '/') + ".class";
    try (InputStream in = test.getResourceAsStream(file)) {
      return in != null
          && new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
              .contains("org/quillbox/testing/Browser");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized void write(String what, ExtensionContext test, String more) {
    String line =
        what
            + " "
            + test.getTestClass().map(Class::getSimpleName).orElse("?")
            + "#"
            + test.getDisplayName().replaceAll("\\s+", " ")
            + more
            + "\n";
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
