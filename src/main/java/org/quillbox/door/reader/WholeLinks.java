package org.quillbox.door.reader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.quillbox.base.kernel.Html;

/**
 * Gives the relative links of a body the host by which the feed was asked: a feed is read far from the page,
 * and few readers know where a relative link begins.
 */
final class WholeLinks {
  private static final Set<String> LINKS =
      Set.of("href", "src", "poster", "cite", "action", "data", "longdesc");

  private WholeLinks() {}

  /**
   * The body with whole links.
   *
   * @param origin scheme, host and port, no slash at its end
   * @param path of the entry, for links to a place in it
   */
  static String in(Html body, String origin, String path) {
    Document document = Jsoup.parseBodyFragment(body.markup());
    document
        .outputSettings()
        .prettyPrint(false)
        .escapeMode(Entities.EscapeMode.xhtml)
        .charset(StandardCharsets.UTF_8);
    for (Element element : document.body().getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String value = attribute.getValue();
        if (LINKS.contains(attribute.getKey())) {
          attribute.setValue(whole(value, origin, path));
        } else if (attribute.getKey().equals("srcset")) {
          attribute.setValue(wholeSet(value, origin, path));
        }
      }
    }
    return document.body().html();
  }

  /** One link; those that name a host or a scheme stay as they are. */
  static String whole(String link, String origin, String path) {
    if (link.startsWith("#")) {
      int anchor = path.indexOf('#');
      return origin + (anchor < 0 ? path : path.substring(0, anchor)) + link;
    }
    return link.startsWith("/") && !link.startsWith("//") ? origin + link : link;
  }

  private static String wholeSet(String set, String origin, String path) {
    List<String> out = new ArrayList<>();
    // Addresses in a set may hold commas; the space behind a comma is what parts two of them.
    for (String candidate : set.strip().split(",\\s+")) {
      out.add(whole(candidate, origin, path));
    }
    return String.join(", ", out);
  }
}
