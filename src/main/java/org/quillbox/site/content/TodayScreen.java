package org.quillbox.site.content;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quillbox.base.console.Console;
import org.quillbox.base.console.Link;
import org.quillbox.base.console.Page;
import org.quillbox.base.console.Today;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.Requires;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.plug.Screen;
import org.quillbox.site.settings.Settings;

/** The first page of the console: what waits for somebody, what is being written, what goes out next. */
@Path("/console")
public final class TodayScreen implements Screen {
  private static final int SHORT = 5;

  private final Console console;
  private final Entries entries;
  private final Settings settings;
  private final Clock clock;

  TodayScreen(Console console, Entries entries, Settings settings, Clock clock) {
    this.console = console;
    this.entries = entries;
    this.settings = settings;
    this.clock = clock;
  }

  /** Everybody with an account has a first page; what is on it follows from what he may do. */
  @GET
  @Requires(Capability.READ)
  public Reply show(@Context Inbound in, @Context Actor actor) {
    Today today =
        actor.can(Capability.EDIT_POSTS)
            ? today(actor)
            : new Today(List.of(), List.of(), List.of());
    return console.sheet(in, actor).today(Page.of(today.title(), "/console/"), today);
  }

  private Today today(Actor actor) {
    Reads reads = Reads.untracked(actor);
    Map<EntryStatus, Integer> counts =
        entries.deskCounts(reads, new DeskQuery(EntryType.POST, null, ""));
    List<Today.Need> needs = new ArrayList<>();
    int waiting = counts.getOrDefault(EntryStatus.PENDING, 0);
    if (waiting > 0 && actor.can(Capability.EDIT_OTHERS_POSTS)) {
      needs.add(
          new Today.Need(
              waiting == 1 ? "One post waits for review" : waiting + " posts wait for review",
              "Their authors may not publish them.",
              Link.to("Review", view(EntryStatus.PENDING)),
              false));
    }
    return new Today(
        needs,
        List.of(
            part(reads, counts, "Drafts", EntryStatus.DRAFT, "No drafts. Write something."),
            part(reads, counts, "Scheduled", EntryStatus.FUTURE, "Nothing is scheduled.")),
        List.of());
  }

  private Today.Part part(
      Reads reads,
      Map<EntryStatus, Integer> counts,
      String title,
      EntryStatus status,
      String nothing) {
    ZoneId zone = settings.zone(reads);
    int count = counts.getOrDefault(status, 0);
    List<Today.Line> lines =
        entries.desk(reads, new DeskQuery(EntryType.POST, status, ""), 1, SHORT).items().stream()
            .map(entry ->
                new Today.Line(
                    EntryWords.title(entry),
                    EntryWords.list(entry.type()) + '/' + entry.id(),
                    null,
                    EntryWords.when(entry, zone, clock.instant())))
            .toList();
    return new Today.Part(
        title, count > SHORT ? Link.to("All " + count, view(status)) : null, lines, nothing);
  }

  private static String view(EntryStatus status) {
    return EntryWords.list(EntryType.POST) + '?' + EntryList.VIEW + '=' + status.wire();
  }
}
