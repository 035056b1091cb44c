package org.quillbox.base.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quillbox.base.kernel.BootFailure;

/**
 * The settings of the machine, read once and never changed. Each value remembers where it came from.
 *
 * @see ConfigSources how they are gathered
 */
public final class Config {
  /** Shown instead of a secret. */
  public static final String MASK = "(set, not shown)";

  private final Map<ConfigKey<?>, Setting<?>> settings;

  private record Setting<T>(ConfigKey<T> key, String text, Origin origin, T value) {
    T as(ConfigKey<?> asked) {
      if (!key.equals(asked)) {
        throw new IllegalArgumentException(asked + " is not " + key);
      }
      return value;
    }
  }

  /**
   * One line of {@code config show}.
   *
   * @param value masked for secrets
   */
  public record Entry(String key, String value, String origin, boolean secret) {}

  Config(Map<ConfigKey<?>, Written> written) {
    Map<ConfigKey<?>, Setting<?>> read = new LinkedHashMap<>();
    for (ConfigKey<?> key : ConfigKey.all()) {
      Written one = written.getOrDefault(key, new Written(key.fallback(), new Origin.Default()));
      read.put(key, setting(key, one));
    }
    this.settings = read;
  }

  /** Nothing set but what is given: for tests and for parts used by themselves. */
  public static Config of(Map<ConfigKey<?>, String> values) {
    Map<ConfigKey<?>, Written> written = new LinkedHashMap<>();
    values.forEach((key, text) -> written.put(key, new Written(text, new Origin.Option("--set"))));
    return new Config(written);
  }

  /** The value of a setting. */
  @SuppressWarnings(
      "unchecked") // Setting.as checks that the key is the one the value was read for.
  public <T> T get(ConfigKey<T> key) {
    Setting<?> setting = settings.get(key);
    if (setting == null) {
      throw new IllegalArgumentException(key + " is not in the registry");
    }
    return (T) setting.as(key);
  }

  /** Where the value came from. */
  public Origin origin(ConfigKey<?> key) {
    Setting<?> setting = settings.get(key);
    if (setting == null) {
      throw new IllegalArgumentException(key + " is not in the registry");
    }
    return setting.origin();
  }

  /** The data directory, absolute. */
  public Path dataDir() {
    return get(ConfigKey.DATA_DIR).toAbsolutePath().normalize();
  }

  /** Every setting in the order of the manual, secrets masked. */
  public List<Entry> entries() {
    return settings.values().stream()
        .map(one ->
            new Entry(
                one.key().name(),
                one.key().secret() && !one.text().isEmpty() ? MASK : one.text(),
                one.origin().text(),
                one.key().secret()))
        .toList();
  }

  /** Value of one key as shown; no secret leaves by this way. */
  @Override
  public String toString() {
    return entries().toString();
  }

  private static <T> Setting<T> setting(ConfigKey<T> key, Written written) {
    try {
      return new Setting<>(
          key, written.text(), written.origin(), key.type().parse().apply(written.text()));
    } catch (IllegalArgumentException e) {
      String shown = key.secret() ? "" : " = " + written.text();
      throw new BootFailure.ConfigInvalid(
          written.origin().text() + ": " + key.name() + shown + ": " + e.getMessage());
    }
  }

  /** The text of a setting before it is read, and its place. */
  record Written(String text, Origin origin) {}
}
