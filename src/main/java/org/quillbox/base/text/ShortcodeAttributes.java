package org.quillbox.base.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.parser.Parser;

/**
 * The attributes of a shortcode: pairs by lower-case key and values without a key by place. Quotes may have been
 * made typographic or turned into entities on the way; values come out decoded.
 */
public final class ShortcodeAttributes {
  private static final String DOUBLE = "\"“”„″«»";
  private static final String SINGLE = "'‘’‚′";

  private final Map<String, String> pairs = new LinkedHashMap<>();
  private final List<String> values = new ArrayList<>();
  private final String source;
  private int at;

  private ShortcodeAttributes(String source) {
    this.source = source;
  }

  /** Reads the text between a shortcode's name and its closing bracket. */
  public static ShortcodeAttributes parse(String source) {
    String text =
        Parser.unescapeEntities(source, false)
            .replace('\u00a0', ' ')
            .replace("<br />", " ")
            .replace("<br>", " ");
    ShortcodeAttributes read = new ShortcodeAttributes(text);
    while (read.one()) {
      // Each step takes at least one character.
    }
    return read;
  }

  private boolean one() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    if (at >= source.length()) {
      return false;
    }
    int start = at;
    while (at < source.length() && keyChar(source.charAt(at))) {
      at++;
    }
    String key = source.substring(start, at);
    int equals = at;
    while (equals < source.length() && source.charAt(equals) == ' ' && equals - at < 20) {
      equals++;
    }
    if (!key.isEmpty() && equals < source.length() && source.charAt(equals) == '=') {
      at = equals + 1;
      while (at < source.length() && source.charAt(at) == ' ') {
        at++;
      }
      pairs.put(key.toLowerCase(Locale.ROOT), decode(value()));
    } else {
      at = start;
      values.add(decode(value()));
    }
    return true;
  }

  private String value() {
    if (at >= source.length()) {
      return "";
    }
    char opening = source.charAt(at);
    String family =
        DOUBLE.indexOf(opening) >= 0 ? DOUBLE : SINGLE.indexOf(opening) >= 0 ? SINGLE : "";
    if (!family.isEmpty()) {
      String closers = opening == '"' || opening == '\'' ? String.valueOf(opening) : family;
      for (int i = at + 1; i < source.length(); i++) {
        if (closers.indexOf(source.charAt(i)) >= 0) {
          String value = source.substring(at + 1, i);
          at = i + 1;
          return value;
        }
      }
    }
    int start = at;
    at++;
    while (at < source.length() && !Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    return family.isEmpty() ? source.substring(start, at) : source.substring(start + 1, at);
  }

  private static boolean keyChar(char c) {
    return MarkupScan.letter(c) || MarkupScan.digit(c) || c == '_' || c == '-';
  }

  /** Page builders write the three characters a value cannot hold as percent codes. */
  private static String decode(String value) {
    return value.indexOf('%') < 0
        ? value
        : value.replace("%22", "\"").replace("%91", "[").replace("%93", "]").replace("%92", "\\");
  }

  /** The value of a key, when it is there and not blank. */
  public Optional<String> find(String key) {
    String value = pairs.get(key);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  /** The first of several keys that has a value. */
  public Optional<String> first(List<String> keys) {
    for (String key : keys) {
      Optional<String> value = find(key);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** A value without a key, by its place. */
  public Optional<String> at(int index) {
    return index < values.size() && !values.get(index).isBlank()
        ? Optional.of(values.get(index))
        : Optional.empty();
  }

  /** All pairs in source order. */
  public Map<String, String> pairs() {
    return Map.copyOf(pairs);
  }
}
