package org.quillbox.site.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a site with a given structure: builds them, and says what an asked one may mean. What it
 * builds begins with a slash, is percent-encoded and holds no host; it is not escaped for HTML. Immutable;
 * make a new one when the structure changes.
 */
public final class Addresses {
  private static final int LONGEST = 4096;
  private static final int DEEPEST = 40;

  private final @Nullable PostPattern posts;
  private final ArchiveFolders folders;
  private final PathReader paths;
  private final QueryReader queries;
  private final boolean slashed;

  public Addresses(PermalinkStructure structure) {
    posts = structure.isPlain() ? null : new PostPattern(structure.pattern());
    folders = new ArchiveFolders(structure, posts);
    paths = new PathReader(this, folders, posts);
    queries = new QueryReader(this, folders.dates());
    slashed = posts == null || posts.slashed();
  }

  /** The front page. */
  public String home() {
    return "/";
  }

  /** A post; one without a slug where the structure needs it has its plain address. */
  public String post(EntryPath post) {
    if (posts == null || (post.slug().isEmpty() && posts.has(PermalinkTag.POSTNAME))) {
      return "/?p=" + post.id();
    }
    return posts.fill(post);
  }

  /**
   * A page.
   *
   * @param slugs of its parents and its own; empty when one of them has none
   */
  public String page(long id, List<String> slugs) {
    return posts == null || slugs.isEmpty() || slugs.stream().anyMatch(String::isEmpty)
        ? "/?page_id=" + id
        : path(slugs);
  }

  /**
   * An attachment.
   *
   * @param parent address of the entry it is attached to; null for none
   */
  public String attachment(long id, String slug, @Nullable String parent) {
    boolean number = Ending.digits(slug);
    if (posts == null || slug.isEmpty() || (parent == null ? number : parent.indexOf('?') >= 0)) {
      // A number at the root would be read as a year or a part of something.
      return "/?attachment_id=" + id;
    }
    if (parent == null) {
      return path(List.of(slug));
    }
    boolean said = number || posts.has(PermalinkTag.CATEGORY);
    return under(parent, (said ? "attachment/" : "") + Percent.encode(slug));
  }

  /** An entry of another type. */
  public String typed(String type, long id, String slug) {
    if (posts == null || slug.isEmpty()) {
      return "/?p=" + id;
    }
    return path(joined(folders.typed(type), List.of(slug)));
  }

  /** The archive of a term. */
  public String term(TermPath term) {
    String word =
        term.taxonomy().equals(TermPath.FORMAT)
            ? term.slug().replaceFirst("^post-format-", "")
            : term.slug();
    if (posts != null) {
      List<String> slugs = term.taxonomy().equals(TermPath.CATEGORY) ? term.slugs() : List.of(word);
      return path(joined(folders.of(term.taxonomy()), slugs));
    }
    return switch (term.taxonomy()) {
      case TermPath.CATEGORY -> "/?cat=" + term.id();
      case TermPath.TAG -> "/?tag=" + Percent.encode(word);
      case TermPath.FORMAT -> "/?post_format=" + Percent.encode(word);
      default -> "/?taxonomy=" + Percent.encode(term.taxonomy()) + "&term=" + Percent.encode(word);
    };
  }

  /** The archive of an author, by public slug. */
  public String author(long id, String slug) {
    return posts == null ? "/?author=" + id : path(joined(folders.authors(), List.of(slug)));
  }

  /** The archive of a year. */
  public String year(int year) {
    return dated(year, 0, 0);
  }

  /** The archive of a month, 1 to 12. */
  public String month(int year, int month) {
    return dated(year, month, 0);
  }

  /** The archive of a day. */
  public String day(int year, int month, int day) {
    return dated(year, month, day);
  }

  /** Search results; the same whatever the structure, because the form of the page asks so. */
  public String search(String words) {
    return "/?s=" + Percent.encode(words);
  }

  /** Page n of a list; the first has the address of the list. */
  public String paged(String list, int n) {
    return n <= 1 ? list : ended(list, "page/" + n, "paged=" + n);
  }

  /** Part n of a post or page in several; the first has the address of the whole. */
  public String part(String entry, int n) {
    return n <= 1 ? entry : ended(entry, Integer.toString(n), "page=" + n);
  }

  /** Page n of the comments of an entry. */
  public String commentPage(String entry, int n) {
    return ended(entry, "comment-page-" + n, "cpage=" + n);
  }

  /** The feed of a list, or of the comments of an entry. */
  public String feed(String of) {
    return feed(of, FeedFormat.RSS2);
  }

  /** The feed in a format. */
  public String feed(String of, FeedFormat format) {
    String folder = format == FeedFormat.RSS2 ? "feed" : "feed/" + format.word();
    return ended(of, folder, "feed=" + format.word());
  }

  /** The feed of all comments. */
  public String commentsFeed() {
    return posts == null ? "/?feed=comments-rss2" : ended("/", "comments/feed", "");
  }

  /** The small form of an entry for frames on other sites. */
  public String embed(String entry) {
    return ended(entry, "embed", "embed=true");
  }

  /**
   * What an address may mean, in the order in which it is to be tried; empty when it cannot mean anything.
   *
   * @param path as asked, percent-encoded, without the query
   * @param query decoded; parameters that are not listed are ignored
   */
  public List<Candidate> candidates(String path, Map<String, List<String>> query) {
    return readings(path, query).stream().map(PathReader.Read::candidate).toList();
  }

  List<PathReader.Read> readings(String path, Map<String, List<String>> query) {
    Map<String, String> listed = ListedQuery.of(query);
    if (path.length() > LONGEST || !path.startsWith("/")) {
      return List.of();
    }
    // In words searched for a plus is a space, as in a form; in slugs it is itself.
    Optional<List<String>> segments =
        Percent.segments(path.startsWith("/search/") ? path.replace("+", "%20") : path);
    if (segments.isEmpty() || segments.get().size() > DEEPEST) {
      return List.of();
    }
    Candidate.RedirectTo fixed = FixedAddresses.of(path, ListedQuery.written(listed), this);
    if (fixed != null) {
      return List.of(new PathReader.Read(Reading.FRONT, fixed));
    }
    if (path.equals("/")) {
      return List.of(new PathReader.Read(Reading.FRONT, queries.read(listed)));
    }
    List<PathReader.Read> read = paths.read(segments.get(), ListedQuery.ending(listed));
    String words = listed.get("s");
    if (words != null
        && !read.isEmpty()
        && read.get(0).candidate() instanceof Candidate.Home home) {
      // Older themes link further results so: /page/2/?s=words.
      return List.of(new PathReader.Read(Reading.SEARCH, new Candidate.Search(words, home.page())));
    }
    return read;
  }

  /**
   * The asked address with nothing but the listed parameters, in a fixed order: two addresses that can only
   * mean the same page have the same target. For the key of a kept page.
   */
  public static String target(String path, Map<String, List<String>> query) {
    return path + ListedQuery.written(ListedQuery.of(query));
  }

  /**
   * Whether an asked address is this one, whatever the case of its hexadecimal digits. Parameters that only
   * change how a page is shown do not count.
   */
  public static boolean same(String path, Map<String, List<String>> query, String address) {
    int mark = address.indexOf('?');
    String itsPath = mark < 0 ? address : address.substring(0, mark);
    Map<String, String> asked = ListedQuery.of(query);
    Map<String, String> its =
        mark < 0 ? Map.of() : ListedQuery.of(ListedQuery.parse(address.substring(mark + 1)));
    ListedQuery.SHOWING.forEach(asked::remove);
    return asked.equals(its) && Percent.decode(path).equals(Percent.decode(itsPath));
  }

  /** An address of ours with those of the asked parameters that only change how it is shown. */
  public static String kept(String address, Map<String, List<String>> query) {
    Map<String, String> asked = ListedQuery.of(query);
    ListedQuery.MEANING.forEach(asked::remove);
    String written = ListedQuery.written(asked);
    return address.indexOf('?') < 0 || written.isEmpty()
        ? address + written
        : address + "&" + written.substring(1);
  }

  /**
   * Words that cannot be the slug of an entry, because an address that ends with one or begins with one
   * means something else. A slug that is one gets a number after it.
   */
  public static boolean reserved(String slug) {
    String folded = Percent.fold(slug);
    return RESERVED.contains(folded) || folded.matches("comment-page-[0-9]+");
  }

  private static final Set<String> RESERVED =
      Set.of(
          "page",
          "comments",
          "search",
          "feed",
          "rss",
          "rss2",
          "rdf",
          "atom",
          "embed",
          "trackback",
          "wp-admin",
          "wp-content",
          "wp-includes",
          "wp-json",
          "assets",
          "healthz",
          "setup");

  /** A date the calendar does not have leads to the last part of it that it has. */
  Candidate corrected(Candidate.Date date) {
    boolean month = date.month() > 0 && date.month() <= 12;
    return new Candidate.RedirectTo(
        month ? month(date.year(), date.month()) : year(date.year()), true);
  }

  /** A path of these segments, with a slash at its end where the structure has one. */
  String path(List<String> segments) {
    return segments.stream().map(Percent::encode).collect(Collectors.joining("/", "/", ""))
        + (slashed && !segments.isEmpty() ? "/" : "");
  }

  private String dated(int year, int month, int day) {
    if (posts == null) {
      return "/?m="
          + DateFolders.digits(4, year)
          + (month > 0 ? DateFolders.digits(2, month) : "")
          + (day > 0 ? DateFolders.digits(2, day) : "");
    }
    return folders.dates().path(year, month, day) + (slashed ? "/" : "");
  }

  private String ended(String base, String folder, String parameter) {
    if (base.indexOf('?') >= 0) {
      return base + "&" + parameter;
    }
    return posts == null ? base + "?" + parameter : under(base, folder);
  }

  private String under(String base, String rest) {
    return (base.endsWith("/") ? base : base + "/") + rest + (slashed ? "/" : "");
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> out = new ArrayList<>(first);
    out.addAll(second);
    return out;
  }
}
