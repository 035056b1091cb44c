package org.quillbox.door.wxr;

import java.util.ArrayList;
import java.util.List;
import org.quillbox.base.kernel.Slug;

/** Reads one {@code <item>}; exports of version 1.0 and of other hosts leave fields out, none is required. */
final class WxrItems {
  private final WxrXml xml;

  WxrItems(WxrXml xml) {
    this.xml = xml;
  }

  /** The item whose element was just entered. */
  WxrPart.Item read(long ordinal) {
    xml.newItem();
    Fields f = new Fields();
    f.line = xml.line();
    while (xml.child()) {
      switch (xml.family()) {
        case RSS -> rss(f);
        case WP -> wordPress(f);
        case CONTENT -> {
          if (xml.name().equals("encoded")) {
            f.content = xml.text();
          } else {
            xml.skip();
          }
        }
        case EXCERPT -> {
          if (xml.name().equals("encoded")) {
            f.excerpt = xml.text();
          } else {
            xml.skip();
          }
        }
        case DC -> {
          if (xml.name().equals("creator")) {
            f.creator = xml.text().strip();
          } else {
            xml.skip();
          }
        }
        case OTHER -> xml.skip();
      }
    }
    return f.item(ordinal);
  }

  private void rss(Fields f) {
    switch (xml.name()) {
      case "title" -> f.title = xml.text();
      case "link" -> f.link = xml.text().strip();
      case "guid" -> f.guid = xml.text().strip();
      case "pubDate" -> f.pubDate = xml.text().strip();
      case "category" -> term(f);
      default -> xml.skip();
    }
  }

  private void term(Fields f) {
    String domain = xml.attribute("domain");
    String slug = xml.attribute("nicename");
    String name = xml.text().strip();
    // Version 1.0 says "tag", and writes each term twice: once bare for feed readers, once with its
    // slug.
    domain = domain.equals("tag") ? "post_tag" : domain.isEmpty() ? "category" : domain;
    if (slug.isEmpty()) {
      f.bareTerms.add(new WxrPart.TermRef(domain, Slug.from(name).value(), name));
    } else {
      f.terms.add(new WxrPart.TermRef(domain, slug, name));
    }
  }

  private void wordPress(Fields f) {
    switch (xml.name()) {
      case "post_id" -> f.id = number(xml.text());
      case "post_date" -> f.local = WxrDate.parse(xml.text());
      case "post_date_gmt" -> f.gmt = WxrDate.parse(xml.text());
      case "post_modified" -> f.modifiedLocal = WxrDate.parse(xml.text());
      case "post_modified_gmt" -> f.modifiedGmt = WxrDate.parse(xml.text());
      case "comment_status" -> f.commentsOpen = xml.text().strip().equals("open");
      case "ping_status" -> f.pingsOpen = xml.text().strip().equals("open");
      case "post_name" -> f.slug = xml.text().strip();
      case "status" -> f.status = xml.text().strip();
      case "post_parent" -> f.parent = number(xml.text());
      case "menu_order" -> f.menuOrder = small(xml.text());
      case "post_type" -> f.type = xml.text().strip();
      // Blanks at the ends of a password are part of it.
      case "post_password" -> f.password = xml.text();
      case "is_sticky" -> f.sticky = xml.text().strip().equals("1");
      case "attachment_url" -> f.attachmentUrl = xml.text().strip();
      case "postmeta" -> f.meta.add(meta());
      case "comment" -> f.comments.add(comment());
      default -> xml.skip();
    }
  }

  /** A pair of meta data whose element was just entered. */
  WxrPart.Meta meta() {
    String key = "";
    String value = "";
    while (xml.child()) {
      switch (xml.name()) {
        case "meta_key" -> key = xml.text().strip();
        case "meta_value" -> value = xml.text();
        default -> xml.skip();
      }
    }
    return new WxrPart.Meta(key, value);
  }

  private WxrPart.Comment comment() {
    CommentFields c = new CommentFields();
    while (xml.child()) {
      switch (xml.name()) {
        case "comment_id" -> c.id = number(xml.text());
        case "comment_author" -> c.author = xml.text().strip();
        case "comment_author_email" -> c.email = xml.text().strip();
        case "comment_author_url" -> c.url = xml.text().strip();
        case "comment_author_IP" -> c.ip = xml.text().strip();
        case "comment_date" -> c.local = WxrDate.parse(xml.text());
        case "comment_date_gmt" -> c.gmt = WxrDate.parse(xml.text());
        case "comment_content" -> c.content = xml.text();
        case "comment_approved" -> c.approved = xml.text().strip();
        case "comment_type" -> c.type = xml.text().strip();
        case "comment_parent" -> c.parent = number(xml.text());
        case "comment_user_id" -> c.userId = number(xml.text());
        case "commentmeta" -> c.meta.add(meta());
        default -> xml.skip();
      }
    }
    return new WxrPart.Comment(
        c.id,
        c.author,
        c.email,
        c.url,
        c.ip,
        c.local,
        c.gmt,
        c.content,
        c.approved,
        c.type,
        c.parent,
        c.userId,
        c.meta);
  }

  /** A number, 0 when it is none or negative. */
  static long number(String text) {
    String digits = text.strip();
    if (digits.isEmpty() || digits.length() > 18) {
      return 0;
    }
    try {
      return Math.max(0, Long.parseLong(digits));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static int small(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static final class Fields {
    private long line;
    private long id;
    private String type = "post";
    // An item that does not say what it is shall not be seen.
    private String status = "draft";
    private String slug = "";
    private String title = "";
    private String link = "";
    private String guid = "";
    private String creator = "";
    private String pubDate = "";
    private WxrDate local = WxrDate.NONE;
    private WxrDate gmt = WxrDate.NONE;
    private WxrDate modifiedLocal = WxrDate.NONE;
    private WxrDate modifiedGmt = WxrDate.NONE;
    private String content = "";
    private String excerpt = "";
    private long parent;
    private int menuOrder;
    private String password = "";
    private boolean sticky;
    private boolean commentsOpen;
    private boolean pingsOpen;
    private String attachmentUrl = "";
    private final List<WxrPart.TermRef> terms = new ArrayList<>();
    private final List<WxrPart.TermRef> bareTerms = new ArrayList<>();
    private final List<WxrPart.Meta> meta = new ArrayList<>();
    private final List<WxrPart.Comment> comments = new ArrayList<>();

    private WxrPart.Item item(long ordinal) {
      for (WxrPart.TermRef bare : bareTerms) {
        // The bare form of version 1.0 does not tell a tag from a category.
        boolean said = terms.stream().anyMatch(t -> t.name().equals(bare.name()));
        if (!said && !bare.slug().isEmpty()) {
          terms.add(bare);
        }
      }
      return new WxrPart.Item(
          ordinal,
          line,
          id,
          type,
          status,
          slug,
          title,
          link,
          guid,
          creator,
          pubDate,
          local,
          gmt,
          modifiedLocal,
          modifiedGmt,
          content,
          excerpt,
          parent,
          menuOrder,
          password,
          sticky,
          commentsOpen,
          pingsOpen,
          attachmentUrl,
          terms,
          meta,
          comments);
    }
  }

  private static final class CommentFields {
    private long id;
    private String author = "";
    private String email = "";
    private String url = "";
    private String ip = "";
    private WxrDate local = WxrDate.NONE;
    private WxrDate gmt = WxrDate.NONE;
    private String content = "";
    private String approved = "0";
    private String type = "";
    private long parent;
    private long userId;
    private final List<WxrPart.Meta> meta = new ArrayList<>();
  }
}
