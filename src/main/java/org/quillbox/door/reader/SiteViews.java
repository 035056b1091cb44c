package org.quillbox.door.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.pages.Pages;
import org.quillbox.door.theme.LinkView;
import org.quillbox.door.theme.SiteView;
import org.quillbox.site.content.Entries;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.EntryType;
import org.quillbox.site.content.Permalinks;
import org.quillbox.site.content.Titles;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;

/** What stands around every page: the masthead's words and the links at the top. */
final class SiteViews {
  private static final int LINKS = 8;
  private static final int TREE = 60;
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb");

  private final Settings settings;
  private final Entries entries;
  private final Permalinks links;
  private final Pages pages;

  private record Nav(List<LinkView> links) {}

  SiteViews(Settings settings, Entries entries, Permalinks links, Pages pages) {
    this.settings = settings;
    this.entries = entries;
    this.links = links;
    this.pages = pages;
  }

  /**
   * @param here address of the page that is shown; empty for none
   */
  SiteView site(Reads reads, String here) {
    String language = settings.language(reads);
    String bare = language.contains("-") ? language.substring(0, language.indexOf('-')) : language;
    Nav nav = pages.<Nav>fragment(reads, "nav", this::nav, n -> 200 * n.links().size() + 100);
    List<LinkView> marked =
        nav.links.stream()
            .map(l ->
                l.url().equals(here) ? new LinkView(l.label(), l.url(), true, l.children()) : l)
            .toList();
    return new SiteView(
        settings.text(reads, Option.BLOGNAME),
        settings.text(reads, Option.BLOGDESCRIPTION),
        "/",
        language,
        RIGHT_TO_LEFT.contains(bare) ? "rtl" : "ltr",
        settings.text(reads, Option.SITE_INK),
        links.addresses(reads).feed("/"),
        "/",
        marked);
  }

  /** Pages at the top level, in their order. */
  private Nav nav(Reads reads) {
    List<Entry> top =
        entries.children(reads, EntryType.PAGE, 0).stream()
            .filter(e ->
                e.isPublic() && (e.lang().isEmpty() || e.lang().equals(settings.language(reads))))
            .limit(LINKS)
            .toList();
    Map<Long, String> urls = links.of(reads, top);
    List<LinkView> all = new ArrayList<>();
    for (Entry e : top) {
      String label = Titles.plain(e, settings.language(reads));
      all.add(LinkView.to(label.isEmpty() ? "Untitled" : label, urls.getOrDefault(e.id(), "/")));
    }
    return new Nav(List.copyOf(all));
  }

  /** The pages around a page: its topmost ancestor with everything below; empty for a page that stands alone. */
  List<LinkView> tree(Reads reads, Entry page) {
    Entry top = entries.path(reads, page).getFirst();
    List<LinkView> below = children(reads, top, page, new int[] {TREE}, 1);
    if (below.isEmpty()) {
      return List.of();
    }
    return List.of(
        new LinkView(
            Titles.plain(top, settings.language(reads)),
            links.of(reads, top),
            top.id() == page.id(),
            below));
  }

  private List<LinkView> children(Reads reads, Entry parent, Entry shown, int[] left, int depth) {
    List<LinkView> all = new ArrayList<>();
    if (depth > 4) {
      return all;
    }
    List<Entry> below =
        entries.children(reads, EntryType.PAGE, parent.id()).stream()
            .filter(Entry::isPublic)
            .toList();
    Map<Long, String> urls = links.of(reads, below);
    for (Entry e : below) {
      if (left[0]-- <= 0) {
        return all;
      }
      all.add(
          new LinkView(
              Titles.plain(e, settings.language(reads)),
              urls.getOrDefault(e.id(), "/"),
              e.id() == shown.id(),
              children(reads, e, shown, left, depth + 1)));
    }
    return all;
  }
}
