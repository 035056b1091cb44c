package org.quillbox.site.content;

import java.time.Clock;
import java.util.List;
import org.quillbox.base.console.Choice;
import org.quillbox.base.console.Console;
import org.quillbox.base.console.NavItem;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.plug.Screen;
import org.quillbox.site.people.People;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Terms;

/** The screens of this room, and their lines in the rail. */
public final class ContentScreens {
  private final List<Screen> all;
  private final Entries entries;

  public ContentScreens(
      Console console,
      Entries entries,
      Posts posts,
      Terms terms,
      People people,
      Settings settings,
      Preview preview,
      Clock clock) {
    this.entries = entries;
    EntryList list = new EntryList(console, entries, posts, people, settings, clock);
    Writing writing = new Writing(console, entries, posts, terms, settings, preview, clock);
    all =
        List.of(
            new TodayScreen(console, entries, settings, clock),
            new PostScreen(list, writing),
            new PageScreen(list, writing));
  }

  public List<Screen> all() {
    return all;
  }

  public static List<NavItem> rail() {
    return List.of(
        new NavItem("", "Today", "/console/", "house", null),
        new NavItem("Write", "Posts", "/console/posts", "file-text", Capability.EDIT_POSTS),
        new NavItem("Write", "Pages", "/console/pages", "library", Capability.EDIT_PAGES));
  }

  /** Published pages, for whoever chooses the front page: id, and title by depth. */
  public List<Choice> publishedPages(Actor actor) {
    return entries.pageTree(Reads.untracked(actor)).stream()
        .filter(placed -> placed.page().isPublic())
        .map(placed ->
            Choice.of(
                Long.toString(placed.page().id()),
                "– ".repeat(placed.depth()) + EntryWords.title(placed.page())))
        .toList();
  }
}
