package org.quillbox.base.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;

/**
 * One setting of the machine. The constants of this class are all there are; {@code defaults.properties} says
 * the same in words for operators, and a test keeps the two equal.
 *
 * @param <T> what the value is once read
 * @param name as written in the file, e.g. {@code http.port}
 * @param type how the value is read
 * @param fallback the value where nothing is set, as it would be written
 * @param secret never shown; may also be read from a file named by {@code name-file}
 * @param since release that brought it
 * @param restart true when a change needs a restart; so far every one does
 */
public record ConfigKey<T>(
    String name,
    ConfigType<T> type,
    String fallback,
    boolean secret,
    String since,
    boolean restart) {
  public static final ConfigKey<Path> DATA_DIR = key("data.dir", ConfigType.PATH, "data");

  public static final ConfigKey<Integer> HTTP_PORT =
      key("http.port", ConfigType.integer(0, 65535), "8080");
  public static final ConfigKey<String> HTTP_BIND = key("http.bind", ConfigType.ADDRESS, "");
  public static final ConfigKey<List<Network>> HTTP_TRUSTED_PROXIES =
      key("http.trusted-proxies", ConfigType.NETWORKS, "");

  public static final ConfigKey<Boolean> CACHE_ENABLED =
      key("cache.enabled", ConfigType.SWITCH, "true");
  public static final ConfigKey<Long> CACHE_SIZE =
      key("cache.size", ConfigType.size(1L << 20), "24 MiB");

  public static final ConfigKey<Integer> LIMITS_CONNECTIONS =
      key("limits.connections", ConfigType.integer(1, 1_000_000), "2000");
  public static final ConfigKey<Integer> LIMITS_CONNECTIONS_PER_ADDRESS =
      key("limits.connections-per-address", ConfigType.integer(1, 1_000_000), "30");
  public static final ConfigKey<Long> LIMITS_UPLOAD =
      key("limits.upload", ConfigType.size(1L << 20), "32 MiB");
  public static final ConfigKey<List<Network>> LIMITS_EXEMPT =
      key("limits.exempt", ConfigType.NETWORKS, "");

  public static final ConfigKey<String> DB_URL = key("db.url", ConfigType.DATABASE, "");
  public static final ConfigKey<String> DB_USER = key("db.user", ConfigType.TEXT, "");
  public static final ConfigKey<String> DB_PASSWORD =
      new ConfigKey<>("db.password", ConfigType.TEXT, "", true, "0.1", true);
  public static final ConfigKey<Integer> DB_CONNECTIONS =
      key("db.connections", ConfigType.integer(2, 500), "8");

  public static final ConfigKey<Level> LOG_LEVEL = key("log.level", ConfigType.LOG_LEVEL, "info");

  private static final List<ConfigKey<?>> ALL =
      List.of(
          DATA_DIR,
          HTTP_PORT,
          HTTP_BIND,
          HTTP_TRUSTED_PROXIES,
          CACHE_ENABLED,
          CACHE_SIZE,
          LIMITS_CONNECTIONS,
          LIMITS_CONNECTIONS_PER_ADDRESS,
          LIMITS_UPLOAD,
          LIMITS_EXEMPT,
          DB_URL,
          DB_USER,
          DB_PASSWORD,
          DB_CONNECTIONS,
          LOG_LEVEL);

  /** Every key, in the order of the manual. */
  public static List<ConfigKey<?>> all() {
    return ALL;
  }

  /** The key of that name. */
  public static Optional<ConfigKey<?>> named(String name) {
    return ALL.stream()
        .<ConfigKey<?>>map(key -> key)
        .filter(key -> key.name.equals(name))
        .findFirst();
  }

  /** The name as a variable of the environment, e.g. {@code QUILLBOX_HTTP_PORT}. */
  public String variable() {
    return variable(name);
  }

  /** The key that names a file with the secret in it. */
  String fileName() {
    return name + "-file";
  }

  static String variable(String name) {
    return "QUILLBOX_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static <T> ConfigKey<T> key(String name, ConfigType<T> type, String fallback) {
    return new ConfigKey<>(name, type, fallback, false, "0.1", true);
  }

  @Override
  public String toString() {
    return name;
  }
}
