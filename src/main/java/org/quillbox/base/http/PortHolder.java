package org.quillbox.base.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out, on Linux, which process listens on a port: as far as this one may look. */
final class PortHolder {
  private final Path proc;

  PortHolder(Path proc) {
    this.proc = proc;
  }

  /** E.g. {@code nginx (process 812)}. */
  Optional<String> of(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      sockets.addAll(listening(proc.resolve(table), port));
    }
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(proc)) {
      return all.filter(p -> p.getFileName().toString().matches("\\d+"))
          .filter(p -> holds(p.resolve("fd"), sockets))
          .findFirst()
          .map(p -> name(p) + " (process " + p.getFileName() + ")");
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Set<String> listening(Path table, int port) {
    Set<String> found = new HashSet<>();
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    try {
      for (String line : Files.readAllLines(table)) {
        String[] column = line.strip().split("\\s+");
        if (column.length > 9 && column[1].endsWith(suffix) && column[3].equals("0A")) {
          found.add("socket:[" + column[9] + "]");
        }
      }
    } catch (IOException _) {
      return Set.of();
    }
    return found;
  }

  private static boolean holds(Path descriptors, Set<String> sockets) {
    try (Stream<Path> all = Files.list(descriptors)) {
      return all.anyMatch(fd -> {
        try {
          return sockets.contains(Files.readSymbolicLink(fd).toString());
        } catch (IOException _) {
          return false;
        }
      });
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }

  private static String name(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException _) {
      return "a process";
    }
  }
}
