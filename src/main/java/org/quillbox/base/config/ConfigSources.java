package org.quillbox.base.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.BootFailure.ConfigInvalid;
import org.quillbox.base.kernel.Nearest;

/**
 * Gathers the settings: defaults, then the file, then the environment, then the command line, each over the
 * one before. The file is {@code quillbox.properties} in the data directory unless another is named, so the
 * data directory is found first, without it. Whatever is unknown is refused by name; nothing is ignored.
 *
 * <p>The file is read line by line as UTF-8: {@code key = value}, or a comment that begins with {@code #}.
 * There are no escapes and no continued lines, so that a path or a password stands as it is.
 */
public final class ConfigSources {
  /** Name of the file in the data directory. */
  public static final String FILE = "quillbox.properties";

  private static final String PREFIX = "QUILLBOX_";

  private final Map<String, String> environment;

  /** One {@code key = value} with its place, before anything is known about the key. */
  private record Line(String key, String value, Origin origin) {}

  /**
   * What was typed that concerns the machine.
   *
   * @param word the option, e.g. {@code --port}
   * @param assignment {@code key=value}
   */
  public record Typed(String word, String assignment) {}

  /** Takes the environment, so that tests need not change theirs. */
  public ConfigSources(Map<String, String> environment) {
    this.environment = new TreeMap<>(environment);
  }

  /**
   * Reads everything.
   *
   * @param file named by {@code --config}; null for the one in the data directory
   * @param typed in the order typed; the last one wins
   * @throws ConfigInvalid when a key is unknown, stands twice or has a value that cannot be used
   */
  public Config resolve(@Nullable Path file, List<Typed> typed) {
    List<Line> options = new ArrayList<>();
    for (Typed one : typed) {
      options.add(assignment(one.assignment(), new Origin.Option(one.word())));
    }
    List<Line> variables = variables();
    Path used = file != null ? file : dataDir(variables, options).resolve(FILE);
    List<Line> lines = file != null || Files.exists(used) ? lines(used) : List.of();
    if (file == null) {
      lines.stream()
          .filter(line -> line.key().equals(ConfigKey.DATA_DIR.name()))
          .findFirst()
          .ifPresent(line -> {
            throw new ConfigInvalid(
                line.origin().text()
                    + ": data.dir cannot be set by the file inside it; use --data, or --config with a"
                    + " file elsewhere");
          });
    }
    Map<ConfigKey<?>, Config.Written> written = new LinkedHashMap<>();
    take(lines, false, written);
    take(variables, false, written);
    take(options, true, written);
    return new Config(written);
  }

  private static Path dataDir(List<Line> variables, List<Line> options) {
    Map<ConfigKey<?>, Config.Written> written = new LinkedHashMap<>();
    List<Line> named = new ArrayList<>(variables);
    named.addAll(options);
    named.removeIf(line -> !line.key().equals(ConfigKey.DATA_DIR.name()));
    take(named, true, written);
    return new Config(written).dataDir();
  }

  private List<Line> variables() {
    Map<String, String> known = new LinkedHashMap<>();
    for (String name : names()) {
      known.put(ConfigKey.variable(name), name);
    }
    List<Line> lines = new ArrayList<>();
    environment.forEach((variable, value) -> {
      if (!variable.startsWith(PREFIX)) {
        return;
      }
      String key = known.get(variable);
      if (key == null) {
        throw new ConfigInvalid(
            "variable "
                + variable
                + ": no setting has this name"
                + nearest(variable, List.copyOf(known.keySet()))
                + "; unset it");
      }
      lines.add(new Line(key, value, new Origin.Variable(variable)));
    });
    return lines;
  }

  private static List<Line> lines(Path file) {
    List<String> text;
    try {
      text = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new ConfigInvalid(file + ": there is no such file; check the name after --config");
    } catch (CharacterCodingException e) {
      throw new ConfigInvalid(file + ": is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw new ConfigInvalid(
          file + ": cannot be read (" + e.getMessage() + "); check its permissions");
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      String line =
          i == 0 && text.get(0).startsWith("\ufeff") ? text.get(0).substring(1) : text.get(i);
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        lines.add(assignment(line, new Origin.Line(file, i + 1)));
      }
    }
    return lines;
  }

  private static Line assignment(String text, Origin origin) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new ConfigInvalid(
          origin.text() + ": '" + text.strip() + "' has no '='; write it as key = value");
    }
    return new Line(text.substring(0, equals).strip(), text.substring(equals + 1).strip(), origin);
  }

  /** Lays one source over what is there. A key that stands twice in one file is refused. */
  private static void take(
      List<Line> lines, boolean lastWins, Map<ConfigKey<?>, Config.Written> written) {
    Map<ConfigKey<?>, Line> seen = new LinkedHashMap<>();
    for (Line line : lines) {
      ConfigKey<?> key = key(line);
      Line before = seen.put(key, line);
      if (before != null && !lastWins) {
        throw new ConfigInvalid(
            line.origin().text()
                + ": "
                + line.key()
                + " is already set by "
                + before.origin().text()
                + (before.key().equals(line.key()) ? "" : " (" + before.key() + ")")
                + "; remove one of the two");
      }
      String value = line.key().equals(key.name()) ? line.value() : secretFrom(line);
      written.put(key, new Config.Written(value, line.origin()));
    }
  }

  private static ConfigKey<?> key(Line line) {
    Optional<ConfigKey<?>> known = ConfigKey.named(line.key());
    if (known.isPresent()) {
      return known.get();
    }
    for (ConfigKey<?> key : ConfigKey.all()) {
      if (key.secret() && key.fileName().equals(line.key())) {
        return key;
      }
    }
    throw new ConfigInvalid(
        line.origin().text()
            + ": unknown key "
            + line.key()
            + nearest(line.key(), names())
            + "; the keys are listed by: quillbox config show");
  }

  private static String secretFrom(Line line) {
    Path file = Path.of(line.value());
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new ConfigInvalid(
          line.origin().text()
              + ": "
              + line.key()
              + ": "
              + file
              + " cannot be read; the user who runs Quillbox needs to read it");
    }
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (ConfigKey<?> key : ConfigKey.all()) {
      names.add(key.name());
      if (key.secret()) {
        names.add(key.fileName());
      }
    }
    return names;
  }

  private static String nearest(String given, List<String> names) {
    return Nearest.to(given, names).map(name -> "; did you mean " + name + "?").orElse("");
  }
}
