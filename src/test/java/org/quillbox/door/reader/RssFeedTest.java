package org.quillbox.door.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quillbox.base.kernel.Html;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RssFeedTest {
  private static final String ORIGIN = "https://pear.example:8443";
  private static final Instant MOMENT = Instant.parse("2026-11-04T05:06:07Z");
  private static final FeedChannel CHANNEL =
      new FeedChannel(
          "Pear & Co", "About <pears>", "/tag/x/", "/tag/x/feed/", "en-US", MOMENT, null);

  @Test
  void a_feed_names_itself_its_list_and_its_host() throws Exception {
    Element channel = channel(RssFeed.write(ORIGIN, CHANNEL, List.of()));
    assertEquals("Pear & Co", text(channel, "title"));
    assertEquals("About <pears>", text(channel, "description"));
    assertEquals(ORIGIN + "/tag/x/", text(channel, "link"));
    Element self = (Element) channel.getElementsByTagName("atom:link").item(0);
    assertEquals(ORIGIN + "/tag/x/feed/", self.getAttribute("href"));
    assertEquals("self", self.getAttribute("rel"));
    assertEquals("Wed, 04 Nov 2026 05:06:07 +0000", text(channel, "lastBuildDate"));
    assertEquals("en-US", text(channel, "language"));
    assertEquals("hourly", text(channel, "sy:updatePeriod"));
    assertEquals("1", text(channel, "sy:updateFrequency"));
    assertEquals("Quillbox", text(channel, "generator"));
    assertEquals(0, channel.getElementsByTagName("image").getLength());
  }

  @Test
  void a_site_icon_is_named_with_its_host() throws Exception {
    FeedChannel with =
        new FeedChannel("T", "", "/", "/feed/", "de", MOMENT, "/wp-content/uploads/icon.png");
    Element image =
        (Element)
            channel(RssFeed.write(ORIGIN, with, List.of())).getElementsByTagName("image").item(0);
    assertEquals(ORIGIN + "/wp-content/uploads/icon.png", text(image, "url"));
    assertEquals(ORIGIN + "/", text(image, "link"));
  }

  @Test
  void an_item_carries_everything_in_the_names_feed_readers_know() throws Exception {
    Element item = item(post("A title", false));
    assertEquals("A title", text(item, "title"));
    assertEquals(ORIGIN + "/2026/11/a/", text(item, "link"));
    assertEquals(ORIGIN + "/2026/11/a/#comments", text(item, "comments"));
    assertEquals("Jane Doe", text(item, "dc:creator"));
    assertEquals("Wed, 04 Nov 2026 05:06:07 +0000", text(item, "pubDate"));
    NodeList categories = item.getElementsByTagName("category");
    assertEquals(
        List.of("News & Views", "pears"),
        IntStream.range(0, categories.getLength())
            .mapToObj(i -> categories.item(i).getTextContent())
            .toList());
    Element guid = (Element) item.getElementsByTagName("guid").item(0);
    assertEquals("http://old.example/?p=12&x=1", guid.getTextContent());
    assertEquals("false", guid.getAttribute("isPermaLink"));
    assertEquals("<p>In short</p>", text(item, "description"));
    assertEquals("<p>At length ]]&gt;</p>", text(item, "content:encoded"));
    assertEquals(ORIGIN + "/2026/11/a/feed/", text(item, "wfw:commentRss"));
    assertEquals("3", text(item, "slash:comments"));
    Element file = (Element) item.getElementsByTagName("enclosure").item(0);
    assertEquals(ORIGIN + "/wp-content/uploads/a.mp3", file.getAttribute("url"));
    assertEquals("1234", file.getAttribute("length"));
    assertEquals("audio/mpeg", file.getAttribute("type"));
  }

  @Test
  void of_a_locked_entry_only_its_name_is_written() throws Exception {
    String xml = RssFeed.write(ORIGIN, CHANNEL, List.of(post("Protected: A", true)));
    Element item = (Element) channel(xml).getElementsByTagName("item").item(0);
    assertEquals("Protected: A", text(item, "title"));
    for (String hidden :
        List.of(
            "description",
            "content:encoded",
            "enclosure",
            "comments",
            "wfw:commentRss",
            "slash:comments")) {
      assertEquals(0, item.getElementsByTagName(hidden).getLength(), hidden);
    }
    assertFalse(
        xml.contains("In short") || xml.contains("At length") || xml.contains("a.mp3"), xml);
  }

  @Test
  void a_feed_of_excerpts_has_no_body_and_one_without_comments_no_discussion() throws Exception {
    Element item =
        item(
            new FeedItem(
                "T",
                "/a/",
                "g",
                "J",
                MOMENT,
                List.of(),
                Html.text("x"),
                null,
                false,
                null,
                List.of()));
    assertEquals("x", text(item, "description"));
    for (String absent : List.of("content:encoded", "comments", "wfw:commentRss", "category")) {
      assertEquals(0, item.getElementsByTagName(absent).getLength(), absent);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</title><script>alert(1)</script>",
        "]]>",
        "<![CDATA[x]]>",
        "&amp; &lt; &#0; &bogus;",
        "\"quoted' > all <",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
        "<?xml version=\"1.1\"?>",
        "line\nline\ttab\r\nend",
        "𝄞 あ é \u202e",
        "-->"
      })
  void a_hostile_text_comes_out_as_the_same_text(String hostile) throws Exception {
    FeedItem given = post("", false);
    FeedItem item =
        new FeedItem(
            hostile,
            given.path(),
            hostile,
            hostile,
            MOMENT,
            List.of(hostile),
            Html.EMPTY,
            null,
            false,
            null,
            List.of(new FeedItem.Enclosure("/a?" + hostile.replaceAll("\\s", ""), 1, "a/b")));
    FeedChannel channel = new FeedChannel(hostile, hostile, "/", "/feed/", "en", MOMENT, null);
    Element root = channel(RssFeed.write(ORIGIN, channel, List.of(item)));
    Element out = (Element) root.getElementsByTagName("item").item(0);
    assertEquals(hostile, text(root, "title"));
    assertEquals(hostile, text(root, "description"));
    for (String name : List.of("title", "guid", "dc:creator", "category")) {
      assertEquals(hostile, text(out, name), name);
    }
    assertEquals(
        ORIGIN + "/a?" + hostile.replaceAll("\\s", ""),
        ((Element) out.getElementsByTagName("enclosure").item(0)).getAttribute("url"));
    assertEquals(0, root.getElementsByTagName("script").getLength());
  }

  @Test
  void characters_that_xml_forbids_are_dropped() throws Exception {
    String forbidden = "a\0b\u0001c\u000bd\u001fe\ud800f\udc00g\ufffeh\uffffi";
    assertEquals("abcdefghi", text(item(post(forbidden, false)), "title"));
  }

  @Test
  void links_of_a_body_get_the_host_and_words_about_links_do_not() throws Exception {
    Html body =
        new Html(
            "<p><a href=\"/2026/11/b/?x=1&amp;y=2\">b</a> <a href=\"#note\">n</a>"
                + " <a href=\"https://other.example/c\">c</a> <a href=\"//cdn.example/d\">d</a>"
                + " <a href=\"mailto:x@y.example\">m</a> <code>href=\"/e\" &lt;img src=\"/f\"&gt;</code></p>"
                + "<img src=\"/u/a.png\" srcset=\"/u/a-1.png 1x, /u/a,2.png 2x\" alt=\"/u/alt\">"
                + "<video poster=\"/u/p.png\" src=\"/u/v.mp4\"></video>"
                + "<blockquote cite=\"/q/\">q</blockquote>");
    String expected =
        "<p><a href=\"O/2026/11/b/?x=1&amp;y=2\">b</a> <a href=\"O/2026/11/a/#note\">n</a>"
            + " <a href=\"https://other.example/c\">c</a> <a href=\"//cdn.example/d\">d</a>"
            + " <a href=\"mailto:x@y.example\">m</a> <code>href=\"/e\" &lt;img src=\"/f\"&gt;</code></p>"
            + "<img src=\"O/u/a.png\" srcset=\"O/u/a-1.png 1x, O/u/a,2.png 2x\" alt=\"/u/alt\">"
            + "<video poster=\"O/u/p.png\" src=\"O/u/v.mp4\"></video>"
            + "<blockquote cite=\"O/q/\">q</blockquote>";
    Element item =
        item(
            new FeedItem(
                "T",
                "/2026/11/a/#comment-4",
                "g",
                "J",
                MOMENT,
                List.of(),
                body,
                body,
                false,
                null,
                List.of()));
    assertEquals(expected.replace("O/", ORIGIN + "/"), text(item, "content:encoded"));
    assertEquals(expected.replace("O/", ORIGIN + "/"), text(item, "description"));
  }

  @Test
  void equal_records_give_equal_bytes() {
    assertEquals(
        RssFeed.write(ORIGIN, CHANNEL, List.of(post("A", false))),
        RssFeed.write(ORIGIN, CHANNEL, List.of(post("A", false))));
    assertTrue(RssFeed.TYPE.startsWith("application/rss+xml"));
  }

  private static FeedItem post(String title, boolean locked) {
    return new FeedItem(
        title,
        "/2026/11/a/",
        "http://old.example/?p=12&x=1",
        "Jane Doe",
        MOMENT,
        List.of("News & Views", "pears"),
        new Html("<p>In short</p>"),
        new Html("<p>At length ]]&gt;</p>"),
        locked,
        new FeedItem.Discussion("/2026/11/a/#comments", "/2026/11/a/feed/", 3),
        List.of(new FeedItem.Enclosure("/wp-content/uploads/a.mp3", 1234, "audio/mpeg")));
  }

  private static Element item(FeedItem item) throws Exception {
    return (Element)
        channel(RssFeed.write(ORIGIN, CHANNEL, List.of(item))).getElementsByTagName("item").item(0);
  }

  private static Element channel(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    return (Element) document.getElementsByTagName("channel").item(0);
  }

  private static @Nullable String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }
}
