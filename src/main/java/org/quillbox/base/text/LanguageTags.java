package org.quillbox.base.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that carries several languages inline, as qTranslate and its successors left it: {@code
 * [:en]…[:de]…[:]}, {@code <!--:en-->…<!--:-->}, {@code {:en}…{:}}. Text outside the tags belongs to every
 * language.
 */
public final class LanguageTags {
  private static final String CODE = "([a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})?)?";
  private static final Pattern TAG =
      Pattern.compile("\\[:" + CODE + "\\]|<!--:" + CODE + "-->|\\{:" + CODE + "\\}");

  private LanguageTags() {}

  private record Span(String language, String text) {}

  /** Whether anything here is tagged; a cheap test before the rest. */
  public static boolean present(String text) {
    return (text.contains("[:") || text.contains("<!--:") || text.contains("{:"))
        && spans(text).stream().anyMatch(s -> !s.language().isEmpty());
  }

  /**
   * Every language with its whole text, in order of appearance. Empty when the text carries no tags: then it is
   * the same in all languages.
   */
  public static Map<String, String> split(String text) {
    List<Span> spans = spans(text);
    Map<String, StringBuilder> parts = new LinkedHashMap<>();
    for (Span span : spans) {
      if (!span.language().isEmpty()) {
        parts.putIfAbsent(span.language(), new StringBuilder());
      }
    }
    for (Span span : spans) {
      parts.forEach((language, out) -> {
        if (span.language().isEmpty() || span.language().equals(language)) {
          out.append(span.text());
        }
      });
    }
    Map<String, String> whole = new LinkedHashMap<>();
    parts.forEach((language, out) -> whole.put(language, out.toString()));
    return whole;
  }

  /**
   * The text for one language; where it has none, the language that comes first. No tag survives.
   *
   * @param language a code such as {@code de} or {@code pt-br}; its region is ignored when only the language
   *     itself is there
   */
  public static String select(String text, String language) {
    if (!text.contains("[:") && !text.contains("<!--:") && !text.contains("{:")) {
      return text;
    }
    Map<String, String> all = split(text);
    if (all.isEmpty()) {
      return text;
    }
    String wanted = language.toLowerCase(Locale.ROOT).replace('_', '-');
    String exact = all.get(wanted);
    if (exact != null) {
      return exact;
    }
    int region = wanted.indexOf('-');
    String general = region < 0 ? null : all.get(wanted.substring(0, region));
    return general != null ? general : all.values().iterator().next();
  }

  private static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher tag = TAG.matcher(text);
    String language = "";
    int from = 0;
    boolean tagged = false;
    while (tag.find()) {
      String code = code(tag);
      if (code.isEmpty() && !tagged) {
        // An end without a beginning is prose.
        continue;
      }
      tagged = true;
      spans.add(new Span(language, text.substring(from, tag.start())));
      language = code;
      from = tag.end();
    }
    spans.add(new Span(language, text.substring(from)));
    return spans;
  }

  private static String code(Matcher tag) {
    for (int group = 1; group <= tag.groupCount(); group++) {
      String code = tag.group(group);
      if (code != null) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
      }
    }
    return "";
  }
}
