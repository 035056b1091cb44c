package org.quillbox.site.address;

import java.util.ArrayList;
import java.util.List;

/** Candidates in the short form of the tables. */
final class CandidateText {
  private CandidateText() {}

  static String of(Candidate candidate) {
    return switch (candidate) {
      case Candidate.Home c -> "home" + page(c.page());
      case Candidate.PostBySlug c ->
          "post " + c.slug() + parts(c.parts()) + page(c.page()) + comments(c.comments());
      case Candidate.PostById c ->
          "post #" + c.id() + parts(c.parts()) + page(c.page()) + comments(c.comments());
      case Candidate.EntryById c -> "entry #" + c.id() + page(c.page()) + comments(c.comments());
      case Candidate.PageByPath c ->
          "page " + String.join("/", c.slugs()) + page(c.page()) + comments(c.comments());
      case Candidate.AttachmentBySlug c ->
          "attachment "
              + c.slug()
              + (c.under().isEmpty() ? "" : " under " + String.join("/", c.under()))
              + comments(c.comments());
      case Candidate.TypedBySlug c ->
          c.type() + "? " + c.slug() + page(c.page()) + comments(c.comments());
      case Candidate.TermByPath c ->
          "term " + c.taxonomy() + ":" + String.join("/", c.slugs()) + page(c.page());
      case Candidate.TermById c -> "term " + c.taxonomy() + "#" + c.id() + page(c.page());
      case Candidate.AuthorBySlug c -> "author " + c.slug() + page(c.page());
      case Candidate.AuthorById c -> "author #" + c.id() + page(c.page());
      case Candidate.Date c ->
          "date "
              + c.year()
              + (c.month() > 0 ? "-" + c.month() : "")
              + (c.day() > 0 ? "-" + c.day() : "")
              + page(c.page());
      case Candidate.Search c -> "search <" + c.words() + ">" + page(c.page());
      case Candidate.AllComments c -> "all comments";
      case Candidate.Feed c -> c.format().word() + " of " + of(c.of());
      case Candidate.Embed c -> "embed of " + of(c.of());
      case Candidate.RedirectTo c -> (c.permanent() ? "301 " : "302 ") + c.path();
      case Candidate.Guess c -> "guess " + c.slug() + parts(c.parts());
    };
  }

  private static String page(int page) {
    return page == 1 ? "" : " p" + page;
  }

  private static String comments(int page) {
    return page == 0 ? "" : " c" + page;
  }

  private static String parts(PostParts parts) {
    List<String> numbers = new ArrayList<>();
    for (int n :
        new int[] {
          parts.year(), parts.month(), parts.day(), parts.hour(), parts.minute(), parts.second()
        }) {
      if (n >= 0) {
        numbers.add(Integer.toString(n));
      }
    }
    return (numbers.isEmpty() ? "" : " of " + String.join("-", numbers))
        + (parts.category().isEmpty() ? "" : " in " + String.join("/", parts.category()))
        + (parts.author().isEmpty() ? "" : " by " + parts.author());
  }
}
