package org.quillbox.site.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A made-up site under every kind of structure: the address of each thing, asked, leads back to that thing
 * and to nothing else that exists, however its letters and hexadecimal digits are written.
 */
class RoundTripTest {
  private static final long SEED = 20261124;
  private static final List<String> WORDS =
      List.of(
          "hello",
          "2026",
          "11",
          "2",
          "24",
          "page",
          "category",
          "tag",
          "author",
          "search",
          "comments",
          "a-b",
          "été",
          "あさひ",
          "привет",
          "archives",
          "blog",
          "date",
          "news",
          "attachment",
          "type",
          "feeds",
          "login",
          "12",
          "comment",
          "naïve-2");

  /** A thing of the site: what it is called here, and its address. */
  private record Thing(String name, String address, boolean inParts) {}

  private final Random random = new Random(SEED);
  private final Map<String, EntryPath> posts = new LinkedHashMap<>();
  private final Set<String> pages = new LinkedHashSet<>();
  private final Map<String, @Nullable String> attachments = new LinkedHashMap<>();
  private final Set<String> categories = new HashSet<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/%year%/%monthnum%/%day%/%postname%/",
        "/%year%/%monthnum%/%postname%/",
        "/%year%/%postname%/",
        "/archives/%post_id%",
        "/archives/%post_id%/",
        "/%post_id%/",
        "/%post_id%-%postname%/",
        "/%postname%/",
        "/%postname%",
        "/%postname%.html",
        "/blog/%postname%/",
        "/%category%/%postname%/",
        "/%category%/%postname%.html",
        "/%author%/%postname%/",
        "/%year%%monthnum%%day%/%postname%/",
        "/%day%/%monthnum%/%year%/%postname%/",
        "/%author%/%year%/%hour%-%minute%-%second%/%postname%/",
        "/%category%/%post_id%/",
        "/d%c3%a9j%c3%a0/%postname%/"
      })
  void the_address_of_a_thing_leads_back_to_it(String pattern) {
    Addresses addresses = new Addresses(PermalinkStructure.of(pattern));
    List<Thing> things = site(addresses);
    Set<String> distinct = new HashSet<>();
    for (Thing thing : things) {
      assertTrue(distinct.add(thing.address()), "two at " + thing.address());
      leadsTo(addresses, thing.name(), thing.address());
      leadsTo(addresses, thing.name(), upperHex(thing.address()));
      leadsTo(addresses, thing.name(), thing.address().toUpperCase(Locale.ROOT), pattern);
      leadsTo(addresses, thing.name() + " feed", addresses.feed(thing.address()));
      leadsTo(addresses, thing.name() + " feed", addresses.feed(thing.address(), FeedFormat.ATOM));
      leadsTo(addresses, thing.name() + " embed", addresses.embed(thing.address()));
      if (thing.inParts()) {
        leadsTo(addresses, thing.name() + " p3", addresses.part(thing.address(), 3));
        leadsTo(addresses, thing.name() + " c4", addresses.commentPage(thing.address(), 4));
      }
    }
  }

  private void leadsTo(Addresses addresses, String name, String address, String pattern) {
    // Letters of a query are values; of a path they are not significant.
    if (!pattern.isEmpty() && address.indexOf('?') < 0) {
      leadsTo(addresses, name, address);
    }
  }

  private void leadsTo(Addresses addresses, String name, String address) {
    int mark = address.indexOf('?');
    List<Candidate> candidates =
        addresses.candidates(
            mark < 0 ? address : address.substring(0, mark),
            mark < 0 ? Map.of() : ListedQuery.parse(address.substring(mark + 1)));
    String found =
        candidates.stream()
            .map(this::existing)
            .filter(n -> !n.isEmpty())
            .findFirst()
            .orElse("nothing");
    assertEquals(name, found, () -> address + " meant " + candidates);
  }

  /** The name of the thing a candidate means; empty when there is none. */
  private String existing(Candidate candidate) {
    return switch (candidate) {
      case Candidate.PostBySlug c ->
          posts.values().stream()
              .filter(p -> Percent.fold(p.slug()).equals(c.slug()) && c.parts().match(p))
              .findFirst()
              .map(p -> "post " + p.id() + suffix(c.page(), c.comments()))
              .orElse("");
      case Candidate.PostById c ->
          posts.values().stream()
              .filter(p -> p.id() == c.id() && c.parts().match(p))
              .findFirst()
              .map(p -> "post " + p.id() + suffix(c.page(), c.comments()))
              .orElse("");
      case Candidate.EntryById c -> byId(c.id()) + suffix(c.page(), c.comments());
      case Candidate.PageByPath c -> {
        String path = String.join("/", c.slugs());
        yield pages.contains(path) ? "page " + path + suffix(c.page(), c.comments()) : "";
      }
      case Candidate.AttachmentBySlug c -> {
        String parent = c.under().isEmpty() ? null : c.under().getLast();
        yield attachments.containsKey(c.slug()) && Objects.equals(attachments.get(c.slug()), parent)
            ? "attachment " + c.slug() + suffix(1, c.comments())
            : "";
      }
      case Candidate.TermByPath c -> {
        String path = String.join("/", c.slugs());
        yield c.taxonomy().equals("category") && categories.contains(path)
            ? "category " + path + suffix(c.page(), 0)
            : "";
      }
      case Candidate.TermById c ->
          categories.stream()
              .filter(path -> id(path) == c.id())
              .findFirst()
              .map(path -> "category " + path + suffix(c.page(), 0))
              .orElse("");
      case Candidate.Date c ->
          c.page() == 1
                  && posts.values().stream()
                      .anyMatch(p ->
                          p.published().getYear() == c.year()
                              && (c.month() == 0 || p.published().getMonthValue() == c.month())
                              && (c.day() == 0 || p.published().getDayOfMonth() == c.day()))
              ? "date " + c.year() + "-" + c.month() + "-" + c.day()
              : "";
      case Candidate.Feed c -> marked(existing(c.of()), " feed");
      case Candidate.Embed c -> marked(existing(c.of()), " embed");
      case Candidate.Search c -> "search";
      case Candidate.Home c -> "home";
      case Candidate.RedirectTo c -> "redirect";
      case Candidate.AllComments c -> "comments";
      case Candidate.AuthorBySlug c -> c.slug().equals("jane") ? "author" : "";
      case Candidate.AuthorById c -> c.id() == 1 ? "author" : "";
      case Candidate.TypedBySlug c -> "";
      case Candidate.Guess c -> "";
    };
  }

  private String byId(long id) {
    if (posts.containsKey("" + id)) {
      return "post " + id;
    }
    return pages.stream()
        .filter(path -> id(path) == id)
        .map(path -> "page " + path)
        .findFirst()
        .orElseGet(() ->
            attachments.keySet().stream()
                .filter(slug -> id(slug) == id)
                .map(slug -> "attachment " + slug)
                .findFirst()
                .orElse(""));
  }

  private static String marked(String name, String mark) {
    return name.isEmpty() ? "" : name + mark;
  }

  private static String suffix(int page, int comments) {
    return (page > 1 ? " p" + page : "") + (comments > 0 ? " c" + comments : "");
  }

  private static long id(String path) {
    return 1000 + (path.hashCode() & 0xffffffffL);
  }

  private List<Thing> site(Addresses addresses) {
    List<Thing> things = new ArrayList<>();
    // Posts and pages that would share an address cannot both be there: slugs are unique in their
    // scope.
    Set<String> taken = new HashSet<>();
    List<List<String>> trees =
        List.of(
            List.of("news"), List.of("news", "été"), List.of("привет"), List.of("hello", "blog"));
    for (List<String> tree : trees) {
      String path = String.join("/", tree);
      categories.add(path);
      things.add(
          new Thing(
              "category " + path, addresses.term(new TermPath("category", id(path), tree)), false));
      taken.add(things.getLast().address());
    }
    // Where posts stand in the folder of their category the folder is an address too.
    trees.forEach(tree -> taken.add(addresses.page(1, tree)));
    for (int i = 0; i < 60; i++) {
      EntryPath post =
          new EntryPath(
              i + 1,
              WORDS.get(i % WORDS.size()) + (i < WORDS.size() ? "" : "-" + i),
              LocalDateTime.of(2024 + random.nextInt(3), 1, 1, 0, 0)
                  .plusMinutes(random.nextInt(500_000)),
              trees.get(random.nextInt(trees.size())),
              "jane");
      if (Addresses.reserved(post.slug())) {
        continue;
      }
      Thing thing = new Thing("post " + post.id(), addresses.post(post), true);
      if (taken.add(thing.address())) {
        posts.put("" + post.id(), post);
        things.add(thing);
      }
    }
    for (int i = 0; i < 40; i++) {
      List<String> path = new ArrayList<>();
      for (int depth = random.nextInt(3); depth >= 0; depth--) {
        path.add("p" + random.nextInt(3) + "-" + WORDS.get(random.nextInt(WORDS.size())));
      }
      for (int depth = 1; depth <= path.size(); depth++) {
        page(addresses, things, taken, path.subList(0, depth));
      }
    }
    int n = 0;
    for (Thing parent : List.copyOf(things)) {
      if (parent.name().startsWith("category") || n++ % 3 != 0) {
        continue;
      }
      boolean number = n % 2 == 0;
      String slug = number ? "" + (70_000 + n) : "picture-" + n;
      String address = addresses.attachment(id(slug), slug, parent.address());
      if (taken.add(address)) {
        attachments.put(slug, last(parent.address()));
        things.add(new Thing("attachment " + slug, address, false));
      }
    }
    attachments.put("alone", null);
    things.add(
        new Thing("attachment alone", addresses.attachment(id("alone"), "alone", null), false));
    return things;
  }

  private void page(
      Addresses addresses, List<Thing> things, Set<String> taken, List<String> slugs) {
    String path = String.join("/", slugs);
    String address = addresses.page(id(path), slugs);
    if (taken.add(address)) {
      pages.add(path);
      things.add(new Thing("page " + path, address, true));
    }
  }

  private static @Nullable String last(String address) {
    return Percent.segments(address).map(List::getLast).map(Percent::fold).orElse(null);
  }

  private static String upperHex(String address) {
    return Pattern.compile("%[0-9a-f]{2}")
        .matcher(address)
        .replaceAll(hex -> hex.group().toUpperCase(Locale.ROOT));
  }
}
