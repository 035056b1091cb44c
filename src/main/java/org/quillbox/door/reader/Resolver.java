package org.quillbox.door.reader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.text.PagedText;
import org.quillbox.site.address.Addresses;
import org.quillbox.site.address.Candidate;
import org.quillbox.site.address.PostParts;
import org.quillbox.site.content.Catalogue;
import org.quillbox.site.content.Entries;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.EntryType;
import org.quillbox.site.content.Permalinks;
import org.quillbox.site.content.Scope;
import org.quillbox.site.people.People;
import org.quillbox.site.people.Person;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Term;
import org.quillbox.site.taxonomy.Terms;

/**
 * From an address to the thing it means: the candidates of {@code site.address}, looked up in their order, the
 * first that exists. What is found at another address than its own is answered with a redirect there.
 */
final class Resolver {
  private static final int SHORTEST_GUESS = 3;

  private final Permalinks links;
  private final Settings settings;
  private final Entries entries;
  private final Catalogue catalogue;
  private final Terms terms;
  private final People people;

  Resolver(
      Permalinks links,
      Settings settings,
      Entries entries,
      Catalogue catalogue,
      Terms terms,
      People people) {
    this.links = links;
    this.settings = settings;
    this.entries = entries;
    this.catalogue = catalogue;
    this.terms = terms;
    this.people = people;
  }

  /**
   * What an address means.
   *
   * @param path as sent, percent-encoded
   * @param query decoded
   */
  Route resolve(Reads reads, String path, Map<String, List<String>> query) {
    Route found = read(reads, path, query, "");
    if (found instanceof Route.Missing) {
      int end = path.indexOf('/', 1);
      String lang = end > 0 ? path.substring(1, end) : "";
      if (lang.matches("[a-z]{2,3}(-[A-Za-z]{2,4})?")) {
        found = read(reads, path.substring(end), query, lang);
      }
    }
    return switch (found) {
      // A search answers at both of its addresses (contract 21).
      case Route.Redirect _, Route.Missing _, Route.Search _ -> found;
      default ->
          Addresses.same(path, query, found.place())
              ? found
              : new Route.Redirect(Addresses.kept(found.place(), query), true);
    };
  }

  private Route read(Reads reads, String path, Map<String, List<String>> query, String lang) {
    Addresses addresses = links.addresses(reads);
    List<Candidate> candidates = addresses.candidates(path, query);
    // A path that means nothing now depends on whatever may get its name.
    reads.saw(Key.Name.of(lastSegment(path)));
    for (Candidate candidate : candidates) {
      Route route = find(reads, addresses, candidate, lang, false);
      if (route != null) {
        return route;
      }
    }
    for (Candidate candidate : candidates) {
      Route route = find(reads, addresses, candidate, lang, true);
      if (route != null) {
        return new Route.Redirect(route.place(), true);
      }
    }
    return new Route.Missing();
  }

  /**
   * @param firstPart takes an entry in fewer parts than asked for, at its first
   */
  private @Nullable Route find(
      Reads reads, Addresses a, Candidate candidate, String lang, boolean firstPart) {
    return switch (candidate) {
      case Candidate.Home(int page) -> home(reads, a, page, a.home());
      case Candidate.PostBySlug(String slug, PostParts parts, int page, int _) ->
          single(reads, a, post(reads, slug, parts, lang), page, firstPart);
      case Candidate.PostById(long id, PostParts parts, int page, int _) ->
          single(
              reads,
              a,
              entries.find(reads, id).filter(e -> e.isPost() && parts.match(links.path(reads, e))),
              page,
              firstPart);
      case Candidate.EntryById(long id, int page, int _) -> byId(reads, a, id, page, firstPart);
      case Candidate.PageByPath(List<String> slugs, int page, int _) ->
          pageAt(reads, a, page(reads, slugs, lang), page, firstPart);
      case Candidate.AttachmentBySlug(String slug, List<String> under, int _) ->
          attachment(reads, a, slug, under);
      case Candidate.TypedBySlug(String type, String slug, int page, int _) ->
          single(
              reads,
              a,
              entries.bySlug(reads, type, slug).stream().filter(Entry::isPublic).findFirst(),
              page,
              firstPart);
      case Candidate.TermByPath(String taxonomy, List<String> slugs, int page) ->
          term(reads, a, terms.bySlug(reads, taxonomy, slugs.getLast()), page);
      case Candidate.TermById(String taxonomy, long id, int page) ->
          term(reads, a, terms.find(reads, id).filter(t -> t.taxonomy().equals(taxonomy)), page);
      case Candidate.AuthorBySlug(String slug, int page) ->
          author(reads, a, people.bySlug(reads, slug), page);
      case Candidate.AuthorById(long id, int page) ->
          author(reads, a, people.find(reads, id), page);
      case Candidate.Date date -> date(reads, a, date);
      case Candidate.Search(String words, int page) ->
          new Route.Search(words, page, a.paged(a.search(words), page));
      case Candidate.Feed(Candidate of, var format) -> {
        Route list = find(reads, a, of, lang, false);
        yield list == null || list instanceof Route.Redirect
            ? list
            : new Route.Feed(list, format, a.feed(list.place(), format));
      }
      case Candidate.RedirectTo(String path, boolean permanent) ->
          new Route.Redirect(path, permanent);
      case Candidate.Guess(String slug, PostParts parts) -> guess(reads, slug, parts);
      case Candidate.AllComments _, Candidate.Embed _ -> null;
    };
  }

  private @Nullable Route home(Reads reads, Addresses a, int page, String base) {
    boolean ownPage = settings.text(reads, Option.SHOW_ON_FRONT).equals("page");
    long front = settings.number(reads, Option.PAGE_ON_FRONT);
    if (ownPage && front > 0 && base.equals(a.home())) {
      Optional<Entry> entry = entries.find(reads, front).filter(e -> e.isPage() && e.isPublic());
      if (entry.isPresent()) {
        return page > 1 ? null : new Route.PageAt(entry.get(), 1, a.home());
      }
    }
    return listed(reads, new Scope.All(), page) ? new Route.Home(page, a.paged(base, page)) : null;
  }

  /** The first page of a list exists always, further ones while there is something on them. */
  private boolean listed(Reads reads, Scope scope, int page) {
    int size = settings.number(reads, Option.POSTS_PER_PAGE);
    return page == 1 || (page - 1L) * size < catalogue.count(reads, scope);
  }

  private Optional<Entry> post(Reads reads, String slug, PostParts parts, String lang) {
    return entries.bySlug(reads, EntryType.POST, slug).stream()
        .filter(e -> e.publishedLocal() != null && parts.match(links.path(reads, e)))
        .filter(e -> isIn(reads, e, lang))
        .findFirst();
  }

  /** Without a language in the address, entries of the site's own come first, then any. */
  private boolean isIn(Reads reads, Entry entry, String lang) {
    String own = settings.language(reads);
    String its = entry.lang().isEmpty() ? own : entry.lang();
    return lang.isEmpty() ? its.equals(own) : its.equals(lang);
  }

  private @Nullable Route single(
      Reads reads, Addresses a, Optional<Entry> entry, int part, boolean firstPart) {
    if (entry.isEmpty()) {
      return null;
    }
    Entry e = entry.get();
    String address = links.of(reads, e);
    if (part <= 1 || firstPart) {
      return new Route.Single(e, 1, address);
    }
    return part <= parts(reads, e) ? new Route.Single(e, part, a.part(address, part)) : null;
  }

  private @Nullable Route pageAt(
      Reads reads, Addresses a, Optional<Entry> page, int part, boolean firstPart) {
    if (page.isEmpty()) {
      return null;
    }
    Entry e = page.get();
    String address = links.of(reads, e);
    boolean forPosts =
        settings.text(reads, Option.SHOW_ON_FRONT).equals("page")
            && settings.number(reads, Option.PAGE_FOR_POSTS) == e.id();
    if (forPosts) {
      return home(reads, a, part, address);
    }
    if (part <= 1 || firstPart) {
      return new Route.PageAt(e, 1, address);
    }
    return part <= parts(reads, e) ? new Route.PageAt(e, part, a.part(address, part)) : null;
  }

  private int parts(Reads reads, Entry entry) {
    return PagedText.pages(entries.body(reads, entry).content()).size();
  }

  private @Nullable Route byId(Reads reads, Addresses a, long id, int page, boolean firstPart) {
    Optional<Entry> entry = entries.find(reads, id);
    if (entry.isEmpty()) {
      return null;
    }
    Entry e = entry.get();
    if (e.isAttachment()) {
      return new Route.Attachment(e, links.of(reads, e));
    }
    if (!e.isPublic()) {
      return null;
    }
    return e.isPage()
        ? pageAt(reads, a, entry, page, firstPart)
        : single(reads, a, entry, page, firstPart);
  }

  private Optional<Entry> page(Reads reads, List<String> slugs, String lang) {
    return entries.bySlug(reads, EntryType.PAGE, slugs.getLast()).stream()
        .filter(Entry::isPublic)
        .filter(e -> isIn(reads, e, lang))
        .filter(e -> slugs(reads, e).equals(slugs))
        .findFirst();
  }

  private List<String> slugs(Reads reads, Entry page) {
    return page.parent() == 0
        ? List.of(page.slug())
        : entries.path(reads, page).stream().map(Entry::slug).toList();
  }

  private @Nullable Route attachment(Reads reads, Addresses a, String slug, List<String> under) {
    List<Entry> found = entries.bySlug(reads, EntryType.ATTACHMENT, slug);
    for (Entry e : found) {
      String address = links.of(reads, e);
      List<String> itsParent =
          a.candidates(address, Map.of()).stream()
              .filter(c -> c instanceof Candidate.AttachmentBySlug)
              .map(c -> ((Candidate.AttachmentBySlug) c).under())
              .findFirst()
              .orElse(List.of());
      if (under.isEmpty() || under.equals(itsParent)) {
        return new Route.Attachment(e, address);
      }
    }
    return null;
  }

  private @Nullable Route term(Reads reads, Addresses a, Optional<Term> term, int page) {
    if (term.isEmpty()
        || !term.get().isPublic()
        || !listed(reads, new Scope.Term(term.get().id()), page)) {
      return null;
    }
    return new Route.TermArchive(term.get(), page, a.paged(links.of(reads, term.get()), page));
  }

  /** Authors without posts are nobody readers need to know of. */
  private @Nullable Route author(Reads reads, Addresses a, Optional<Person> author, int page) {
    if (author.isEmpty()) {
      return null;
    }
    Scope scope = new Scope.Author(author.get().id());
    if (catalogue.count(reads, scope) == 0 || !listed(reads, scope, page)) {
      return null;
    }
    return new Route.AuthorArchive(
        author.get(), page, a.paged(links.of(reads, author.get()), page));
  }

  private @Nullable Route date(Reads reads, Addresses a, Candidate.Date date) {
    Scope scope;
    String address;
    try {
      if (date.day() > 0) {
        scope = new Scope.Day(LocalDate.of(date.year(), date.month(), date.day()));
        address = a.day(date.year(), date.month(), date.day());
      } else if (date.month() > 0) {
        scope = new Scope.Month(date.year(), date.month());
        address = a.month(date.year(), date.month());
      } else {
        scope = new Scope.Year(date.year());
        address = a.year(date.year());
      }
    } catch (DateTimeException e) {
      return null;
    }
    return catalogue.count(reads, scope) == 0 || !listed(reads, scope, date.page())
        ? null
        : new Route.DateArchive(scope, date.page(), a.paged(address, date.page()));
  }

  /** A former slug, the slug at another place, or the only one that begins so. */
  private @Nullable Route guess(Reads reads, String slug, PostParts parts) {
    for (String type : List.of(EntryType.POST, EntryType.PAGE, EntryType.ATTACHMENT)) {
      for (Entry e : entries.bySlug(reads, type, slug)) {
        if (e.isPublic() || e.isAttachment()) {
          return new Route.Redirect(links.of(reads, e), true);
        }
      }
    }
    for (Entry e : entries.byOldSlug(reads, slug)) {
      if (e.isPublic()) {
        return new Route.Redirect(links.of(reads, e), true);
      }
    }
    if (slug.length() < SHORTEST_GUESS) {
      return null;
    }
    for (String type : List.of(EntryType.POST, EntryType.PAGE)) {
      List<Entry> begin =
          entries.beginning(reads, type, slug, 10).stream()
              .filter(e -> e.publishedLocal() != null && parts.matchDate(e.local()))
              .sorted(Comparator.comparingLong(Entry::id))
              .toList();
      if (begin.size() == 1) {
        return new Route.Redirect(links.of(reads, begin.getFirst()), true);
      }
    }
    return null;
  }

  private static String lastSegment(String path) {
    String bare =
        path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
    return bare.substring(bare.lastIndexOf('/') + 1);
  }
}
