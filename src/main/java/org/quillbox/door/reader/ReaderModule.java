package org.quillbox.door.reader;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.http.Door;
import org.quillbox.base.http.HttpParts;
import org.quillbox.base.pages.Pages;
import org.quillbox.door.theme.PageAssembler;
import org.quillbox.door.theme.Theme;
import org.quillbox.site.comments.Comments;
import org.quillbox.site.content.Bodies;
import org.quillbox.site.content.Catalogue;
import org.quillbox.site.content.Entries;
import org.quillbox.site.content.Permalinks;
import org.quillbox.site.content.RecentComments;
import org.quillbox.site.people.People;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Terms;

/** Builds the readers' door with the theme the site has. */
public final class ReaderModule {
  private static final String PREFIX = "/themes/";

  private final Door early;
  private final Reader reader;

  /** What the room stands on. */
  public record Ground(
      Settings settings,
      People people,
      Terms terms,
      Catalogue catalogue,
      Entries entries,
      Comments comments,
      Permalinks links,
      Pages pages,
      Randoms randoms,
      Path media) {}

  /**
   * @param address an address of the box itself, scheme and host
   */
  public ReaderModule(Ground g, HttpParts parts, Supplier<String> address) {
    Theme theme = Theme.builtIn("journal");
    String shelf = PREFIX + theme.name();
    parts.assets().put(shelf, theme.assets());
    PageAssembler assembler = new PageAssembler(theme, name -> parts.assets().path(shelf, name));
    Bodies bodies =
        new Bodies(
            g.entries,
            g.catalogue,
            g.terms,
            g.people,
            g.settings,
            g.links,
            RecentComments.NONE,
            g.randoms,
            Set.of());
    Views views = new Views(g.settings, g.entries, bodies, g.catalogue, g.people, g.links, g.pages);
    Threads threads = new Threads(g.comments, g.settings, views, g.pages);
    Archives archives = new Archives(g.settings, g.entries, g.catalogue, g.links, views);
    SiteViews sites = new SiteViews(g.settings, g.entries, g.links, g.pages);
    PostPasswords passwords = new PostPasswords(g.randoms.bytes(32));
    Uploads uploads = new Uploads(g.entries, g.media);
    early = in -> uploads.answer(in).or(() -> passwords.answer(in));
    reader =
        new Reader(
            g.pages,
            new Resolver(g.links, g.settings, g.entries, g.catalogue, g.terms, g.people),
            new PageRenderer(
                g.settings,
                g.entries,
                g.catalogue,
                g.links,
                views,
                threads,
                archives,
                sites,
                assembler),
            new Feeds(g.settings, g.entries, g.catalogue, g.comments, g.links, views),
            passwords,
            new Origins(parts.hosts(), address));
  }

  /** Asked before screens: files of the library and passwords of entries. */
  public Door early() {
    return early;
  }

  /** Asked last. */
  public Door reader() {
    return reader;
  }
}
