package org.quillbox.door.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WxrReaderTest {
  private final List<WxrPart> parts = WxrFiles.read(WxrFiles.bytes("mill-house.xml"));
  private final List<WxrPart.Item> items = WxrFiles.only(WxrPart.Item.class, parts);

  private WxrPart.Item byId(long id) {
    return items.stream().filter(i -> i.id() == id).findFirst().orElseThrow();
  }

  @Test
  void the_site_is_told_once_behind_the_terms_and_before_the_items() {
    List<WxrPart.Site> sites = WxrFiles.only(WxrPart.Site.class, parts);
    assertEquals(
        List.of(
            new WxrPart.Site(
                "Mill House",
                "Flour, bread & a wheel",
                "https://mill-house.example",
                "https://mill-house.example",
                "https://mill-house.example",
                "en-US",
                "1.2",
                "https://wordpress.org/?v=6.7.1")),
        sites);
    assertTrue(parts.get(parts.indexOf(sites.getFirst()) + 1) instanceof WxrPart.Item);
    assertTrue(parts.get(parts.indexOf(sites.getFirst()) - 1) instanceof WxrPart.Term);
  }

  @Test
  void people_and_terms_carry_every_field() {
    assertEquals(
        new WxrPart.Author(
            1, "mh-editor", "editor@mill-house.example", "Marta Holm", "Marta", "Holm"),
        WxrFiles.only(WxrPart.Author.class, parts).getFirst());
    assertEquals(3, WxrFiles.only(WxrPart.Author.class, parts).size());
    List<WxrPart.Category> categories = WxrFiles.only(WxrPart.Category.class, parts);
    assertEquals(
        List.of(">news", "news>bread", "bread>rye", ">uncategorized"),
        categories.stream().map(c -> c.parent() + ">" + c.slug()).toList());
    assertEquals(
        new WxrPart.Category(
            3,
            "news",
            "",
            "News",
            "What is new at the mill.",
            List.of(new WxrPart.Meta("color", "#7a4"))),
        categories.getFirst());
    assertEquals("Bread & baking", categories.get(1).name());
    assertEquals(5, WxrFiles.only(WxrPart.Tag.class, parts).size());
    assertEquals(
        new WxrPart.Term(21, "series", "sourdough", "", "Sourdough", "Five parts", List.of()),
        WxrFiles.only(WxrPart.Term.class, parts).get(1));
  }

  @Test
  void an_item_carries_every_field() {
    WxrPart.Item first = items.getFirst();
    assertEquals(1, first.ordinal());
    assertEquals("Hello from the mill", first.title());
    assertEquals("https://mill-house.example/2024/03/hello-from-the-mill/", first.link());
    assertEquals("https://mill-house.example/?p=1", first.guid());
    assertEquals("mh-editor", first.creator());
    assertTrue(first.content().contains("<!--more-->"));
    assertEquals("A first note.", first.excerpt());
    assertEquals(LocalDateTime.of(2024, 3, 1, 9, 30), first.local().at());
    assertEquals(LocalDateTime.of(2024, 3, 1, 8, 30), first.gmt().at());
    assertEquals("post", first.type());
    assertTrue(first.sticky());
    assertTrue(first.commentsOpen());
    assertFalse(first.pingsOpen());
    assertEquals(
        List.of(
            new WxrPart.TermRef("category", "rye", "Rye"),
            new WxrPart.TermRef("post_tag", "flour", "Flour"),
            new WxrPart.TermRef("post_tag", "undeclared", "Undeclared tag"),
            new WxrPart.TermRef("series", "sourdough", "Sourdough")),
        first.terms());
    assertEquals(Optional.of("6"), first.metaValue("_thumbnail_id"));
  }

  @Test
  void comments_keep_their_thread_state_and_meta() {
    List<WxrPart.Comment> comments = items.getFirst().comments();
    assertEquals(
        List.of(
            "1<0 1 comment",
            "2<1 1 comment",
            "3<2 1 comment",
            "4<0 spam comment",
            "5<0 0 comment",
            "6<0 1 pingback",
            "7<0 trash comment"),
        comments.stream()
            .map(c -> c.id() + "<" + c.parent() + " " + c.approved() + " " + c.type())
            .toList());
    assertEquals(List.of(new WxrPart.Meta("rating", "5")), comments.get(2).meta());
    assertEquals(1, comments.get(1).userId());
    assertEquals("192.0.2.7", comments.getFirst().ip());
    assertEquals("ann@example.net", comments.getFirst().email());
  }

  @Test
  void all_statuses_and_their_oddities_arrive() {
    assertEquals(
        "auto-draft=1 draft=1 future=1 inherit=1 pending=1 private=1 publish=15 trash=1",
        items.stream()
            .collect(
                Collectors.groupingBy(
                    WxrPart.Item::status, java.util.TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(Object::toString)
            .collect(Collectors.joining(" ")));
    assertEquals(" two words ", byId(3).password());
    assertTrue(byId(5).gmt().absent());
    assertFalse(byId(5).gmt().wrong());
    assertTrue(byId(20).local().wrong());
    assertEquals("2024-13-45 99:00:00", byId(20).local().raw());
    assertEquals(11, byId(12).parent());
    assertEquals(2, byId(11).menuOrder());
    assertEquals(
        "https://mill-house.example/wp-content/uploads/2024/03/wheel.jpg", byId(6).attachmentUrl());
    assertEquals("CDATA end ]]> inside & <b>markup</b>", byId(21).title());
    assertEquals("x ]]> y &amp; z &#8211; \uD83C\uDF5E", byId(21).content());
  }

  @Test
  void the_same_item_standing_twice_is_recognised_and_twins_are_not() {
    List<String> seen = items.stream().map(WxrPart.Item::identity).toList();
    assertEquals(22, seen.size());
    assertEquals(21, seen.stream().distinct().count());
    assertEquals(byId(15).slug(), byId(16).slug());
    assertFalse(byId(15).identity().equals(byId(16).identity()));
  }

  @Test
  void version_1_0_is_read_and_what_does_not_say_its_status_is_a_draft() {
    List<WxrPart.Item> old = WxrFiles.items("old-site.xml");
    assertEquals("Pen & ink \u2013 a letter", old.getFirst().title());
    assertEquals(
        List.of(
            new WxrPart.TermRef("category", "letters", "Letters"),
            new WxrPart.TermRef("post_tag", "ink", "Ink"),
            new WxrPart.TermRef("category", "only-bare", "Only bare")),
        old.getFirst().terms());
    assertEquals("draft", old.getLast().status());
    assertEquals("post", old.getLast().type());
    assertEquals(0, old.getLast().id());
  }

  @Test
  void any_version_http_or_https_and_none_are_read_alike() {
    String file = WxrFiles.text("mill-house.xml");
    for (String namespace :
        List.of(
            "http://wordpress.org/export/1.0",
            "http://wordpress.org/export/1.1",
            "https://wordpress.org/export/1.2",
            "https://www.wordpress.org/export/1.2")) {
      String other =
          file.replace("http://wordpress.org/export/1.2", namespace)
              .replace("<wp:wxr_version>1.2</wp:wxr_version>", "");
      assertEquals(items, WxrFiles.only(WxrPart.Item.class, WxrFiles.read(other)), namespace);
    }
    String prefixed =
        file.replace("<wp:", "<w:").replace("</wp:", "</w:").replace("xmlns:wp=", "xmlns:w=");
    assertEquals(items, WxrFiles.only(WxrPart.Item.class, WxrFiles.read(prefixed)));
  }

  @Test
  void reading_resumes_behind_any_item() {
    for (int n = 0; n <= items.size(); n++) {
      try (WxrReader reader =
          WxrReader.open(
              new ByteArrayInputStream(WxrFiles.bytes("mill-house.xml")), "export.xml")) {
        assertEquals(n, reader.skipItems(n));
        assertEquals(n, reader.position().items());
        if (n > 0) {
          Optional<WxrPart> next = reader.next();
          assertEquals(n < items.size() ? Optional.of(items.get(n)) : Optional.empty(), next);
        }
      }
    }
    try (WxrReader reader =
        WxrReader.open(new ByteArrayInputStream(WxrFiles.bytes("mill-house.xml")), "export.xml")) {
      assertEquals(items.size(), reader.skipItems(1000));
      assertEquals(Optional.empty(), reader.next());
    }
  }

  @Test
  void the_line_of_an_item_is_the_line_of_its_tag() {
    String[] lines = WxrFiles.text("mill-house.xml").split("\n", -1);
    for (WxrPart.Item item : items) {
      assertEquals("<item>", lines[(int) item.line() - 1].replaceFirst("^.*(?=<item>)", ""));
    }
  }
}
