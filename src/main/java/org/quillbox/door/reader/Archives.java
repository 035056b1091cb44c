package org.quillbox.door.reader;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.kernel.Slice;
import org.quillbox.base.view.PhpDate;
import org.quillbox.door.theme.ArchiveView;
import org.quillbox.door.theme.AuthorView;
import org.quillbox.door.theme.LinkView;
import org.quillbox.door.theme.Pager;
import org.quillbox.door.theme.PostView;
import org.quillbox.door.theme.TermView;
import org.quillbox.door.theme.YearView;
import org.quillbox.site.content.Catalogue;
import org.quillbox.site.content.CommentText;
import org.quillbox.site.content.Entries;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.Permalinks;
import org.quillbox.site.content.Scope;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Term;

/** Lists of posts: by term, author, date, and what a search finds. */
final class Archives {
  private final Settings settings;
  private final Entries entries;
  private final Catalogue catalogue;
  private final Permalinks links;
  private final Views views;

  /**
   * @param heading for the title of the page
   * @param base address of the first page
   */
  record Built(
      ArchiveView view, String heading, String bodyClass, Slice<Long> slice, String base) {}

  Archives(Settings settings, Entries entries, Catalogue catalogue, Permalinks links, Views views) {
    this.settings = settings;
    this.entries = entries;
    this.catalogue = catalogue;
    this.links = links;
    this.views = views;
  }

  Built archive(Reads reads, Route route) {
    return switch (route) {
      case Route.TermArchive(Term term, int page, String _) -> term(reads, term, page);
      case Route.AuthorArchive(var person, int page, String _) -> {
        AuthorView author = views.author(reads, person);
        yield built(
            reads,
            "author",
            "Author",
            author.name(),
            Html.text(author.bio()),
            new Scope.Author(person.id()),
            page,
            links.of(reads, person),
            "author author-" + author.slug() + " author-" + person.id(),
            Optional.of(author));
      }
      case Route.DateArchive(Scope scope, int page, String _) -> date(reads, scope, page);
      case Route.Search(String words, int page, String _) -> search(reads, words, page);
      default -> throw new IllegalArgumentException("no archive: " + route);
    };
  }

  private Built term(Reads reads, Term term, int page) {
    TermView view =
        views.term(reads, term, CommentText.html(term.description(), settings.formerHosts(reads)));
    boolean category = term.taxonomy().equals(Term.CATEGORY);
    String name = category ? "category" : "tag";
    return built(
        reads,
        name,
        category ? "Category" : "Tag",
        view.name(),
        view.description(),
        new Scope.Term(term.id()),
        page,
        links.of(reads, term),
        name + " " + name + "-" + term.slug() + " " + name + "-" + term.id(),
        Optional.empty());
  }

  private Built date(Reads reads, Scope scope, int page) {
    Locale locale = settings.locale(reads);
    var a = links.addresses(reads);
    return switch (scope) {
      case Scope.Year(int y) -> dated(reads, scope, page, "Year", Integer.toString(y), a.year(y));
      case Scope.Month(int y, int m) ->
          dated(
              reads,
              scope,
              page,
              "Month",
              PhpDate.format("F Y", LocalDateTime.of(y, m, 1, 0, 0), locale),
              a.month(y, m));
      case Scope.Day(var day) ->
          dated(
              reads,
              scope,
              page,
              "Day",
              PhpDate.format(settings.text(reads, Option.DATE_FORMAT), day.atStartOfDay(), locale),
              a.day(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
      case Scope.All _, Scope.Term _, Scope.Author _, Scope.Sticky _ ->
          throw new IllegalArgumentException("no date: " + scope);
    };
  }

  private Built dated(Reads reads, Scope scope, int page, String label, String title, String base) {
    return built(
        reads, "date", label, title, Html.EMPTY, scope, page, base, "date", Optional.empty());
  }

  private Built built(
      Reads reads,
      String kind,
      String label,
      String title,
      Html description,
      Scope scope,
      int page,
      String base,
      String bodyClass,
      Optional<AuthorView> author) {
    Slice<Long> slice =
        catalogue.posts(reads, scope, page, settings.number(reads, Option.POSTS_PER_PAGE));
    List<PostView> posts = views.posts(reads, entries.list(reads, slice.items()), Views.Depth.LINE);
    ArchiveView view =
        new ArchiveView(
            kind,
            label,
            title,
            description,
            slice.total(),
            years(posts),
            pager(reads, slice, base),
            links.addresses(reads).feed(base),
            author);
    return new Built(
        view,
        title,
        "archive " + bodyClass + (page > 1 ? " paged paged-" + page : ""),
        slice,
        base);
  }

  /** Titles that hold every word. */
  private Built search(Reads reads, String words, int page) {
    int size = settings.number(reads, Option.POSTS_PER_PAGE);
    Slice<Entry> found = entries.search(reads, words, page, size);
    List<PostView> posts = views.posts(reads, found.items(), Views.Depth.EXCERPT);
    String base = links.addresses(reads).search(words);
    Slice<Long> slice = found.map(Entry::id);
    ArchiveView view =
        new ArchiveView(
            "search",
            "Search",
            words,
            Html.EMPTY,
            found.total(),
            List.of(new YearView(0, posts)),
            pager(reads, slice, base),
            links.addresses(reads).feed("/"),
            Optional.empty());
    return new Built(
        view,
        words.isBlank() ? "Search" : "Search for “" + words + "”",
        "search " + (found.total() == 0 ? "search-no-results" : "search-results"),
        slice,
        base);
  }

  private static List<YearView> years(List<PostView> posts) {
    Map<Integer, List<PostView>> years = new LinkedHashMap<>();
    for (PostView post : posts) {
      years.computeIfAbsent(post.date().year(), none -> new ArrayList<>()).add(post);
    }
    List<YearView> all = new ArrayList<>();
    years.forEach((year, list) -> all.add(new YearView(year, list)));
    return all;
  }

  /** Links to the pages of a list: first, last, and those around this one. */
  Pager pager(Reads reads, Slice<Long> slice, String base) {
    var a = links.addresses(reads);
    List<LinkView> numbers = new ArrayList<>();
    int pages = slice.pages();
    if (pages > 1) {
      int before = 0;
      for (int n = 1; n <= pages; n++) {
        if (n == 1 || n == pages || Math.abs(n - slice.page()) <= 1) {
          if (before != 0 && n > before + 1) {
            numbers.add(new LinkView("…", "", false, List.of()));
          }
          numbers.add(
              new LinkView(Integer.toString(n), a.paged(base, n), n == slice.page(), List.of()));
          before = n;
        }
      }
    }
    Optional<String> newer =
        slice.page() > 1 ? Optional.of(a.paged(base, slice.page() - 1)) : Optional.empty();
    Optional<String> older =
        slice.hasNext() ? Optional.of(a.paged(base, slice.page() + 1)) : Optional.empty();
    return new Pager(slice.page(), pages, newer, older, numbers);
  }
}
