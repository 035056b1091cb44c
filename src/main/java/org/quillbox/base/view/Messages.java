package org.quillbox.base.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts of the interface, from {@code messages/<set>_<language>.properties} on the class path (UTF-8).
 * English is the base; another language covers what it has. In a text {@code {0}}, {@code {1}} stand for
 * the arguments; whole numbers are grouped as the language does it. No other character is special.
 *
 * <p>A text that depends on a number has the forms {@code key.one} and {@code key.other}.
 */
public final class Messages {
  private final Locale locale;
  private final Map<String, String> texts;

  private Messages(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = Map.copyOf(texts);
  }

  /**
   * Loads sets of texts; where two sets share a key the later set wins.
   *
   * @throws IllegalArgumentException when a set has no English file
   */
  public static Messages load(Locale locale, String... sets) {
    Map<String, String> texts = new HashMap<>();
    for (String set : sets) {
      if (!read("messages/" + set + "_en.properties", texts)) {
        throw new IllegalArgumentException("There are no texts named " + set + ".");
      }
      if (!locale.getLanguage().equals("en")) {
        read("messages/" + set + "_" + locale.getLanguage() + ".properties", texts);
      }
    }
    return new Messages(locale, texts);
  }

  private static boolean read(String path, Map<String, String> texts) {
    InputStream found = Messages.class.getClassLoader().getResourceAsStream(path);
    if (found == null) {
      return false;
    }
    try (InputStreamReader in = new InputStreamReader(found, StandardCharsets.UTF_8)) {
      Properties file = new Properties();
      file.load(in);
      file.stringPropertyNames().forEach(key -> texts.put(key, file.getProperty(key)));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("The texts in " + path + " cannot be read.", e);
    }
  }

  public Locale locale() {
    return locale;
  }

  /** All keys, in order. */
  public Set<String> keys() {
    return new TreeSet<>(texts.keySet());
  }

  /** The text as it stands; an unknown key is a bug. */
  @Offered
  public String get(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("There is no text with the key " + key + ".");
    }
    return text;
  }

  @Offered
  public String get(String key, Object first) {
    return fill(get(key), first);
  }

  @Offered
  public String get(String key, Object first, Object second) {
    return fill(get(key), first, second);
  }

  @Offered
  public String get(String key, Object first, Object second, Object third) {
    return fill(get(key), first, second, third);
  }

  /** The form for a number, which is also {@code {0}}. */
  @Offered
  public String count(String key, int n) {
    return fill(get(key + (n == 1 ? ".one" : ".other")), n);
  }

  /** The form for a number, with one more argument as {@code {1}}. */
  @Offered
  public String count(String key, int n, Object second) {
    return fill(get(key + (n == 1 ? ".one" : ".other")), n, second);
  }

  private String fill(String text, Object... arguments) {
    StringBuilder out = new StringBuilder(text.length() + 32);
    int from = 0;
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      if (at + 2 >= text.length() || text.charAt(at + 2) != '}') {
        continue;
      }
      int number = text.charAt(at + 1) - '0';
      if (number < 0 || number >= arguments.length) {
        continue;
      }
      out.append(text, from, at).append(shown(arguments[number]));
      from = at + 3;
    }
    return out.append(text, from, text.length()).toString();
  }

  private String shown(Object argument) {
    return switch (argument) {
      case Integer n -> NumberFormat.getIntegerInstance(locale).format(n);
      case Long n -> NumberFormat.getIntegerInstance(locale).format(n);
      default -> String.valueOf(argument);
    };
  }
}
