package org.quillbox.site.address;

import static org.quillbox.site.address.Ending.Kind.COMMENTS;
import static org.quillbox.site.address.Ending.Kind.EMBED;
import static org.quillbox.site.address.Ending.Kind.FEED;
import static org.quillbox.site.address.Ending.Kind.NONE;
import static org.quillbox.site.address.Ending.Kind.NUMBER;
import static org.quillbox.site.address.Ending.Kind.PAGE;
import static org.quillbox.site.address.Ending.Kind.TRACKBACK;

import java.util.Set;

/**
 * The ambiguity table: every way to read a path, in the order they are tried, each with the endings it
 * takes. The rule behind the order: an address of its own kind (search, a base) first, then what the owner
 * made and named (page, post), then parts of it, then what follows from it (dates, folders), then
 * redirects. One row of {@code ambiguity.tsv} in the tests for each.
 */
enum Reading {
  /** {@code /page/2/}, {@code /feed/}. */
  FRONT(NONE, PAGE, FEED, EMBED),
  /** {@code /comments/feed/}, though a post may be called Comments. */
  ALL_COMMENTS(FEED),
  /** {@code /search/words/}. */
  SEARCH(NONE, PAGE, FEED),
  /** {@code /category/a/b/}, {@code /tag/x/}, {@code /type/aside/}. */
  TERM(NONE, PAGE, FEED, EMBED),
  /** {@code /author/name/}. */
  AUTHOR(NONE, PAGE, FEED, EMBED),
  /** {@code /2026/11/slug/attachment/picture/}: said outright, so before a post in a category of that name. */
  NAMED_ATTACHMENT(NONE, FEED, EMBED, COMMENTS),
  /** A page before a post of the same name, where both stand at the root. */
  PAGE_AT_SHARED_ROOT(NONE, FEED, EMBED, COMMENTS),
  /** A post, also where its slug is a number that could be a month or a day. */
  POST(NONE, FEED, EMBED, COMMENTS),
  /** A page, where posts cannot look like one. */
  PAGE_BELOW_POSTS(NONE, FEED, EMBED, COMMENTS),
  /** {@code /about/2/}: part of a page, after a child page called 2. */
  PART_OF_PAGE(NUMBER, PAGE),
  /** {@code /2026/2/} where posts stand at the root: the second part of the post 2026, if it has one. */
  PART_OF_POST(NUMBER, PAGE),
  /** {@code /2026/}, {@code /2026/2/}: after the post or page that has this address. */
  DATE(NONE, PAGE, FEED),
  /** {@code /2026/11/slug/picture/}, {@code /page/picture/}, {@code /picture/}. */
  ATTACHMENT(NONE, FEED, EMBED, COMMENTS),
  /** {@code /news/} where posts stand in the folder of their category. */
  FOLDER_OF_CATEGORY(NONE, PAGE, FEED),
  /** {@code /jane/} where posts stand in the folder of their author. */
  FOLDER_OF_AUTHOR(NONE, PAGE, FEED),
  /** {@code /product/slug/}: an entry of a type the site brought along. */
  OTHER_TYPE(NONE, NUMBER, PAGE, FEED, EMBED, COMMENTS),
  /** {@code /genre/rock/}: a term of a taxonomy the site brought along. */
  OTHER_TERM(NONE, PAGE, FEED),
  /** {@code /2026/13/}: there is no such month, so the year. */
  CORRECTED_DATE(NONE, PAGE, FEED),
  /** {@code /slug/trackback/}: to the post. */
  WITHOUT_TRACKBACK(TRACKBACK),
  /** {@code /login}: to where it is. */
  DOOR(NONE),
  /** An old slug, a slug without its folders, the beginning of a slug. */
  GUESS(NONE, NUMBER, FEED, EMBED, COMMENTS);

  // Never handed out and never changed; the JDK has no set of constants that says so by its type.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Ending.Kind> endings;

  Reading(Ending.Kind... endings) {
    this.endings = Set.of(endings);
  }

  boolean takes(Ending.Kind ending) {
    return endings.contains(ending);
  }

  /** Whether an address read so cannot be a misspelled entry: then nothing is guessed. */
  boolean isCertain() {
    return switch (this) {
      case FRONT, ALL_COMMENTS, SEARCH, TERM, AUTHOR, NAMED_ATTACHMENT, DATE, CORRECTED_DATE ->
          true;
      case PAGE_AT_SHARED_ROOT,
          POST,
          PAGE_BELOW_POSTS,
          PART_OF_PAGE,
          PART_OF_POST,
          ATTACHMENT,
          FOLDER_OF_CATEGORY,
          FOLDER_OF_AUTHOR,
          OTHER_TYPE,
          OTHER_TERM,
          WITHOUT_TRACKBACK,
          DOOR,
          GUESS ->
          false;
    };
  }
}
