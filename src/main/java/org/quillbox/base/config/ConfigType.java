package org.quillbox.base.config;

import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the text of a setting becomes a value.
 *
 * @param label what the manual calls it
 * @param parse throws IllegalArgumentException with a sentence that says what would be accepted
 */
public record ConfigType<T>(String label, Function<String, T> parse) {
  /** Any text. */
  static final ConfigType<String> TEXT = new ConfigType<>("text", text -> text);

  /** A path, relative to the working directory. */
  static final ConfigType<Path> PATH = new ConfigType<>("path", ConfigType::path);

  static final ConfigType<Boolean> SWITCH =
      new ConfigType<>(
          "true or false",
          text ->
              switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("write true or false");
              });

  /** One address to listen on; empty for all of them. */
  static final ConfigType<String> ADDRESS = new ConfigType<>("address", ConfigType::address);

  static final ConfigType<List<Network>> NETWORKS =
      new ConfigType<>(
          "networks, separated by commas",
          text ->
              Stream.of(text.split(","))
                  .map(String::strip)
                  .filter(one -> !one.isEmpty())
                  .map(Network::parse)
                  .toList());

  /** A JDBC address of PostgreSQL; empty for the embedded database. */
  static final ConfigType<String> DATABASE =
      new ConfigType<>("database address", ConfigType::database);

  static final ConfigType<Level> LOG_LEVEL =
      new ConfigType<>("error, warning, info or debug", ConfigType::level);

  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(|B|KiB|MiB|GiB)");

  /** A whole number between two bounds, both included. */
  static ConfigType<Integer> integer(int least, int most) {
    String label = "number from " + least + " to " + most;
    return new ConfigType<>(
        label,
        text -> {
          if (!text.matches("\\d{1,9}")
              || Integer.parseInt(text) < least
              || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("write a " + label);
          }
          return Integer.valueOf(text);
        });
  }

  /** A number of bytes, with or without a unit. */
  static ConfigType<Long> size(long least) {
    return new ConfigType<>(
        "size",
        text -> {
          Matcher size = SIZE.matcher(text);
          if (!size.matches()) {
            throw new IllegalArgumentException("write a size like 512 KiB, 24 MiB or 2 GiB");
          }
          long bytes =
              Long.parseLong(size.group(1))
                  * Map.of("", 1L, "B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30)
                      .getOrDefault(size.group(2), 1L);
          if (bytes < least) {
            throw new IllegalArgumentException("it must be at least " + (least >> 10) + " KiB");
          }
          return bytes;
        });
  }

  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("name a directory");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("that is no path", e);
    }
  }

  private static String address(String text) {
    if (text.isEmpty() || text.equals("localhost")) {
      return text;
    }
    try {
      return InetAddress.ofLiteral(text).getHostAddress();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "write an IP address like 127.0.0.1 or ::1, or leave it empty for all addresses", e);
    }
  }

  private static String database(String text) {
    if (text.isEmpty() || text.startsWith("jdbc:postgresql:")) {
      return text;
    }
    throw new IllegalArgumentException(
        "write an address like jdbc:postgresql://localhost/quillbox, or leave it empty for the embedded"
            + " database");
  }

  private static Level level(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "error" -> Level.SEVERE;
      case "warning" -> Level.WARNING;
      case "info" -> Level.INFO;
      case "debug" -> Level.FINE;
      default -> throw new IllegalArgumentException("write error, warning, info or debug");
    };
  }
}
