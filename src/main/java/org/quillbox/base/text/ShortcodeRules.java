package org.quillbox.base.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the data file {@code shortcodes.tsv}: one line per name or prefix. A name in no line follows the
 * policy for unknown ones ({@link Shortcodes}).
 */
public final class ShortcodeRules {
  private static final String FILE = "shortcodes.tsv";

  /** Words in a name that make an unknown enclosing shortcode a guard. */
  private static final Set<String> GUARD_WORDS =
      Set.of("member", "restrict", "protect", "premium", "private", "logged");

  private final Map<String, ShortcodeRule> exact = new HashMap<>();
  private final List<ShortcodeRule> prefixes = new ArrayList<>();

  private ShortcodeRules(List<ShortcodeRule> rules) {
    for (ShortcodeRule rule : rules) {
      if (rule.prefix()) {
        prefixes.add(rule);
      } else if (exact.put(rule.name(), rule) != null) {
        throw new IllegalArgumentException(FILE + " names " + rule.name() + " twice");
      }
    }
    prefixes.sort(Comparator.comparingInt((ShortcodeRule r) -> r.name().length()).reversed());
  }

  private static final class Standard {
    static final ShortcodeRules RULES = load();

    private static ShortcodeRules load() {
      InputStream in = ShortcodeRules.class.getResourceAsStream(FILE);
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the jar");
      }
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return ShortcodeRules.read(lines.lines().toList());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /** The rules shipped with the product. */
  public static ShortcodeRules standard() {
    return Standard.RULES;
  }

  /**
   * Reads lines of the file's form.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  static ShortcodeRules read(List<String> lines) {
    List<ShortcodeRule> rules = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length != 4) {
        throw new IllegalArgumentException(FILE + " line " + (i + 1) + " has not four columns");
      }
      for (String name : cells[0].split(" ")) {
        rules.add(rule(name, cells));
      }
    }
    return new ShortcodeRules(rules);
  }

  private static ShortcodeRule rule(String written, String[] cells) {
    boolean word = written.endsWith("!");
    boolean prefix = written.endsWith("*");
    String name = word || prefix ? written.substring(0, written.length() - 1) : written;
    return new ShortcodeRule(
        name.toLowerCase(Locale.ROOT),
        prefix,
        word,
        ShortcodeRule.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
        cells[2].equals("-") ? "" : cells[2],
        cells[3]);
  }

  /** Every rule, exact names first. */
  public List<ShortcodeRule> all() {
    List<ShortcodeRule> all = new ArrayList<>(exact.values());
    all.sort(Comparator.comparing(ShortcodeRule::name));
    all.addAll(prefixes);
    return List.copyOf(all);
  }

  /** The rule for a name, exact before prefix, the longest prefix first; null for an unknown one. */
  @Nullable ShortcodeRule find(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    ShortcodeRule rule = exact.get(folded);
    if (rule != null) {
      return rule;
    }
    for (ShortcodeRule one : prefixes) {
      if (folded.startsWith(one.name())) {
        return one;
      }
    }
    return null;
  }

  /**
   * Whether an enclosing shortcode hides its inside. Names with a line of their own say so there; for all others,
   * prefixes included, a word in the name decides: a wrong guard is mended in a second, a leak never.
   */
  boolean guards(String name, @Nullable ShortcodeRule rule) {
    if (rule != null && (!rule.prefix() || rule.kind() == ShortcodeRule.Kind.GUARD)) {
      return rule.kind() == ShortcodeRule.Kind.GUARD;
    }
    String folded = name.toLowerCase(Locale.ROOT).replace('-', '_');
    if (folded.endsWith("team_member") || folded.endsWith("team_members")) {
      return false;
    }
    for (String part : folded.split("_")) {
      if (part.startsWith("paid") || part.contains("remember")) {
        return part.startsWith("paid");
      }
      for (String word : GUARD_WORDS) {
        if (part.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
