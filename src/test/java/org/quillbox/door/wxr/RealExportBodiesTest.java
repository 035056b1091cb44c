package org.quillbox.door.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quillbox.app.Quillbox;
import org.quillbox.base.config.Config;
import org.quillbox.base.config.DataDir;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.store.Probe;
import org.quillbox.site.content.Bodies;
import org.quillbox.site.content.Body;
import org.quillbox.site.content.BodyHtml;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.EntryStatus;
import org.quillbox.site.content.Permalinks;
import org.quillbox.site.content.RecentComments;

/** Facts taken from the source of each entry of a real export are found, in order, in what readers see. */
class RealExportBodiesTest {
  /** Shortcodes and scripts hold no words for readers; nor do a few elements that are not let through. */
  private static final Pattern UNREAD =
      Pattern.compile(
          "(?s)<!--.*?-->|<(script|style|object|iframe|form|select|textarea)\\b.*?</\\1>|\\[/?[a-z][^\\]]*\\]");

  private static final Pattern GUARD_LEFT =
      Pattern.compile("\\[(caption|gallery|audio|video|embed|playlist)[ \\]]");

  @TempDir static Path folder;

  @Test
  void every_entry_keeps_its_words_headings_links_pictures_and_lists() throws IOException {
    Optional<Path> file = WxrFiles.realExport();
    if (file.isEmpty()) {
      System.out.println("NOT RUN: the real export is not beside the project (-Dquillbox.data)");
    }
    Assumptions.assumeTrue(file.isPresent(), "NOT RUN: no real export");
    List<WxrPart> parts;
    try (InputStream in = Files.newInputStream(file.get())) {
      parts = WxrFiles.read(in);
    }
    List<String> lost = new ArrayList<>();
    int facts = 0;
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    try (DataDir data = DataDir.open(folder.resolve("data"), "test");
        Quillbox quillbox = Quillbox.open(Config.of(Map.of()), data, clock, Probe.NONE)) {
      Permalinks links = quillbox.permalinks();
      Bodies bodies =
          new Bodies(
              quillbox.entries(),
              quillbox.catalogue(),
              quillbox.terms(),
              quillbox.people(),
              quillbox.settings(),
              links,
              RecentComments.NONE,
              quillbox.randoms(),
              Set.of());
      int rendered = 0;
      for (WxrPart.Item item : WxrFiles.only(WxrPart.Item.class, parts)) {
        if (item.content().isBlank() || item.type().equals("nav_menu_item")) {
          continue;
        }
        rendered++;
        BodyHtml body =
            bodies.render(
                Reads.untracked(Actor.guest()),
                entry(item),
                new Body(item.content(), item.excerpt(), Body.AUTHOR));
        StringBuilder all = new StringBuilder();
        body.pages().forEach(p -> all.append(p.markup()).append('\n'));
        facts += compare(item, all.toString(), lost);
      }
      assertTrue(rendered >= 60, "rendered: " + rendered);
    }
    System.out.println("Facts of the real export compared: " + facts);
    assertTrue(facts > 3_000, "facts: " + facts);
    assertEquals(List.of(), lost);
  }

  private static int compare(WxrPart.Item item, String html, List<String> lost) {
    Document now = Jsoup.parseBodyFragment(html);
    Document was = Jsoup.parseBodyFragment(UNREAD.matcher(item.content()).replaceAll(" "));
    String where = item.type() + " " + item.id() + ": ";
    if (GUARD_LEFT.matcher(now.text()).find()) {
      lost.add(where + "a shortcode is left");
    }
    int facts = inOrder(where + "word", words(was.body().text()), words(now.body().text()), lost);
    facts +=
        inOrder(
            where + "heading",
            texts(was, "h1, h2, h3, h4, h5, h6"),
            texts(now, "h1, h2, h3, h4, h5, h6"),
            lost);
    facts += inOrder(where + "list item", texts(was, "li"), texts(now, "li"), lost);
    facts += inOrder(where + "link", hrefs(was), hrefs(now), lost);
    int pictures = was.select("img[src]").size();
    int shown = now.select("img, .missing-file").size();
    if (shown < pictures) {
      lost.add(where + "pictures " + pictures + " → " + shown);
    }
    return facts + pictures;
  }

  /** Typography makes 3x4 a proper product; a card shows an address without its scheme. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    String plain = text.toLowerCase(Locale.ROOT).replace('×', 'x');
    for (String word : plain.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty() && !Set.of("http", "https", "www").contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private static List<String> texts(Document document, String selector) {
    List<String> texts = new ArrayList<>();
    for (Element one : document.select(selector)) {
      String folded = String.join(" ", words(one.text()));
      if (!folded.isEmpty()) {
        texts.add(folded);
      }
    }
    return texts;
  }

  private static List<String> hrefs(Document document) {
    return document.select("a[href]").stream()
        .map(a -> a.attr("href").strip())
        .filter(h -> h.matches("(?i)(https?:|/|#|mailto:).*"))
        .toList();
  }

  /** Each of the wanted things, in their order; others may stand between. Answers how many were compared. */
  private static int inOrder(
      String what, List<String> wanted, List<String> found, List<String> lost) {
    int at = 0;
    for (String one : wanted) {
      int next = at;
      while (next < found.size() && !found.get(next).equals(one)) {
        next++;
      }
      if (next == found.size()) {
        lost.add(
            what
                + " “"
                + one
                + "” is lost after "
                + found.subList(Math.max(0, at - 4), Math.min(at, found.size())));
      } else {
        at = next + 1;
      }
    }
    return wanted.size();
  }

  private static Entry entry(WxrPart.Item item) {
    LocalDateTime local = LocalDateTime.of(2020, 1, 1, 0, 0);
    Instant at = local.toInstant(ZoneOffset.UTC);
    return new Entry(
        item.id(),
        item.type(),
        EntryStatus.PUBLISH,
        item.slug(),
        0,
        0,
        item.title(),
        at,
        local,
        at,
        0,
        true,
        "",
        false,
        "",
        "",
        "",
        "",
        true,
        0,
        "",
        1);
  }
}
