package org.quillbox.site.address;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the plain forms: {@code /?p=12} and its like. The first parameter that says what is meant counts. */
final class QueryReader {
  private final DateFolders dates;
  private final Addresses addresses;

  QueryReader(Addresses addresses, DateFolders dates) {
    this.addresses = addresses;
    this.dates = dates;
  }

  /** What the root of the site with these parameters means; never nothing. */
  Candidate read(Map<String, String> listed) {
    Ending ending = ListedQuery.ending(listed);
    if (listed.getOrDefault("feed", "").startsWith("comments-")
        && ending.kind() == Ending.Kind.FEED) {
      return new Candidate.Feed(new Candidate.AllComments(), ending.format());
    }
    Candidate meant = meant(listed, ending).orElseGet(() -> new Candidate.Home(ending.page()));
    if (meant instanceof Candidate.RedirectTo) {
      return meant;
    }
    return switch (ending.kind()) {
      case FEED -> new Candidate.Feed(meant, ending.format());
      case EMBED -> new Candidate.Embed(meant);
      case NONE, NUMBER, PAGE, COMMENTS, TRACKBACK -> meant;
    };
  }

  private Optional<Candidate> meant(Map<String, String> listed, Ending ending) {
    for (Map.Entry<String, String> entry : listed.entrySet()) {
      Optional<Candidate> candidate = meant(entry.getKey(), entry.getValue(), listed, ending);
      if (candidate.isPresent()) {
        return candidate;
      }
    }
    return Optional.empty();
  }

  private Optional<Candidate> meant(
      String name, String value, Map<String, String> listed, Ending ending) {
    int page = ending.page();
    int comments = ending.comments();
    String slug = Percent.fold(value);
    return switch (name) {
      case "p", "page_id", "attachment_id" ->
          id(value).map(id -> new Candidate.EntryById(id, page, comments));
      case "name" -> Optional.of(new Candidate.PostBySlug(slug, PostParts.ANY, page, comments));
      case "pagename" -> path(slug).map(p -> new Candidate.PageByPath(p, page, comments));
      case "cat" -> id(value).map(id -> new Candidate.TermById(TermPath.CATEGORY, id, page));
      case "category_name" ->
          path(slug).map(p -> new Candidate.TermByPath(TermPath.CATEGORY, p, page));
      case "tag" -> Optional.of(new Candidate.TermByPath(TermPath.TAG, List.of(slug), page));
      case "tag_id" -> id(value).map(id -> new Candidate.TermById(TermPath.TAG, id, page));
      case "post_format" ->
          Optional.of(new Candidate.TermByPath(TermPath.FORMAT, List.of(formatSlug(slug)), page));
      case "taxonomy" ->
          Optional.ofNullable(listed.get("term"))
              .map(term -> new Candidate.TermByPath(slug, List.of(Percent.fold(term)), page));
      case "author" -> id(value).map(id -> new Candidate.AuthorById(id, page));
      case "author_name" -> Optional.of(new Candidate.AuthorBySlug(slug, page));
      case "m" -> date(packed(value), page);
      case "year" ->
          date(
              value
                  + two(listed.get("monthnum"))
                  + (listed.containsKey("monthnum") ? two(listed.get("day")) : ""),
              page);
      case "s" -> Optional.of(new Candidate.Search(value, page));
      default -> Optional.empty();
    };
  }

  /** {@code aside} is stored as {@code post-format-aside}. */
  static String formatSlug(String word) {
    return word.startsWith("post-format-") ? word : "post-format-" + word;
  }

  private static String packed(String value) {
    return value.length() > 8 ? value.substring(0, 8) : value;
  }

  private static String two(@Nullable String number) {
    return number == null ? "" : number.length() == 1 ? "0" + number : number;
  }

  private Optional<Candidate> date(String digits, int page) {
    int n = digits.length();
    if (!Ending.digits(digits) || (n != 4 && n != 6 && n != 8)) {
      return Optional.empty();
    }
    return dates
        .packed(digits, page)
        .map(date -> DateFolders.exists(date) ? date : addresses.corrected(date));
  }

  private static Optional<List<String>> path(String slug) {
    List<String> segments = Segments.of(slug);
    return segments.isEmpty() ? Optional.empty() : Optional.of(segments);
  }

  private static Optional<Long> id(String value) {
    if (!Ending.digits(value) || value.length() > 18) {
      return Optional.empty();
    }
    long id = Long.parseLong(value);
    return id == 0 ? Optional.empty() : Optional.of(id);
  }
}
