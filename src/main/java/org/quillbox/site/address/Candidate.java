package org.quillbox.site.address;

import java.util.List;

/**
 * One thing an address may mean. {@link Addresses#candidates} gives them in the order they are to be tried;
 * the first that exists is meant. Slugs are decoded and in lower case: compare them by the folded key.
 *
 * <p>A candidate whose {@code page} is above 1 exists when the thing has that many pages. When no candidate
 * exists, the first post or page that would exist without its page number answers with a redirect to its
 * first page. A thing found is answered at its own address only: where {@link Addresses#same} says that the
 * asked address is another one, the answer is a permanent redirect.
 */
public sealed interface Candidate {
  /** The front page: the latest posts, or the page chosen as front page. */
  record Home(int page) implements Candidate {}

  /**
   * A post by its slug.
   *
   * @param parts must be true of the post
   * @param page of a post in several pages, from 1
   * @param comments page of its comments, 0 for the one shown by default
   */
  record PostBySlug(String slug, PostParts parts, int page, int comments) implements Candidate {}

  /** A post by its number, from a structure with {@code %post_id%}. */
  record PostById(long id, PostParts parts, int page, int comments) implements Candidate {}

  /** Any entry by its number: {@code ?p=}, {@code ?page_id=}, {@code ?attachment_id=}. */
  record EntryById(long id, int page, int comments) implements Candidate {}

  /** A page by the slugs of its parents and its own. */
  record PageByPath(List<String> slugs, int page, int comments) implements Candidate {
    public PageByPath {
      slugs = List.copyOf(slugs);
    }
  }

  /**
   * An attachment.
   *
   * @param under the path of the entry it stands under; empty for one at the root
   */
  record AttachmentBySlug(String slug, List<String> under, int comments) implements Candidate {
    public AttachmentBySlug {
      under = List.copyOf(under);
    }
  }

  /** An entry of another type, whose addresses start with the type's name. */
  record TypedBySlug(String type, String slug, int page, int comments) implements Candidate {}

  /** The archive of a term, by the slugs of its parents and its own. */
  record TermByPath(String taxonomy, List<String> slugs, int page) implements Candidate {
    public TermByPath {
      slugs = List.copyOf(slugs);
    }
  }

  /** The archive of a term by number: {@code ?cat=}, {@code ?tag_id=}. */
  record TermById(String taxonomy, long id, int page) implements Candidate {}

  /** The archive of an author by public slug. */
  record AuthorBySlug(String slug, int page) implements Candidate {}

  /** The archive of an author by number: {@code ?author=}. */
  record AuthorById(long id, int page) implements Candidate {}

  /** The archive of a year, month or day; {@code month} and {@code day} are 0 where none is said. */
  record Date(int year, int month, int day, int page) implements Candidate {}

  /** What a reader searched for, as typed; exists always, also without hits. */
  record Search(String words, int page) implements Candidate {}

  /** The comments of the whole site; only ever inside {@link Feed}. */
  record AllComments() implements Candidate {}

  /** The feed of a list; of a post, page or attachment: of its comments. */
  record Feed(Candidate of, FeedFormat format) implements Candidate {}

  /** The small form of a post or page that other sites put in a frame. */
  record Embed(Candidate of) implements Candidate {}

  /**
   * A redirect that needs no look-up; exists always.
   *
   * @param path a path of this site, with its query
   * @param permanent 301, otherwise 302
   */
  record RedirectTo(String path, boolean permanent) implements Candidate {}

  /**
   * Nothing is there, but a redirect may be: to the entry that had this slug once, has it now elsewhere, or
   * is the only one whose slug begins with it.
   *
   * @param parts what the address says of the date: narrows the slugs that begin with this one; one that is
   *     this one, now or formerly, is meant whatever its date
   */
  record Guess(String slug, PostParts parts) implements Candidate {}
}
