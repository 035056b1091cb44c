package org.quillbox.site.content;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.console.Choice;
import org.quillbox.base.console.Console;
import org.quillbox.base.console.FormState;
import org.quillbox.base.console.Link;
import org.quillbox.base.console.ListTable;
import org.quillbox.base.console.Notice;
import org.quillbox.base.console.Page;
import org.quillbox.base.console.Row;
import org.quillbox.base.console.Tab;
import org.quillbox.base.http.BodySizes;
import org.quillbox.base.http.Form;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.SafeRedirect;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.kernel.Slice;
import org.quillbox.site.people.People;
import org.quillbox.site.people.Person;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Term;

/** The list of posts or of pages, and what is done to several at once. */
final class EntryList {
  static final String VIEW = "view";
  static final String DONE = "done";

  private static final String TREE = "org/quillbox/site/content/page-tree.vm";
  private static final int SIZE = 25;
  private static final List<EntryStatus> TABS =
      List.of(
          EntryStatus.PUBLISH,
          EntryStatus.DRAFT,
          EntryStatus.FUTURE,
          EntryStatus.PENDING,
          EntryStatus.PRIVATE,
          EntryStatus.TRASH);

  private final Console console;
  private final Entries entries;
  private final Posts posts;
  private final People people;
  private final Settings settings;
  private final Clock clock;

  EntryList(
      Console console,
      Entries entries,
      Posts posts,
      People people,
      Settings settings,
      Clock clock) {
    this.console = console;
    this.entries = entries;
    this.posts = posts;
    this.people = people;
    this.settings = settings;
    this.clock = clock;
  }

  Reply show(String type, Inbound in, Actor actor) {
    Reads reads = Reads.untracked(actor);
    DeskQuery query = query(type, in);
    Page page =
        Page.of(EntryWords.many(type), EntryWords.list(type))
            .actions(
                Link.primary("New " + EntryWords.one(type), EntryWords.list(type) + "/new", "plus"))
            .notices(notices(type, in));
    Map<EntryStatus, Integer> counts = entries.deskCounts(reads, new DeskQuery(type, null, ""));
    if (type.equals(EntryType.PAGE) && query.status() == null && query.search().isBlank()) {
      return tree(in, actor, page, counts);
    }
    Slice<Entry> slice = entries.desk(reads, query, number(in.query("page").orElse("1")), SIZE);
    return console.sheet(in, actor).list(page, table(query, slice, counts, reads));
  }

  private static DeskQuery query(String type, Inbound in) {
    @Nullable EntryStatus status =
        in.query(VIEW).flatMap(EntryStatus::named).filter(TABS::contains).orElse(null);
    return new DeskQuery(type, status, in.query("q").orElse(""));
  }

  private ListTable table(
      DeskQuery query, Slice<Entry> slice, Map<EntryStatus, Integer> counts, Reads reads) {
    String list = EntryWords.list(query.type());
    boolean post = query.type().equals(EntryType.POST);
    List<ListTable.Column> columns = new ArrayList<>();
    columns.add(new ListTable.Column("Author", false, true));
    if (post) {
      columns.add(new ListTable.Column("Category", false, false));
    }
    columns.add(new ListTable.Column("Comments", true, false));
    return new ListTable(
        EntryWords.many(query.type()) + ", last changed first",
        tabs(query, counts),
        new ListTable.Search(list, query.search(), "Search titles", kept(query)),
        columns,
        "Date",
        rows(slice, post, reads),
        slice.pages() > 1 ? pager(query, slice) : null,
        empty(query),
        new ListTable.Bulk(address(query, 1), deeds(query, reads.actor())));
  }

  private static List<FormState.Hidden> kept(DeskQuery query) {
    EntryStatus status = query.status();
    return status == null ? List.of() : List.of(new FormState.Hidden(VIEW, status.wire()));
  }

  private static List<Choice> deeds(DeskQuery query, Actor actor) {
    if (query.status() == EntryStatus.TRASH) {
      return List.of(Choice.of("restore", "Take out of the trash"));
    }
    boolean page = query.type().equals(EntryType.PAGE);
    boolean publishes = actor.can(page ? Capability.PUBLISH_PAGES : Capability.PUBLISH_POSTS);
    return publishes && query.status() != EntryStatus.PUBLISH
        ? List.of(Choice.of("publish", "Publish now"), Choice.of("trash", "Move to trash"))
        : List.of(Choice.of("trash", "Move to trash"));
  }

  private static ListTable.Empty empty(DeskQuery query) {
    String list = EntryWords.list(query.type());
    String many = EntryWords.many(query.type()).toLowerCase(Locale.ROOT);
    if (!query.search().isBlank()) {
      return new ListTable.Empty(
          "Nothing has these words in its title.", "Try fewer words, or another view.", null);
    }
    EntryStatus status = query.status();
    if (status == null) {
      return new ListTable.Empty(
          "No " + many + " yet.",
          "Write the first one; nobody sees it before you publish it.",
          Link.primary("New " + EntryWords.one(query.type()), list + "/new", "plus"));
    }
    return status == EntryStatus.TRASH
        ? new ListTable.Empty("The trash is empty.", "What you throw away waits here.", null)
        : new ListTable.Empty("No " + many + " here.", "The other views may hold some.", null);
  }

  private static List<Tab> tabs(DeskQuery query, Map<EntryStatus, Integer> counts) {
    List<Tab> tabs = new ArrayList<>();
    String list = EntryWords.list(query.type());
    int all =
        counts.entrySet().stream()
            .filter(count -> count.getKey() != EntryStatus.TRASH)
            .mapToInt(Map.Entry::getValue)
            .sum();
    tabs.add(Tab.counted("All", list, all, query.status() == null));
    for (EntryStatus status : TABS) {
      String label =
          switch (status) {
            case DRAFT -> "Drafts";
            case TRASH -> "Trash";
            case PUBLISH, FUTURE, PENDING, PRIVATE, INHERIT -> EntryWords.status(status).word();
          };
      int count = counts.getOrDefault(status, 0);
      boolean current = query.status() == status;
      if (count > 0 || current) {
        tabs.add(Tab.counted(label, list + '?' + VIEW + '=' + status.wire(), count, current));
      }
    }
    return tabs;
  }

  private List<Row> rows(Slice<Entry> slice, boolean post, Reads reads) {
    Map<Long, List<Term>> terms = post ? entries.terms(reads, slice.items()) : Map.of();
    Map<Long, String> names = new HashMap<>();
    ZoneId zone = settings.zone(reads);
    List<Row> rows = new ArrayList<>();
    for (Entry entry : slice.items()) {
      List<String> cells = new ArrayList<>();
      cells.add(
          names.computeIfAbsent(
              entry.author(), id -> people.find(reads, id).map(Person::displayName).orElse("")));
      if (post) {
        cells.add(
            terms.getOrDefault(entry.id(), List.of()).stream()
                .filter(term -> term.taxonomy().equals(Term.CATEGORY))
                .map(Term::name)
                .collect(Collectors.joining(", ")));
      }
      cells.add(entry.commentCount() == 0 ? "" : Integer.toString(entry.commentCount()));
      rows.add(row(entry, cells, zone));
    }
    return rows;
  }

  private Row row(Entry entry, List<String> cells, ZoneId zone) {
    List<String> badges = new ArrayList<>();
    if (entry.isSticky()) {
      badges.add("Sticky");
    }
    if (entry.isProtected()) {
      badges.add("Password");
    }
    String live = EntryWords.live(entry);
    return new Row(
        Long.toString(entry.id()),
        EntryWords.title(entry),
        EntryWords.list(entry.type()) + '/' + entry.id(),
        badges,
        EntryWords.status(entry.status()),
        cells,
        EntryWords.when(entry, zone, clock.instant()),
        live.isEmpty() ? List.of() : List.of(Link.to("View", live)));
  }

  private Reply tree(Inbound in, Actor actor, Page page, Map<EntryStatus, Integer> counts) {
    Reads reads = Reads.untracked(actor);
    DeskQuery all = new DeskQuery(EntryType.PAGE, null, "");
    ZoneId zone = settings.zone(reads);
    List<PageNode.At> places = new ArrayList<>();
    for (Entries.Placed placed : entries.pageTree(reads)) {
      boolean named = placed.slugs().stream().noneMatch(String::isEmpty);
      String address = named ? '/' + String.join("/", placed.slugs()) + '/' : "";
      places.add(new PageNode.At(row(placed.page(), List.of(), zone), address, placed.depth()));
    }
    return console
        .sheet(in, actor)
        .page(
            200,
            page,
            TREE,
            Map.of(
                "tabs",
                tabs(all, counts),
                "search",
                new ListTable.Search(
                    EntryWords.list(EntryType.PAGE), "", "Search titles", List.of()),
                "empty",
                empty(all),
                "nodes",
                PageNode.nest(places)));
  }

  /** Does one thing to every ticked entry; what may not be done to one is not done to that one. */
  Reply deed(String type, Inbound in, Actor actor) {
    Form form = in.form(BodySizes.FORM);
    DeskQuery query = query(type, in);
    String deed = form.text("do");
    List<Long> done = new ArrayList<>();
    int left = 0;
    for (String typed : form.all("id")) {
      try {
        done.add(one(type, actor, deed, typed));
      } catch (Problem.Forbidden | Problem.NotFound | Problem.Conflict _) {
        left++;
      }
    }
    StringBuilder back = new StringBuilder(address(query, 1));
    back.append(back.indexOf("?") < 0 ? '?' : '&').append(DONE).append('=').append(deed);
    done.stream().limit(SIZE).forEach(id -> back.append("&id=").append(id));
    if (left > 0) {
      back.append("&left=").append(left);
    }
    return Reply.seeOther(SafeRedirect.local(back.toString()));
  }

  private long one(String type, Actor actor, String deed, String typed) {
    Entry entry =
        id(typed)
            .flatMap(id -> entries.find(Reads.untracked(actor), id))
            .filter(e -> e.type().equals(type))
            .orElseThrow(EntryList::unknown);
    switch (deed) {
      case "trash" -> posts.trash(actor, entry.id());
      case "restore" -> posts.restore(actor, entry.id());
      case "publish" -> posts.publish(actor, entry.id());
      default -> throw new Problem.Invalid("do", "Choose what to do with the ticked ones.");
    }
    return entry.id();
  }

  static Problem unknown() {
    return new Problem.NotFound(
        "rest_post_invalid_id", "There is no such entry here. It may have been deleted.");
  }

  /** Digits only, and not more than a number holds. */
  static Optional<Long> id(String typed) {
    return typed.matches("\\d{1,18}") ? Optional.of(Long.parseLong(typed)) : Optional.empty();
  }

  private static int number(String typed) {
    return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 1;
  }

  /** What was just done, with the button that takes it back. */
  private static List<Notice> notices(String type, Inbound in) {
    List<Notice> notices = new ArrayList<>();
    List<String> ids =
        in.query().getOrDefault("id", List.of()).stream()
            .filter(id -> id(id).isPresent())
            .limit(SIZE)
            .toList();
    String said =
        switch (in.query(DONE).orElse("")) {
          case "trash" -> "moved to the trash.";
          case "restore" -> "taken out of the trash.";
          case "publish" -> "published.";
          default -> "";
        };
    if (!said.isEmpty() && !ids.isEmpty()) {
      String what = ids.size() == 1 ? "One " + EntryWords.one(type) : ids.size() + " were";
      Notice notice = Notice.good((ids.size() == 1 ? what + " was " : what + " ") + said, "");
      notices.add(
          switch (in.query(DONE).orElse("")) {
            case "trash" -> notice.offering(back(type, "restore", ids));
            case "restore" -> notice.offering(back(type, "trash", ids));
            default -> notice;
          });
    } else if (!said.isEmpty() && in.query("left").isEmpty()) {
      notices.add(Notice.warn("Nothing was changed.", "Tick what it should be done to first."));
    }
    in.query("left")
        .flatMap(EntryList::id)
        .ifPresent(left ->
            notices.add(
                Notice.warn(
                    left + (left == 1 ? " was" : " were") + " left as it is.",
                    "Your account may not change it, or it is gone.")));
    return notices;
  }

  private static Notice.Deed back(String type, String deed, List<String> ids) {
    List<FormState.Hidden> fields = new ArrayList<>();
    fields.add(new FormState.Hidden("do", deed));
    ids.forEach(id -> fields.add(new FormState.Hidden("id", id)));
    return new Notice.Deed("Undo", EntryWords.list(type), fields);
  }

  private static ListTable.Pager pager(DeskQuery query, Slice<Entry> slice) {
    int from = (slice.page() - 1) * slice.size() + 1;
    return new ListTable.Pager(
        from,
        from + slice.items().size() - 1,
        slice.total(),
        slice.page() > 1 ? address(query, slice.page() - 1) : "",
        slice.hasNext() ? address(query, slice.page() + 1) : "");
  }

  private static String address(DeskQuery query, int page) {
    List<String> parts = new ArrayList<>();
    EntryStatus status = query.status();
    if (status != null) {
      parts.add(VIEW + '=' + status.wire());
    }
    if (!query.search().isEmpty()) {
      parts.add("q=" + URLEncoder.encode(query.search(), StandardCharsets.UTF_8));
    }
    if (page > 1) {
      parts.add("page=" + page);
    }
    return EntryWords.list(query.type()) + (parts.isEmpty() ? "" : '?' + String.join("&", parts));
  }
}
