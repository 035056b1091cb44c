package org.quillbox.base.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the address, the label and the picture in a shortcode's attributes. */
final class Addresses {
  static final List<String> URLS =
      List.of(
          "url",
          "href",
          "link",
          "src",
          "image",
          "file",
          "mp3",
          "mp4",
          "m4v",
          "ogg",
          "webm",
          "wav",
          "m4a",
          "link_url",
          "button_url",
          "image_url",
          "video_url",
          "feeds",
          "feed");
  static final List<String> LABELS =
      List.of(
          "title",
          "text",
          "label",
          "heading",
          "content",
          "button_text",
          "link_text",
          "name",
          "alt");
  private static final List<String> IDS =
      List.of("id", "v", "code", "track", "user", "slug", "number");
  private static final List<String> PICTURES =
      List.of(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg");

  private Addresses() {}

  static Optional<String> of(ShortcodeAttributes attributes, String inner, String template) {
    Optional<String> url = attributes.first(URLS).or(() -> attributes.at(0)).map(Addresses::packed);
    if (url.isPresent() && address(url.get())) {
      return url.map(Addresses::clean);
    }
    String inside = PlainText.of(inner);
    if (address(inside) && inside.indexOf(' ') < 0) {
      return Optional.of(inside);
    }
    if (template.isEmpty()) {
      return Optional.empty();
    }
    return attributes
        .first(IDS)
        .or(() -> attributes.at(0))
        .or(() -> inside.isEmpty() ? Optional.empty() : Optional.of(inside))
        .filter(id -> id.length() <= 100 && id.chars().allMatch(Addresses::plainId))
        .map(id -> template.replace("%s", id));
  }

  private static boolean plainId(int c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "-_./".indexOf(c) >= 0);
  }

  /** A WPBakery link packs address, title and target in one value: {@code url:https%3A%2F%2F…|title:…}. */
  private static String packed(String value) {
    return value.startsWith("url:") ? part(value, "url") : value;
  }

  static String part(String value, String key) {
    for (String part : value.split("\\|")) {
      if (part.startsWith(key + ":")) {
        return percent(part.substring(key.length() + 1));
      }
    }
    return "";
  }

  static String percent(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      // Not percent-encoded after all.
      return value;
    }
  }

  private static String clean(String url) {
    return url.strip().replace(" ", "%20");
  }

  static boolean address(String value) {
    String v = value.strip().toLowerCase(Locale.ROOT);
    return v.startsWith("https://") || v.startsWith("http://") || v.startsWith("/");
  }

  /** Whether readers may be sent there: https, a path, or an address the caller calls the site's own. */
  static boolean allowed(String url, ShortcodeExpander expander) {
    String folded = url.toLowerCase(Locale.ROOT);
    return folded.startsWith("https://")
        || (folded.startsWith("/") && !folded.startsWith("//"))
        || expander.owns(url);
  }

  static boolean picture(String url) {
    String folded = url.toLowerCase(Locale.ROOT);
    int cut = folded.indexOf('?');
    String path = cut < 0 ? folded : folded.substring(0, cut);
    return PICTURES.stream().anyMatch(path::endsWith);
  }

  /** What a link says: its label, or the address without its scheme. */
  static String label(ShortcodeAttributes attributes, String url) {
    return attributes
        .first(List.of("link", "url"))
        .filter(v -> v.startsWith("url:"))
        .map(v -> part(v, "title"))
        .filter(t -> !t.isBlank())
        .or(() -> attributes.first(LABELS))
        .map(PlainText::of)
        .filter(t -> !t.isBlank())
        .orElseGet(() -> url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", ""));
  }
}
