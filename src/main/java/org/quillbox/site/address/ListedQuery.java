package org.quillbox.site.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters that mean something to a reader's page. All others are dropped. */
final class ListedQuery {
  /** They say what is meant, in the order they are asked for. */
  static final List<String> MEANING =
      List.of(
          "p",
          "page_id",
          "attachment_id",
          "name",
          "pagename",
          "cat",
          "category_name",
          "tag",
          "tag_id",
          "post_format",
          "taxonomy",
          "term",
          "author",
          "author_name",
          "m",
          "year",
          "monthnum",
          "day",
          "s",
          "feed",
          "embed",
          "paged",
          "page",
          "cpage");

  /** They change how a page is shown and stay with it through a redirect. */
  static final List<String> SHOWING = List.of("replytocom", "unapproved", "moderation-hash");

  private ListedQuery() {}

  /** The listed parameters in a fixed order, each with its first value. */
  static Map<String, String> of(Map<String, List<String>> query) {
    Map<String, String> out = new LinkedHashMap<>();
    for (List<String> names : List.of(MEANING, SHOWING)) {
      for (String name : names) {
        List<String> values = query.getOrDefault(name, List.of());
        if (!values.isEmpty() && (name.equals("s") || !values.getFirst().isBlank())) {
          out.put(name, values.getFirst());
        }
      }
    }
    return out;
  }

  /** As it stands in an address, with its question mark; empty for none. */
  static String written(Map<String, String> listed) {
    StringBuilder out = new StringBuilder();
    listed.forEach((name, value) ->
        out.append(out.isEmpty() ? '?' : '&')
            .append(name)
            .append('=')
            .append(Percent.encode(value)));
    return out.toString();
  }

  /** The parameters of an address of ours; broken encoding is left out. */
  static Map<String, List<String>> parse(String query) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1).replace('+', ' ');
      Optional<String> text = Percent.decode(value);
      if (!name.isEmpty() && text.isPresent()) {
        out.putIfAbsent(name, List.of(text.get()));
      }
    }
    return out;
  }

  /** What the query asks of the thing: a page, its feed, its frame. */
  static Ending ending(Map<String, String> listed) {
    Optional<FeedFormat> feed =
        Optional.ofNullable(listed.get("feed"))
            .flatMap(word -> FeedFormat.of(word.replaceFirst("^comments-", "")));
    if (feed.isPresent()) {
      return Ending.feed(feed.get());
    }
    if (listed.containsKey("embed")) {
      return Ending.of(Ending.Kind.EMBED, 1);
    }
    return numbered(listed, "cpage", Ending.Kind.COMMENTS)
        .or(() -> numbered(listed, "page", Ending.Kind.NUMBER))
        .or(() -> numbered(listed, "paged", Ending.Kind.PAGE))
        .orElse(Ending.NONE);
  }

  private static Optional<Ending> numbered(
      Map<String, String> listed, String name, Ending.Kind kind) {
    return Optional.ofNullable(listed.get(name))
        .flatMap(Ending::number)
        .map(number -> Ending.of(kind, number));
  }
}
