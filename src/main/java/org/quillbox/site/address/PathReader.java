package org.quillbox.site.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a path by the table {@link Reading}. */
final class PathReader {
  /** A candidate and the row of the table it comes from. */
  record Read(Reading by, Candidate candidate) {}

  private static final String ATTACHMENT = "attachment";
  private final Addresses addresses;
  private final ArchiveFolders folders;
  private final @Nullable PostPattern posts;

  PathReader(Addresses addresses, ArchiveFolders folders, @Nullable PostPattern posts) {
    this.addresses = addresses;
    this.folders = folders;
    this.posts = posts;
  }

  /**
   * All readings, each candidate once.
   *
   * @param segments decoded, as typed
   * @param asked what the query asks
   */
  List<Read> read(List<String> segments, Ending asked) {
    List<String> folded = segments.stream().map(Percent::fold).toList();
    List<Ending.Split> splits = Ending.splits(folded, asked);
    List<Read> out = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      if (reading == Reading.GUESS) {
        guess(splits.getFirst(), out).ifPresent(guess -> out.add(new Read(reading, guess)));
        break;
      }
      for (Ending.Split split : splits) {
        if (!reading.takes(split.ending().kind())) {
          continue;
        }
        Optional<Candidate> found = read(reading, segments, split.core(), split.ending());
        if (found.isPresent()) {
          Candidate candidate = wrapped(found.get(), split.ending());
          if (out.stream().noneMatch(read -> read.candidate().equals(candidate))) {
            out.add(new Read(reading, candidate));
          }
        }
      }
    }
    return List.copyOf(out);
  }

  private static Candidate wrapped(Candidate candidate, Ending ending) {
    if (candidate instanceof Candidate.RedirectTo) {
      return candidate;
    }
    return switch (ending.kind()) {
      case FEED -> new Candidate.Feed(candidate, ending.format());
      case EMBED -> new Candidate.Embed(candidate);
      case NONE, NUMBER, PAGE, COMMENTS, TRACKBACK -> candidate;
    };
  }

  private Optional<Candidate> read(
      Reading reading, List<String> typed, List<String> core, Ending ending) {
    int page = ending.page();
    int comments = ending.comments();
    boolean shared = posts != null && posts.sharesRoot();
    if (core.isEmpty()) {
      return reading == Reading.FRONT ? Optional.of(new Candidate.Home(page)) : Optional.empty();
    }
    return switch (reading) {
      case FRONT -> Optional.empty();
      case ALL_COMMENTS -> when(core.equals(List.of("comments")), new Candidate.AllComments());
      case SEARCH -> search(typed, core, page);
      case TERM -> term(core, page);
      case AUTHOR -> author(core, page);
      case NAMED_ATTACHMENT ->
          core.size() > 2 && core.get(core.size() - 2).equals(ATTACHMENT)
              ? attachment(core, comments)
              : Optional.empty();
      case PAGE_AT_SHARED_ROOT -> when(shared, new Candidate.PageByPath(core, page, comments));
      case POST, PART_OF_POST ->
          posts == null ? Optional.empty() : posts.read(core, page, comments);
      case PAGE_BELOW_POSTS -> when(!shared, new Candidate.PageByPath(core, page, comments));
      case PART_OF_PAGE -> Optional.of(new Candidate.PageByPath(core, page, comments));
      case DATE -> folders.dates().read(core, page).filter(DateFolders::exists).map(d -> d);
      case ATTACHMENT -> attachment(core, comments);
      case FOLDER_OF_CATEGORY -> folder(PermalinkTag.CATEGORY, core, page);
      case FOLDER_OF_AUTHOR -> folder(PermalinkTag.AUTHOR, core, page);
      case OTHER_TYPE -> otherType(core, page, comments);
      case OTHER_TERM -> otherTerm(core, page);
      case CORRECTED_DATE ->
          folders
              .dates()
              .read(core, 1)
              .filter(date -> !DateFolders.exists(date))
              .map(addresses::corrected);
      case WITHOUT_TRACKBACK ->
          Optional.of(
              new Candidate.RedirectTo(addresses.path(typed.subList(0, core.size())), true));
      case DOOR ->
          Optional.ofNullable(core.size() == 1 ? FixedAddresses.door(core.get(0)) : null)
              .map(path -> new Candidate.RedirectTo(path, false));
      case GUESS -> Optional.empty();
    };
  }

  private static Optional<Candidate> when(boolean holds, Candidate candidate) {
    return holds ? Optional.of(candidate) : Optional.empty();
  }

  private static Optional<Candidate> search(List<String> typed, List<String> core, int page) {
    if (core.size() < 2 || !core.get(0).equals("search")) {
      return Optional.empty();
    }
    String words = String.join("/", typed.subList(1, core.size()));
    return Optional.of(new Candidate.Search(words, page));
  }

  private Optional<Candidate> term(List<String> core, int page) {
    for (String taxonomy : List.of(TermPath.CATEGORY, TermPath.TAG, TermPath.FORMAT)) {
      for (List<String> start : folders.understood(taxonomy)) {
        List<String> rest = Segments.after(core, start);
        if (rest.size() == 1 || (rest.size() > 1 && taxonomy.equals(TermPath.CATEGORY))) {
          List<String> slugs =
              taxonomy.equals(TermPath.FORMAT)
                  ? List.of(QueryReader.formatSlug(rest.get(0)))
                  : rest;
          return Optional.of(new Candidate.TermByPath(taxonomy, slugs, page));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Candidate> author(List<String> core, int page) {
    for (List<String> start : folders.understoodAuthors()) {
      List<String> rest = Segments.after(core, start);
      if (rest.size() == 1) {
        return Optional.of(new Candidate.AuthorBySlug(rest.get(0), page));
      }
    }
    return Optional.empty();
  }

  private static Optional<Candidate> attachment(List<String> core, int comments) {
    int last = core.size() - 1;
    boolean said = last > 1 && core.get(last - 1).equals(ATTACHMENT);
    return Optional.of(
        new Candidate.AttachmentBySlug(
            core.get(last), core.subList(0, said ? last - 1 : last), comments));
  }

  private Optional<Candidate> folder(PermalinkTag tag, List<String> core, int page) {
    if (posts == null || posts.tags().getFirst() != tag) {
      return Optional.empty();
    }
    List<String> rest = Segments.after(core, folders.front());
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    return tag == PermalinkTag.CATEGORY
        ? Optional.of(new Candidate.TermByPath(TermPath.CATEGORY, rest, page))
        : when(rest.size() == 1, new Candidate.AuthorBySlug(rest.get(0), page));
  }

  // Names of types and taxonomies begin with a letter: a path of dates is not worth the question.
  private Optional<List<String>> typed(List<String> core) {
    for (List<String> start : List.of(folders.front(), List.<String>of())) {
      List<String> rest = Segments.after(core, start);
      if (rest.size() > 1 && Character.isLetter(rest.get(0).codePointAt(0))) {
        return Optional.of(rest);
      }
    }
    return Optional.empty();
  }

  private Optional<Candidate> otherType(List<String> core, int page, int comments) {
    return typed(core)
        .map(rest -> new Candidate.TypedBySlug(rest.get(0), rest.getLast(), page, comments));
  }

  private Optional<Candidate> otherTerm(List<String> core, int page) {
    return typed(core)
        .map(rest -> new Candidate.TermByPath(rest.get(0), rest.subList(1, rest.size()), page));
  }

  // From the cut that leaves the least: nobody misspells "feed" as a slug.
  private Optional<Candidate> guess(Ending.Split split, List<Read> read) {
    List<String> core = split.core();
    if (core.isEmpty()
        || !Reading.GUESS.takes(split.ending().kind())
        || read.stream().anyMatch(r -> r.by().isCertain())) {
      return Optional.empty();
    }
    Optional<Candidate> post = posts == null ? Optional.empty() : posts.read(core, 1, 0);
    if (post.isPresent() && post.get() instanceof Candidate.PostBySlug bySlug) {
      return guess(bySlug.slug(), bySlug.parts().possibleDate());
    }
    return guess(core.getLast(), PostParts.ANY);
  }

  private static Optional<Candidate> guess(String name, PostParts parts) {
    // Other programs, and other structures, write posts as files.
    String slug = name.replaceFirst("\\.html?$", "");
    return when(!slug.isEmpty() && !Ending.digits(slug), new Candidate.Guess(slug, parts));
  }
}
