package org.quillbox.base.gates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.gates.HtmlPolicy.Property;

/**
 * The declarations of one element that pass its policy, in order; a later one of the same property wins.
 * Every value is matched against what its property may be, so nothing has to be looked for: {@code url()},
 * {@code expression()}, escapes, comments and positions match nothing.
 */
final class StyleDeclarations {
  private static final int LONGEST = 4096;
  private static final Pattern LENGTH =
      Pattern.compile("0|\\+?[0-9]{0,5}(\\.[0-9]{1,6})?(px|%|em|rem|vw|vh|pt|ch|ex|cm|mm|in|fr)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,6})?|\\.[0-9]{1,6}");
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
  private static final Pattern WORD = Pattern.compile("[a-z]{3,20}");
  private static final Pattern PRESET =
      Pattern.compile("var\\(--wp--(preset|style|custom)--[a-zA-Z0-9_-]{1,80}\\)");
  private static final Pattern COLOR_FUNCTION =
      Pattern.compile("(rgb|rgba|hsl|hsla)\\([0-9.,%/ a-z]{1,60}\\)");
  private static final Pattern SUM =
      Pattern.compile("(calc|min|max|clamp)\\([0-9a-zA-Z_.%+*/, ()-]{1,200}\\)");
  private static final Pattern GRADIENT =
      Pattern.compile("(repeating-)?(linear|radial|conic)-gradient\\([0-9a-z.,%# ()-]{1,400}\\)");
  private static final Pattern FONT_NAME =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9 -]{0,60}|\"[a-zA-Z0-9 -]{1,60}\"|'[a-zA-Z0-9 -]{1,60}'");
  private static final Pattern BARE_HEX = Pattern.compile("[0-9a-fA-F]{6}");
  private static final Pattern BARE_NUMBER = Pattern.compile("[0-9]{1,5}");
  private static final Set<String> IN_GRADIENTS = Set.of("rgb", "rgba", "hsl", "hsla");
  private static final Set<String> IN_SUMS = Set.of("calc", "min", "max", "clamp", "var", "");

  private final HtmlPolicy policy;
  private final Map<String, String> kept = new LinkedHashMap<>();

  StyleDeclarations(HtmlPolicy policy) {
    this.policy = policy;
  }

  /** Takes what passes of a style attribute. */
  void takeAttribute(String style) {
    if (style.length() > LONGEST) {
      return;
    }
    for (String declaration : split(style, ';')) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        take(declaration.substring(0, colon).strip(), declaration.substring(colon + 1));
      }
    }
  }

  /** Takes what an old attribute said, as a declaration: bare numbers are pixels, bare digits a color. */
  void takeOld(String property, String value) {
    String v = value.strip();
    if (property.contains("color")) {
      take(property, BARE_HEX.matcher(v).matches() ? "#" + v : v);
    } else if (property.equals("clear")) {
      take(property, v.equalsIgnoreCase("all") ? "both" : v);
    } else {
      take(property, BARE_NUMBER.matcher(v).matches() ? v + "px" : v);
    }
  }

  private void take(String name, String raw) {
    String property = name.toLowerCase(Locale.ROOT);
    Property rule = policy.property(property);
    if (rule == null) {
      return;
    }
    String value = raw.strip();
    int important = value.indexOf('!');
    if (important >= 0) {
      value = value.substring(0, important).strip();
    }
    String passed =
        rule.kinds().contains("font")
            ? fonts(value)
            : values(value.toLowerCase(Locale.ROOT), value, rule);
    if (passed != null) {
      kept.remove(property);
      kept.put(property, passed);
    }
  }

  private static @Nullable String values(String value, String asWritten, Property rule) {
    // The names of presets keep their case; everything else of CSS has none.
    String exact = value.contains("--") ? asWritten : value;
    // A ratio may be written without blanks.
    List<String> parts = split(rule.kinds().contains("/") ? exact.replace("/", " / ") : exact, ' ');
    if (parts.isEmpty() || parts.size() > rule.most()) {
      return null;
    }
    for (String part : parts) {
      if (!passes(part, rule.kinds())) {
        return null;
      }
    }
    return String.join(" ", parts);
  }

  private static boolean passes(String part, Set<String> kinds) {
    if (kinds.contains(part) || part.equals("inherit") || part.equals("initial")) {
      return true;
    }
    if (PRESET.matcher(part).matches()) {
      return true;
    }
    boolean signed = kinds.contains("signed");
    if (kinds.contains("length") || signed) {
      String length = signed && part.startsWith("-") ? part.substring(1) : part;
      if (LENGTH.matcher(length).matches() && !length.startsWith("%") && digit(length)) {
        return true;
      }
      if (SUM.matcher(part).matches() && balanced(part) && callsOnly(part, IN_SUMS)) {
        return true;
      }
    }
    if (kinds.contains("number") && NUMBER.matcher(part).matches()) {
      return true;
    }
    if (kinds.contains("color")
        && (HEX.matcher(part).matches()
            || WORD.matcher(part).matches()
            || COLOR_FUNCTION.matcher(part).matches())) {
      return true;
    }
    return kinds.contains("gradient")
        && GRADIENT.matcher(part).matches()
        && balanced(part)
        && callsOnly(part.substring(part.indexOf('(') + 1), IN_GRADIENTS);
  }

  private static boolean digit(String length) {
    return length.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean balanced(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (open < 0 || open > 6) {
        return false;
      }
    }
    return open == 0;
  }

  private static boolean callsOnly(String arguments, Set<String> functions) {
    int from = 0;
    for (int open = arguments.indexOf('('); open >= 0; open = arguments.indexOf('(', from)) {
      int start = open;
      while (start > 0 && Character.isLetter(arguments.charAt(start - 1))) {
        start--;
      }
      if (!functions.contains(arguments.substring(start, open))) {
        return false;
      }
      from = open + 1;
    }
    return true;
  }

  private static @Nullable String fonts(String value) {
    if (PRESET.matcher(value).matches()) {
      return value;
    }
    List<String> names = new ArrayList<>();
    for (String name : value.split(",", 12)) {
      String one = name.strip();
      if (!FONT_NAME.matcher(one).matches()) {
        return null;
      }
      names.add(one);
    }
    return String.join(",", names);
  }

  /** Splits outside parentheses and quotes; blanks around and empty parts are dropped. */
  private static List<String> split(String text, char by) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? by : text.charAt(i);
      boolean end = i == text.length();
      if (!end && quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (!end && (c == '"' || c == '\'')) {
        quote = c;
      } else if (!end && c == '(') {
        depth++;
      } else if (!end && c == ')') {
        depth--;
      } else if (end || (depth == 0 && (c == by || (by == ' ' && Character.isWhitespace(c))))) {
        String part = text.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  boolean isEmpty() {
    return kept.isEmpty();
  }

  /** The declarations as they stand in a rule. */
  String text() {
    StringBuilder out = new StringBuilder();
    kept.forEach((property, value) -> {
      out.append(out.isEmpty() ? "" : ";").append(property).append(':').append(value);
    });
    return out.toString();
  }

  /** The class that stands for these declarations: the same ones have the same class everywhere. */
  String className() {
    return "qs-" + Randoms.sha256Hex(text()).substring(0, 10);
  }

  /**
   * The rule of that class. The class is named twice so that, as the attribute did, it wins over the
   * theme's rules of one class.
   */
  String rule() {
    String name = className();
    return "." + name + "." + name + "{" + text() + "}";
  }
}
