package org.quillbox.base.gates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of somebody's HTML reaches a reader: an allow-list, read once from {@code html-policy.tsv} beside this
 * class, the one file to review (security O3). The head of that file explains its columns.
 */
public final class HtmlPolicy {
  private static final String FILE = "html-policy.tsv";

  /** Comments of anybody: a dozen inline elements, links that earn their writer nothing, no class, id or style. */
  public static final HtmlPolicy COMMENT = load("comment");

  /** Posts and pages of authors, and everything imported. */
  public static final HtmlPolicy POST = load("post");

  private static final String VERSION = fingerprint();

  /**
   * One attribute an element may have.
   *
   * @param type decides what values pass
   * @param argument the choices of {@code ONE}, the property of {@code CSS} and {@code SIZE}; otherwise empty
   */
  record AttributeRule(ValueType type, String argument) {}

  /** Kinds of attribute values. */
  enum ValueType {
    TEXT,
    FLAG,
    NUMBER,
    ID,
    NAME,
    IDREF,
    CLASS,
    STYLE,
    REL,
    BLANK,
    LINK,
    MEDIA,
    IMAGE,
    CITE,
    SRCSET,
    ONE,
    CSS,
    SIZE
  }

  /** The living twin of an obsolete element, with declarations that keep its look. */
  record Renamed(String element, String declarations) {}

  /** A declaration: at most {@code most} values, each of a kind or one of the keywords. */
  record Property(int most, Set<String> kinds) {}

  private final String name;
  private final Set<String> dropped = new HashSet<>();
  private final Map<String, Renamed> renamed = new HashMap<>();
  private final Map<String, Map<String, AttributeRule>> elements = new HashMap<>();
  private final Map<String, AttributeRule> global = new HashMap<>();
  private final Map<String, Set<String>> schemes = new HashMap<>();
  private final Map<String, Property> properties = new HashMap<>();
  private final Set<String> clobbering = new HashSet<>();
  private final Set<String> relationsKept = new HashSet<>();
  private String relationsAdded = "";

  private HtmlPolicy(String name) {
    this.name = name;
  }

  /** Its name in the file. */
  public String name() {
    return name;
  }

  /** Changes whenever the file of policies does; part of the key of everything rendered with one. */
  public static String version() {
    return VERSION;
  }

  boolean drops(String element) {
    return dropped.contains(element);
  }

  @Nullable Renamed renamed(String element) {
    return renamed.get(element);
  }

  boolean knows(String element) {
    return elements.containsKey(element);
  }

  @Nullable AttributeRule attribute(String element, String attribute) {
    Map<String, AttributeRule> own = elements.get(element);
    AttributeRule found = own == null ? null : own.get(attribute);
    return found == null ? global.get(attribute) : found;
  }

  boolean allowsScheme(ValueType type, String scheme) {
    return schemes.getOrDefault(lower(type), Set.of()).contains(scheme);
  }

  @Nullable Property property(String property) {
    return properties.get(property);
  }

  boolean clobbers(String id) {
    return id.startsWith("qb-") || clobbering.contains(id);
  }

  boolean keepsRelation(String word) {
    return relationsKept.contains(word);
  }

  /** Words every link carries; empty for none. */
  String relationsAdded() {
    return relationsAdded;
  }

  private static HtmlPolicy load(String name) {
    HtmlPolicy policy = new HtmlPolicy(name);
    try (InputStream in = open();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.startsWith("#")) {
          continue;
        }
        List<String> columns = List.of(line.split("\t", -1));
        if (columns.size() < 3) {
          throw new IllegalStateException(FILE + ":" + number + ": too few columns");
        }
        if (columns.getFirst().equals(name) || columns.getFirst().equals("both")) {
          policy.take(columns, number);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return policy;
  }

  private void take(List<String> columns, int number) {
    String subject = columns.get(2);
    String rule = columns.size() > 3 ? columns.get(3) : "";
    switch (columns.get(1)) {
      case "drop" -> dropped.addAll(words(subject));
      case "rename" ->
          renamed.put(subject, new Renamed(rule, columns.size() > 4 ? columns.get(4) : ""));
      case "element" -> elements.put(subject, attributes(rule));
      case "global" -> global.putAll(attributes(rule));
      case "schemes" -> schemes.put(subject, Set.copyOf(words(rule)));
      case "relation" -> {
        if (subject.equals("add")) {
          relationsAdded = rule;
        } else {
          relationsKept.addAll(words(rule));
        }
      }
      case "style" ->
          properties.put(
              subject, new Property(Integer.parseInt(rule), Set.copyOf(words(columns.get(4)))));
      case "clobber" -> clobbering.addAll(words(subject));
      default -> throw new IllegalStateException(FILE + ":" + number + ": unknown rule");
    }
  }

  private static Map<String, AttributeRule> attributes(String rule) {
    Map<String, AttributeRule> found = new HashMap<>();
    for (String word : words(rule)) {
      int equals = word.indexOf('=');
      String kind = word.substring(equals + 1);
      int colon = kind.indexOf(':');
      ValueType type =
          ValueType.valueOf((colon < 0 ? kind : kind.substring(0, colon)).toUpperCase(Locale.ROOT));
      found.put(
          word.substring(0, equals),
          new AttributeRule(type, colon < 0 ? "" : kind.substring(colon + 1)));
    }
    return found;
  }

  private static String lower(ValueType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static InputStream open() {
    InputStream in = HtmlPolicy.class.getResourceAsStream(FILE);
    if (in == null) {
      throw new IllegalStateException(FILE + " is missing from the jar");
    }
    return in;
  }

  private static String fingerprint() {
    try (InputStream in = open()) {
      return Randoms.sha256Hex(in.readAllBytes()).substring(0, 12);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
