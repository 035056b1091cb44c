package org.quillbox.site.address;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses that lead somewhere else whatever the site holds (contract 21). */
final class FixedAddresses {
  private static final Map<String, String> OLD_FEEDS =
      Map.of(
          "/wp-rss2.php", "rss2",
          "/wp-feed.php", "rss2",
          "/wp-rss.php", "rss",
          "/wp-rdf.php", "rdf",
          "/wp-atom.php", "atom",
          "/wp-commentsrss2.php", "comments-rss2");

  /** Only where no page has the name. */
  private static final Map<String, String> DOORS =
      Map.of(
          "login", "/wp-login.php",
          "admin", "/wp-admin/",
          "dashboard", "/wp-admin/");

  private static final Map<String, String> MAPS =
      Map.of("/sitemap.xml", "/wp-sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml");

  private FixedAddresses() {}

  /** Where a path leads before anything is looked up; null for most. */
  static Candidate.@Nullable RedirectTo of(String path, String query, Addresses addresses) {
    String folded = path.toLowerCase(Locale.ROOT);
    String oldFeed = OLD_FEEDS.get(folded);
    if (oldFeed != null) {
      String feed =
          oldFeed.equals("comments-rss2")
              ? addresses.commentsFeed()
              : addresses.feed(addresses.home(), FeedFormat.of(oldFeed).orElse(FeedFormat.RSS2));
      return new Candidate.RedirectTo(feed, true);
    }
    String map = MAPS.get(folded);
    if (map != null) {
      return new Candidate.RedirectTo(map, false);
    }
    String tidy = path.replaceAll("/{2,}", "/");
    if (folded.equals("/index.php") || folded.startsWith("/index.php/")) {
      tidy = tidy.substring("/index.php".length());
    }
    if (tidy.isEmpty()) {
      tidy = "/";
    }
    return tidy.equals(path) ? null : new Candidate.RedirectTo(tidy + query, true);
  }

  /** Where a word at the root leads when nothing has that name; null for most. */
  static @Nullable String door(String word) {
    return DOORS.get(word);
  }
}
