package org.quillbox.door.wxr;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language an entry of a multilingual site is in, and the group of its translations: twins share a slug,
 * and an importer that knows one language only loses half of them. Taken from, in this order: WPML's meta
 * keys, Polylang's taxonomies, {@code ?lang=}, the prefix of the address.
 *
 * @param code "de" or "pt-br", lower case; empty means the site's own language
 * @param group empty when the file does not tell which entries belong together
 */
public record WxrLanguage(String code, String group) {
  /** Longest code met in addresses ("pt-br"). */
  static final int LONGEST_CODE = 7;

  private static final Set<String> CODES = Set.of(Locale.getISOLanguages());
  private static final Pattern PREFIX = Pattern.compile("^([a-z]{2})(?:[-_]([a-z]{2,4}))?/(?=.)");
  private static final Pattern QUERY =
      Pattern.compile("(?:^|&)lang=([A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)(?:&|$)");

  /**
   * Reads it from an item.
   *
   * @param prefixes codes known to stand in front of addresses ({@link WxrSurvey#languages})
   */
  public static WxrLanguage of(WxrPart.Item item, String baseBlogUrl, Set<String> prefixes) {
    String code =
        item.metaValue("_wpml_import_language_code")
            .or(() -> item.metaValue("_icl_lang_code"))
            .or(() -> term(item, "language"))
            .or(() -> query(item.link()))
            .or(() -> prefix(item.link(), baseBlogUrl).filter(prefixes::contains))
            .orElse("");
    String group =
        item.metaValue("_wpml_import_translation_group")
            .or(() -> item.metaValue("trid"))
            .or(() -> term(item, "post_translations"))
            .orElse("");
    return new WxrLanguage(fold(code), group.strip());
  }

  /** The code in front of an address, when there is one and something follows it. */
  static Optional<String> prefix(String link, String baseBlogUrl) {
    String path = path(link);
    String base = path(baseBlogUrl);
    base = base.endsWith("/") ? base : base + "/";
    Matcher m = PREFIX.matcher(path.startsWith(base) ? path.substring(base.length()) : "");
    return m.find() && CODES.contains(m.group(1))
        ? Optional.of(fold(m.group().replace("/", "")))
        : Optional.empty();
  }

  private static Optional<String> term(WxrPart.Item item, String domain) {
    return item.terms().stream()
        .filter(t -> t.domain().equals(domain))
        .map(WxrPart.TermRef::slug)
        .findFirst();
  }

  private static Optional<String> query(String link) {
    int at = link.indexOf('?');
    Matcher m = QUERY.matcher(at < 0 ? "" : link.substring(at + 1));
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }

  private static String fold(String code) {
    return code.strip().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String path(String link) {
    try {
      String path = URI.create(link).getRawPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
