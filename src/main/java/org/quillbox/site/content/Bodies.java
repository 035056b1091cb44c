package org.quillbox.site.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quillbox.base.gates.HtmlPolicy;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.text.Block;
import org.quillbox.base.text.Blocks;
import org.quillbox.base.text.Excerpts;
import org.quillbox.base.text.PagedText;
import org.quillbox.base.text.PlainText;
import org.quillbox.base.text.Shortcodes;
import org.quillbox.base.text.Texturize;
import org.quillbox.site.people.People;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Terms;

/**
 * Makes of the text of an entry what readers see (architecture section 6): one language, pages, blocks or
 * automatic paragraphs, shortcodes, typography, the sanitizer once, own links relative, pictures that are here.
 * The stored text is never changed. The result does not depend on who asks nor by what name the site is reached;
 * what it depends on is noted in the {@code Reads}.
 */
public final class Bodies {
  /** Grows whenever the same text may come out differently. */
  public static final int RENDERER = 1;

  /** Blocks whose words count for an automatic excerpt; embeds, buttons and lists of posts do not. */
  private static final Set<String> PROSE =
      Set.of(
          "core/freeform",
          "core/heading",
          "core/html",
          "core/list",
          "core/list-item",
          "core/media-text",
          "core/paragraph",
          "core/preformatted",
          "core/pullquote",
          "core/quote",
          "core/table",
          "core/verse",
          "core/details",
          "core/shortcode");

  /** Blocks that only hold others. */
  private static final Set<String> CONTAINERS =
      Set.of("core/group", "core/columns", "core/column", "core/cover");

  private static final Pattern HEADING = Pattern.compile("(?s)<h([1-6])((?: [^>]*)?)>(.*?)</h\\1>");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  private final BodyParts parts;

  /**
   * @param hosts names the site is always reached by, lower case, without port; never those of one request
   */
  public Bodies(
      Entries entries,
      Catalogue catalogue,
      Terms terms,
      People people,
      Settings settings,
      Permalinks links,
      RecentComments comments,
      Randoms randoms,
      Set<String> hosts) {
    this.parts =
        new BodyParts(
            entries,
            catalogue,
            terms,
            people,
            settings,
            links,
            comments,
            randoms,
            Set.copyOf(hosts));
  }

  /** The name under which pages keep the body of an entry. */
  public static String fragment(Entry entry) {
    return "body:"
        + entry.id()
        + ":"
        + entry.version()
        + ":"
        + RENDERER
        + ":"
        + HtmlPolicy.version();
  }

  /** Names whose addresses in texts are the site's own. */
  public Set<String> ownHosts(Reads reads) {
    Set<String> own = new HashSet<>(parts.hosts());
    for (String host : parts.settings().formerHosts(reads)) {
      own.add(host.toLowerCase(Locale.ROOT));
    }
    String canonical = parts.settings().text(reads, Option.CANONICAL_ADDRESS);
    if (!canonical.isBlank()) {
      own.add(
          canonical
              .toLowerCase(Locale.ROOT)
              .replaceFirst("^https?://", "")
              .replaceFirst("[/?#].*$", "")
              .replaceFirst(":\\d+$", ""));
    }
    return Set.copyOf(own);
  }

  /** The body of an entry; whether somebody may see it, the caller has decided. */
  public BodyHtml render(Reads reads, Entry entry, Body body) {
    BodyRun run = new BodyRun(parts, reads, entry, ownHosts(reads));
    List<String> sources = PagedText.pages(run.selected(body.content()));
    PagedText.More more = PagedText.more(sources.getFirst());
    List<Html> pages = new ArrayList<>();
    List<BodyHtml.Heading> headings = new ArrayList<>();
    for (String source : sources) {
      Html page = run.render(marked(source, entry.id()), body.policy());
      headings(page, pages.size(), headings);
      pages.add(page);
    }
    Optional<Html> teaser =
        more.marked() ? Optional.of(run.render(more.teaser(), body.policy())) : Optional.empty();
    return new BodyHtml(
        pages, run.styleRules(), teaser, more.label(), excerpt(run, body, more.teaser()), headings);
  }

  /** The excerpt alone, for lists: far cheaper than a body. */
  public String excerpt(Reads reads, Entry entry, Body body) {
    BodyRun run = new BodyRun(parts, reads, entry, Set.of());
    String first = PagedText.pages(run.selected(body.content())).getFirst();
    return excerpt(run, body, PagedText.more(first).teaser());
  }

  private static String excerpt(BodyRun run, Body body, String teaser) {
    if (!body.excerpt().isBlank()) {
      String written = PlainText.of(Shortcodes.strip(run.selected(body.excerpt())));
      return Texturize.plain(written);
    }
    return Texturize.plain(Excerpts.of(prose(teaser)));
  }

  private static String prose(String text) {
    if (!Blocks.present(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    prose(Blocks.parse(text), out);
    return out.toString();
  }

  private static void prose(List<? extends Block> blocks, StringBuilder out) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Markup(String html, int _, int _) -> out.append(html);
        case Block.Node node -> {
          if (PROSE.contains(node.name()) || CONTAINERS.contains(node.name())) {
            prose(node.inner(), out);
          } else if (!node.name().startsWith("core")) {
            out.append(PlainText.of(node.ownHtml())).append(' ');
            prose(node.children(), out);
          }
        }
      }
    }
  }

  /** The more marker is a place to jump to; what stands before it may be left out on the entry's own page. */
  private static String marked(String page, long id) {
    PagedText.More more = PagedText.more(page);
    return more.marked()
        ? (more.teaserHidden() ? "" : more.teaser())
            + "<div id=\"more-"
            + id
            + "\"></div>"
            + more.rest()
        : page;
  }

  private static void headings(Html page, int index, List<BodyHtml.Heading> into) {
    Matcher heading = HEADING.matcher(page.markup());
    while (heading.find()) {
      Matcher id = ID.matcher(heading.group(2));
      into.add(
          new BodyHtml.Heading(
              id.find() ? PlainText.of(id.group(1)) : "",
              PlainText.of(heading.group(3)),
              Integer.parseInt(heading.group(1)),
              index));
    }
  }
}
