package org.quillbox.door.wxr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The two data files about what may be seen, read once: {@code types.tsv} and {@code restricted.tsv}. */
final class TypeRules {
  /** Who may see entries of a type. */
  enum Seen {
    PUBLIC,
    INSIDE,
    FORUM,
    PRIVATE
  }

  /** A row about a type. */
  record TypeRow(String name, Seen seen, String origin, String readersSee) {}

  /** A row about a mark on an entry. */
  record MarkRow(String kind, String key, String test, String origin) {
    boolean names(String name) {
      return matches(key, name);
    }

    /** Whether a value of the key says that the entry was restricted. */
    boolean holds(String value) {
      String v = value.strip();
      boolean set = !v.isEmpty() && !v.equals("a:0:{}") && !v.equals("[]") && !v.equals("N;");
      if (!set) {
        return false;
      }
      if (test.equals("yes")) {
        return switch (v.toLowerCase(Locale.ROOT)) {
          case "0", "no", "off", "false", "b:0;", "i:0;", "s:1:\"0\";" -> false;
          default -> true;
        };
      }
      return !test.startsWith("unless:")
          || !Pattern.compile(test.substring("unless:".length())).matcher(v).find();
    }
  }

  private final List<TypeRow> types = new ArrayList<>();
  private final List<TypeRow> words = new ArrayList<>();
  private final List<MarkRow> marks = new ArrayList<>();

  private TypeRules() {}

  /** Reads both files from the jar. */
  static TypeRules load() {
    TypeRules rules = new TypeRules();
    for (String[] row : rows("types.tsv")) {
      String name = row[0].startsWith("=") ? row[0].substring(1) : row[0];
      TypeRow type =
          new TypeRow(name, Seen.valueOf(row[1].toUpperCase(Locale.ROOT)), row[2], row[3]);
      (row[0].startsWith("=") ? rules.words : rules.types).add(type);
    }
    for (String[] row : rows("restricted.tsv")) {
      rules.marks.add(new MarkRow(row[0], row[1], row[2], row[3]));
    }
    return rules;
  }

  /** The row of a type: its own name first, then the longest name with a star, then a word. */
  Optional<TypeRow> type(String name) {
    TypeRow best = null;
    for (TypeRow row : types) {
      if (row.name().equals(name)) {
        return Optional.of(row);
      }
      if (matches(row.name(), name)
          && (best == null || row.name().length() > best.name().length())) {
        best = row;
      }
    }
    return best != null ? Optional.of(best) : word(name);
  }

  private Optional<TypeRow> word(String name) {
    for (String part : name.toLowerCase(Locale.ROOT).split("[-_ ]+")) {
      for (TypeRow row : words) {
        if (part.equals(row.name()) || part.equals(row.name() + "s")) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  /** The rows of one kind. */
  List<MarkRow> marks(String kind) {
    return marks.stream().filter(m -> m.kind().equals(kind)).toList();
  }

  private static boolean matches(String pattern, String name) {
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }

  private static List<String[]> rows(String file) {
    List<String[]> out = new ArrayList<>();
    InputStream in =
        Objects.requireNonNull(TypeRules.class.getResourceAsStream(file), file + " is missing");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] row = line.split("\t", -1);
        if (row.length != 4) {
          throw new IllegalStateException(file + " needs four columns: " + line);
        }
        out.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }
}
