package org.quillbox.site.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an address asks of a thing after naming it: a page of it, its feed, its frame.
 *
 * @param number of the page; 1 where none is asked
 */
record Ending(Kind kind, int number, FeedFormat format) {
  enum Kind {
    /** The thing itself. */
    NONE,
    /** {@code /2/}: part of a post or page in several parts. */
    NUMBER,
    /** {@code /page/2/}: page of a list. */
    PAGE,
    /** {@code /comment-page-2/}. */
    COMMENTS,
    /** {@code /feed/}, {@code /feed/atom/}, {@code /atom/}. */
    FEED,
    /** {@code /embed/}. */
    EMBED,
    /** {@code /trackback/}. */
    TRACKBACK
  }

  /** An address cut in two: the segments that name the thing, and the ending. */
  record Split(List<String> core, Ending ending) {}

  static final Ending NONE = new Ending(Kind.NONE, 1, FeedFormat.RSS2);
  private static final String COMMENT_PAGE = "comment-page-";

  static Ending of(Kind kind, int number) {
    return new Ending(kind, number, FeedFormat.RSS2);
  }

  static Ending feed(FeedFormat format) {
    return new Ending(Kind.FEED, 1, format);
  }

  /** Page of a list or part of a post. */
  int page() {
    return kind == Kind.NUMBER || kind == Kind.PAGE ? number : 1;
  }

  /** Page of the comments; 0 where none is asked. */
  int comments() {
    return kind == Kind.COMMENTS ? number : 0;
  }

  /**
   * All ways to cut an address, the one that leaves the least for the name first.
   *
   * @param asked what the query asks, for the address taken whole
   */
  static List<Split> splits(List<String> segments, Ending asked) {
    List<Split> out = new ArrayList<>();
    int n = segments.size();
    if (n > 0) {
      String last = segments.get(n - 1);
      String before = n > 1 ? segments.get(n - 2) : "";
      Optional<FeedFormat> format = FeedFormat.of(last);
      if (before.equals("feed")) {
        format.ifPresent(f -> out.add(new Split(segments.subList(0, n - 2), feed(f))));
      }
      format.ifPresent(f -> out.add(new Split(segments.subList(0, n - 1), feed(f))));
      Optional<Integer> number = number(last);
      if (before.equals("page")) {
        number.ifPresent(i -> out.add(new Split(segments.subList(0, n - 2), of(Kind.PAGE, i))));
      }
      number.ifPresent(i -> out.add(new Split(segments.subList(0, n - 1), of(Kind.NUMBER, i))));
      if (last.startsWith(COMMENT_PAGE)) {
        number(last.substring(COMMENT_PAGE.length()))
            .ifPresent(i -> out.add(new Split(segments.subList(0, n - 1), of(Kind.COMMENTS, i))));
      }
      if (last.equals("embed")) {
        out.add(new Split(segments.subList(0, n - 1), of(Kind.EMBED, 1)));
      }
      if (last.equals("trackback")) {
        out.add(new Split(segments.subList(0, n - 1), of(Kind.TRACKBACK, 1)));
      }
    }
    out.add(new Split(segments, asked));
    return out;
  }

  /** A page number as people and programs write it; 0 counts as the first page. */
  static Optional<Integer> number(String text) {
    if (text.isEmpty() || text.length() > 9 || !digits(text)) {
      return Optional.empty();
    }
    return Optional.of(Math.max(1, Integer.parseInt(text)));
  }

  /** Whether a text is made of ASCII digits only. */
  static boolean digits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
