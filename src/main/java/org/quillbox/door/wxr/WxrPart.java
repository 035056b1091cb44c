package org.quillbox.door.wxr;

import java.util.List;
import java.util.Optional;

/**
 * One thing an export tells, in the order of the file: authors, categories, tags and terms, then {@link
 * Site} once, then the items. Texts are as the file has them (not trimmed, not sanitised); numbers that are
 * none are 0; what is not there is empty.
 */
public sealed interface WxrPart {

  /**
   * The site the file came from. It arrives just before the first item, because WordPress writes the
   * generator behind the terms.
   *
   * @param baseSiteUrl address of the network, or of the site when it stands alone
   * @param baseBlogUrl address of the site itself
   * @param wxrVersion "1.0", "1.1", "1.2" or empty
   */
  record Site(
      String title,
      String description,
      String link,
      String baseSiteUrl,
      String baseBlogUrl,
      String language,
      String wxrVersion,
      String generator)
      implements WxrPart {}

  /** Somebody who wrote there. WXR never carries roles or passwords. */
  record Author(
      long id, String login, String email, String displayName, String firstName, String lastName)
      implements WxrPart {}

  /**
   * A category.
   *
   * @param parent slug of the parent, or empty
   */
  record Category(
      long id, String slug, String parent, String name, String description, List<Meta> meta)
      implements WxrPart {
    public Category {
      meta = List.copyOf(meta);
    }
  }

  /** A tag. */
  record Tag(long id, String slug, String name, String description, List<Meta> meta)
      implements WxrPart {
    public Tag {
      meta = List.copyOf(meta);
    }
  }

  /**
   * A term of any other taxonomy; menus are terms of {@code nav_menu}.
   *
   * @param parent slug of the parent, or empty
   */
  record Term(
      long id,
      String taxonomy,
      String slug,
      String parent,
      String name,
      String description,
      List<Meta> meta)
      implements WxrPart {
    public Term {
      meta = List.copyOf(meta);
    }
  }

  /**
   * An entry of any type with everything that hangs on it.
   *
   * @param ordinal 1 for the first item of the file: the place to resume at
   * @param line line of the file where it starts
   * @param id the old number, 0 when the file has none
   * @param creator login of the author, as written
   * @param pubDate the feed's date, RFC 1123; only of use when both dates are missing
   * @param parent old number of the parent, 0 for none
   */
  record Item(
      long ordinal,
      long line,
      long id,
      String type,
      String status,
      String slug,
      String title,
      String link,
      String guid,
      String creator,
      String pubDate,
      WxrDate local,
      WxrDate gmt,
      WxrDate modifiedLocal,
      WxrDate modifiedGmt,
      String content,
      String excerpt,
      long parent,
      int menuOrder,
      String password,
      boolean sticky,
      boolean commentsOpen,
      boolean pingsOpen,
      String attachmentUrl,
      List<TermRef> terms,
      List<Meta> meta,
      List<Comment> comments)
      implements WxrPart {
    public Item {
      terms = List.copyOf(terms);
      meta = List.copyOf(meta);
      comments = List.copyOf(comments);
    }

    /** First value of a meta key. */
    public Optional<String> metaValue(String key) {
      for (Meta m : meta) {
        if (m.key().equals(key)) {
          return Optional.of(m.value());
        }
      }
      return Optional.empty();
    }

    /** What makes two items the same thing: old number, guid, slug and date (contract 27). */
    public String identity() {
      // A separator that cannot stand in any of them: the byte sieve removes control characters.
      return id + "\u0001" + guid + "\u0001" + slug + "\u0001" + local.raw();
    }
  }

  /**
   * A term an item carries; the file need not declare it.
   *
   * @param domain taxonomy
   */
  record TermRef(String domain, String slug, String name) {}

  /** One row of meta data; values may be serialised PHP and stay text. */
  record Meta(String key, String value) {}

  /**
   * A comment, pingback or trackback.
   *
   * @param approved "1", "0", "spam", "trash", "post-trashed"
   * @param type empty means comment
   * @param parent old number of the comment it answers, 0 for none
   * @param userId old number of the signed-in author, 0 for a guest
   */
  record Comment(
      long id,
      String author,
      String email,
      String url,
      String ip,
      WxrDate local,
      WxrDate gmt,
      String content,
      String approved,
      String type,
      long parent,
      long userId,
      List<Meta> meta) {
    public Comment {
      meta = List.copyOf(meta);
    }
  }
}
