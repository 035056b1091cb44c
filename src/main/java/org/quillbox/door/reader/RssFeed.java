package org.quillbox.door.reader;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes RSS 2.0 with the modules WordPress uses (contract 22). A pure function of its records: the same
 * records and the same origin give the same bytes.
 */
public final class RssFeed {
  /** Media type of the answer. */
  public static final String TYPE = "application/rss+xml; charset=UTF-8";

  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private RssFeed() {}

  /**
   * The feed as a document.
   *
   * @param origin scheme, host and port by which it was asked, no slash at its end; feeds carry a host because
   *     they are read elsewhere
   */
  public static String write(String origin, FeedChannel channel, List<FeedItem> items) {
    XmlWriter xml = new XmlWriter();
    xml.open(
        "rss",
        "version",
        "2.0",
        "xmlns:content",
        "http://purl.org/rss/1.0/modules/content/",
        "xmlns:wfw",
        "http://wellformedweb.org/CommentAPI/",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:atom",
        "http://www.w3.org/2005/Atom",
        "xmlns:sy",
        "http://purl.org/rss/1.0/modules/syndication/",
        "xmlns:slash",
        "http://purl.org/rss/1.0/modules/slash/");
    xml.open("channel");
    xml.text("title", channel.title());
    xml.empty(
        "atom:link",
        "href",
        origin + channel.feedPath(),
        "rel",
        "self",
        "type",
        "application/rss+xml");
    xml.text("link", origin + channel.path());
    xml.text("description", channel.description());
    xml.text("lastBuildDate", date(channel.built()));
    xml.text("language", channel.language());
    xml.text("sy:updatePeriod", "hourly");
    xml.text("sy:updateFrequency", "1");
    xml.text("generator", "Quillbox");
    if (channel.icon() != null) {
      xml.open("image");
      xml.text("url", WholeLinks.whole(channel.icon(), origin, channel.path()));
      xml.text("title", channel.title());
      xml.text("link", origin + channel.path());
      xml.text("width", "32");
      xml.text("height", "32");
      xml.close("image");
    }
    items.forEach(item -> item(xml, origin, item));
    return xml.close("channel").close("rss").toString();
  }

  private static void item(XmlWriter xml, String origin, FeedItem item) {
    FeedItem.Discussion discussion = item.locked() ? null : item.discussion();
    xml.open("item");
    xml.text("title", item.title());
    xml.text("link", origin + item.path());
    if (discussion != null) {
      xml.text("comments", origin + discussion.path());
    }
    xml.text("dc:creator", item.creator());
    xml.text("pubDate", date(item.published()));
    item.categories().forEach(name -> xml.text("category", name));
    xml.text("guid", item.guid(), "isPermaLink", "false");
    if (!item.locked()) {
      xml.text("description", WholeLinks.in(item.excerpt(), origin, item.path()));
      if (item.body() != null) {
        xml.text("content:encoded", WholeLinks.in(item.body(), origin, item.path()));
      }
      for (FeedItem.Enclosure file : item.enclosures()) {
        xml.empty(
            "enclosure",
            "url",
            WholeLinks.whole(file.address(), origin, item.path()),
            "length",
            Long.toString(file.bytes()),
            "type",
            file.type());
      }
    }
    if (discussion != null) {
      xml.text("wfw:commentRss", origin + discussion.feedPath());
      xml.text("slash:comments", Long.toString(discussion.count()));
    }
    xml.close("item");
  }

  private static String date(Instant instant) {
    return RFC_822.format(instant);
  }
}
