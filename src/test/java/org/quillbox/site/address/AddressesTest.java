package org.quillbox.site.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  private static final EntryPath POST =
      new EntryPath(
          12, "été-あ", LocalDateTime.of(2026, 1, 2, 3, 4, 5), List.of("news", "local"), "jane");
  private static final Addresses PLAIN = new Addresses(PermalinkStructure.of(""));
  private static final Addresses MONTH = new Addresses(PermalinkStructure.DEFAULT);
  private static final Addresses NUMERIC =
      new Addresses(PermalinkStructure.of(PermalinkStructure.Preset.NUMERIC.pattern()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                         | /?p=12
          /%year%/%monthnum%/%day%/%postname%/       | /2026/01/02/%c3%a9t%c3%a9-%e3%81%82/
          /%year%/%monthnum%/%postname%/             | /2026/01/%c3%a9t%c3%a9-%e3%81%82/
          /archives/%post_id%                        | /archives/12
          /%postname%/                               | /%c3%a9t%c3%a9-%e3%81%82/
          /%category%/%postname%.html                | /news/local/%c3%a9t%c3%a9-%e3%81%82.html
          /%author%/%hour%/%minute%-%second%/%post_id%/ | /jane/03/04-05/12/
          /%d1%81/%post_id%/                         | /%d1%81/12/
          """)
  void a_post_has_the_address_of_the_structure(String pattern, String address) {
    assertEquals(address, new Addresses(PermalinkStructure.of(pattern)).post(POST));
  }

  @Test
  void a_post_without_a_category_stands_in_uncategorized_and_one_without_a_slug_has_its_number() {
    Addresses addresses = new Addresses(PermalinkStructure.of("/%category%/%postname%/"));
    LocalDateTime date = LocalDateTime.of(2026, 1, 2, 3, 4);
    assertEquals("/uncategorized/a/", addresses.post(new EntryPath(1, "a", date, List.of(), "j")));
    assertEquals("/?p=1", addresses.post(new EntryPath(1, "", date, List.of(), "j")));
    assertEquals("/archives/1", NUMERIC.post(new EntryPath(1, "", date, List.of(), "j")));
  }

  @Test
  void everything_else_has_an_address_in_every_form() {
    assertEquals(
        List.of(
            "/parent/child/",
            "/category/a/b/",
            "/tag/x/",
            "/type/aside/",
            "/genre/rock/",
            "/author/jane/",
            "/2026/",
            "/2026/01/",
            "/2026/01/02/",
            "/product/pear/",
            "/comments/feed/"),
        all(MONTH));
    assertEquals(
        List.of(
            "/parent/child",
            "/archives/category/a/b",
            "/archives/tag/x",
            "/archives/type/aside",
            "/archives/genre/rock",
            "/archives/author/jane",
            "/archives/date/2026",
            "/archives/date/2026/01",
            "/archives/date/2026/01/02",
            "/archives/product/pear",
            "/comments/feed"),
        all(NUMERIC));
    assertEquals(
        List.of(
            "/?page_id=7",
            "/?cat=3",
            "/?tag=x",
            "/?post_format=aside",
            "/?taxonomy=genre&term=rock",
            "/?author=1",
            "/?m=2026",
            "/?m=202601",
            "/?m=20260102",
            "/?p=8",
            "/?feed=comments-rss2"),
        all(PLAIN));
    Addresses based =
        new Addresses(new PermalinkStructure("/blog/%postname%/", "topics/of", "words"));
    assertEquals("/topics/of/a/b/", based.term(new TermPath("category", 3, List.of("a", "b"))));
    assertEquals("/words/x/", based.term(new TermPath("post_tag", 4, List.of("x"))));
    assertEquals("/blog/author/jane/", based.author(1, "jane"));
    Addresses european =
        new Addresses(PermalinkStructure.of("/%day%/%monthnum%/%year%/%postname%/"));
    assertEquals("/02/01/2026/", european.day(2026, 1, 2));
    assertEquals("/01/2026/", european.month(2026, 1));
  }

  private static List<String> all(Addresses addresses) {
    return List.of(
        addresses.page(7, List.of("parent", "child")),
        addresses.term(new TermPath("category", 3, List.of("a", "b"))),
        addresses.term(new TermPath("post_tag", 4, List.of("x"))),
        addresses.term(new TermPath("post_format", 5, List.of("post-format-aside"))),
        addresses.term(new TermPath("genre", 6, List.of("rock"))),
        addresses.author(1, "jane"),
        addresses.year(2026),
        addresses.month(2026, 1),
        addresses.day(2026, 1, 2),
        addresses.typed("product", 8, "pear"),
        addresses.commentsFeed());
  }

  @Test
  void pages_parts_and_feeds_hang_behind_what_they_belong_to() {
    assertEquals("/", MONTH.paged("/", 1));
    assertEquals("/page/2/", MONTH.paged("/", 2));
    assertEquals("/tag/x/page/2/", MONTH.paged("/tag/x/", 2));
    assertEquals("/?s=a%20b&paged=2", MONTH.paged(MONTH.search("a b"), 2));
    assertEquals("/2026/01/a/2/", MONTH.part("/2026/01/a/", 2));
    assertEquals("/2026/01/a/comment-page-2/", MONTH.commentPage("/2026/01/a/", 2));
    assertEquals("/feed/", MONTH.feed("/"));
    assertEquals("/tag/x/feed/atom/", MONTH.feed("/tag/x/", FeedFormat.ATOM));
    assertEquals("/2026/01/a/embed/", MONTH.embed("/2026/01/a/"));
    assertEquals("/page/2", NUMERIC.paged("/", 2));
    assertEquals("/archives/12/feed", NUMERIC.feed("/archives/12"));
    assertEquals("/?paged=2", PLAIN.paged("/", 2));
    assertEquals("/?cat=3&paged=2", PLAIN.paged("/?cat=3", 2));
    assertEquals("/?feed=rss2", PLAIN.feed("/"));
    assertEquals("/?p=12&page=2", PLAIN.part("/?p=12", 2));
    assertEquals("/?p=12&cpage=2", PLAIN.commentPage("/?p=12", 2));
    assertEquals("/?p=12&feed=atom", PLAIN.feed("/?p=12", FeedFormat.ATOM));
    assertEquals("/?p=12&embed=true", PLAIN.embed("/?p=12"));
  }

  @Test
  void an_attachment_stands_under_its_entry() {
    assertEquals("/2026/01/a/picture/", MONTH.attachment(9, "picture", "/2026/01/a/"));
    assertEquals("/2026/01/a/attachment/2/", MONTH.attachment(9, "2", "/2026/01/a/"));
    assertEquals("/picture/", MONTH.attachment(9, "picture", null));
    assertEquals("/?attachment_id=9", MONTH.attachment(9, "2026", null));
    assertEquals("/?attachment_id=9", MONTH.attachment(9, "picture", "/?p=12"));
    assertEquals("/?attachment_id=9", PLAIN.attachment(9, "picture", "/?p=12"));
    assertEquals(
        "/news/a/attachment/picture/",
        new Addresses(PermalinkStructure.of("/%category%/%postname%/"))
            .attachment(9, "picture", "/news/a/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /2026/01/a/           | ''                     | /2026/01/a/           | true
          /2026/01/%E3%81%82/   | ''                     | /2026/01/%e3%81%82/   | true
          /2026/01/あ/          | ''                     | /2026/01/%e3%81%82/   | true
          /2026/01/a/           | utm_source=x           | /2026/01/a/           | true
          /2026/01/a/           | replytocom=3           | /2026/01/a/           | true
          /                     | paged=2&cat=3          | /?cat=3&paged=2       | true
          /                     | s=a+b                  | /?s=a%20b             | true
          /2026/01/a            | ''                     | /2026/01/a/           | false
          /2026/01/A/           | ''                     | /2026/01/a/           | false
          /2026/1/              | ''                     | /2026/01/             | false
          /2026/01/a/           | p=12                   | /2026/01/a/           | false
          /                     | p=12                   | /2026/01/a/           | false
          /                     | paged=1                | /                     | false
          """)
  void an_address_is_the_same_or_not(String path, String query, String address, boolean same) {
    assertEquals(same, Addresses.same(path, ListedQuery.parse(query), address));
  }

  @Test
  void only_listed_parameters_count_and_their_order_does_not() {
    assertEquals(
        "/?cat=3&paged=2&replytocom=5",
        Addresses.target("/", ListedQuery.parse("replytocom=5&fbclid=1&paged=2&p=&cat=3&cat=4")));
    assertEquals("/a/", Addresses.target("/a/", Map.of("utm_source", List.of("x"))));
    assertEquals("/a/?replytocom=5", Addresses.kept("/a/", ListedQuery.parse("p=1&replytocom=5")));
    assertEquals("/?p=1&replytocom=5", Addresses.kept("/?p=1", ListedQuery.parse("replytocom=5")));
    assertEquals("/a/", Addresses.kept("/a/", ListedQuery.parse("p=1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page",
        "search",
        "comments",
        "feed",
        "Atom",
        "embed",
        "trackback",
        "comment-page-2",
        "wp-json"
      })
  void a_word_that_ends_or_begins_other_addresses_is_no_slug(String slug) {
    assertTrue(Addresses.reserved(slug));
  }

  @ParameterizedTest
  @ValueSource(strings = {"feeds", "2026", "pages", "comment-page-", "login", "category"})
  void a_word_that_only_looks_so_may_be_a_slug(String slug) {
    assertFalse(Addresses.reserved(slug));
  }
}
