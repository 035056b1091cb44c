package org.quillbox.door.wxr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Problem;

/**
 * Reads a WordPress export (versions 1.0 to 1.2, or none given) as a stream of {@link WxrPart}s: memory does
 * not grow with the file, only with its largest item. One thread, one pass; the last part is followed by
 * an empty answer.
 *
 * <p>Errors: {@link Problem.Invalid} with codes {@code wxr_empty}, {@code wxr_truncated}, {@code wxr_malformed},
 * {@code wxr_encoding}, {@code wxr_not_an_export}, {@code wxr_value_too_large}, and what {@code XmlReader}
 * refuses itself (DOCTYPE, entities, limits); the message names the line and the remedy. What was handed out before stands: who wants nothing written of a
 * broken file reads it once through before (see {@link WxrSurvey}). Source: contract section 27.
 */
public final class WxrReader implements AutoCloseable {
  private final WxrXml xml;
  private final WxrItems items;
  private String title = "";
  private String description = "";
  private String link = "";
  private String baseSiteUrl = "";
  private String baseBlogUrl = "";
  private String language = "";
  private String wxrVersion = "";
  private String generator = "";
  private boolean wordPress;
  private boolean siteTold;
  private boolean waitingItem;
  private boolean done;
  private long ordinal;

  private WxrReader(WxrXml xml) {
    this.xml = xml;
    this.items = new WxrItems(xml);
    this.wordPress = xml.bytes().wordPress();
  }

  /**
   * Opens a file and looks at its beginning; what is no export is refused here already.
   *
   * @param in closed by {@link #close}
   * @param name how messages name the file
   */
  public static WxrReader open(InputStream in, String name) {
    try {
      WxrReader reader = new WxrReader(new WxrXml(in, name));
      reader.enter();
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How far the reader has come.
   *
   * @param bytes of the file, read-ahead included: for a progress bar
   * @param line reached by the parser
   * @param items items handed out or passed over: the place to resume at
   */
  public record Position(long bytes, long line, long items) {}

  public Position position() {
    return new Position(xml.bytes().bytes(), xml.line(), ordinal);
  }

  /**
   * What had to be mended in the bytes.
   *
   * @param removed control characters XML forbids, left out
   * @param replaced lone surrogates, now U+FFFD
   * @param firstLine line of the first, 0 when there was none
   */
  public record Mended(long removed, long replaced, long firstLine) {}

  public Mended mended() {
    WxrBytes bytes = xml.bytes();
    return new Mended(bytes.removed(), bytes.replaced(), bytes.firstMendedLine());
  }

  /** The next part, or empty at the end. */
  public Optional<WxrPart> next() {
    if (waitingItem) {
      waitingItem = false;
      return Optional.of(item());
    }
    while (!done && xml.child()) {
      WxrPart part = channelChild();
      if (part != null) {
        return Optional.of(part);
      }
    }
    done = true;
    return siteTold ? Optional.empty() : Optional.of(site());
  }

  /**
   * Passes over items without keeping them, to resume behind a number that was taken. Authors, terms and
   * the site before them are passed over too.
   *
   * @return how many were there to pass over
   */
  public long skipItems(long count) {
    long skipped = 0;
    while (skipped < count && toItem()) {
      xml.skip();
      ordinal++;
      xml.itemsSeen(ordinal);
      skipped++;
    }
    return skipped;
  }

  @Override
  public void close() {
    try {
      xml.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void enter() {
    if (!xml.child()) {
      throw WxrTrouble.empty();
    }
    if (xml.family() != WxrXml.Family.RSS || !xml.name().equals("rss")) {
      throw WxrTrouble.notAnExport(xml.line(), WxrTrouble.rootIs(xml.name()));
    }
    while (xml.child()) {
      if (xml.name().equals("channel")) {
        return;
      }
      xml.skip();
    }
    throw WxrTrouble.notAnExport(xml.line(), "it has no <channel>.");
  }

  /** Goes into the next item; false at the end. */
  private boolean toItem() {
    while (!waitingItem) {
      if (done || !xml.child()) {
        done = true;
        return false;
      }
      if (siteTold && xml.family() == WxrXml.Family.RSS && xml.name().equals("item")) {
        return true;
      }
      // The first item is left waiting by this, behind the site.
      channelChild();
    }
    waitingItem = false;
    return true;
  }

  private @Nullable WxrPart channelChild() {
    xml.newItem();
    return switch (xml.family()) {
      case RSS -> rssChild();
      case WP -> {
        wordPress = true;
        yield wordPressChild();
      }
      case CONTENT, EXCERPT, DC, OTHER -> {
        xml.skip();
        yield null;
      }
    };
  }

  private @Nullable WxrPart rssChild() {
    switch (xml.name()) {
      case "item" -> {
        if (siteTold) {
          return item();
        }
        waitingItem = true;
        return site();
      }
      case "title" -> title = xml.text();
      case "link" -> link = xml.text().strip();
      case "description" -> description = xml.text();
      case "language" -> language = xml.text().strip();
      case "generator" -> generator = xml.text().strip();
      default -> xml.skip();
    }
    return null;
  }

  private @Nullable WxrPart wordPressChild() {
    switch (xml.name()) {
      case "wxr_version" -> wxrVersion = xml.text().strip();
      case "base_site_url" -> baseSiteUrl = xml.text().strip();
      case "base_blog_url" -> baseBlogUrl = xml.text().strip();
      case "author" -> {
        return author();
      }
      case "category" -> {
        TermFields f =
            term("category_nicename", "category_parent", "cat_name", "category_description");
        return new WxrPart.Category(f.id, f.slug, f.parent, f.name, f.description, f.meta);
      }
      case "tag" -> {
        TermFields f = term("tag_slug", "tag_parent", "tag_name", "tag_description");
        return new WxrPart.Tag(f.id, f.slug, f.name, f.description, f.meta);
      }
      case "term" -> {
        TermFields f = term("term_slug", "term_parent", "term_name", "term_description");
        return new WxrPart.Term(f.id, f.taxonomy, f.slug, f.parent, f.name, f.description, f.meta);
      }
      default -> xml.skip();
    }
    return null;
  }

  private WxrPart.Site site() {
    if (!wordPress) {
      throw WxrTrouble.notAnExport(
          xml.line(),
          "it is an RSS feed, which holds only the latest posts and none of their data.");
    }
    siteTold = true;
    return new WxrPart.Site(
        title, description, link, baseSiteUrl, baseBlogUrl, language, wxrVersion, generator);
  }

  private WxrPart.Item item() {
    WxrPart.Item item = items.read(ordinal + 1);
    ordinal++;
    xml.itemsSeen(ordinal);
    return item;
  }

  private WxrPart.Author author() {
    long id = 0;
    String login = "";
    String email = "";
    String display = "";
    String first = "";
    String last = "";
    while (xml.child()) {
      switch (xml.name()) {
        case "author_id" -> id = WxrItems.number(xml.text());
        case "author_login" -> login = xml.text().strip();
        case "author_email" -> email = xml.text().strip();
        case "author_display_name" -> display = xml.text().strip();
        case "author_first_name" -> first = xml.text().strip();
        case "author_last_name" -> last = xml.text().strip();
        default -> xml.skip();
      }
    }
    return new WxrPart.Author(id, login, email, display, first, last);
  }

  private TermFields term(String slug, String parent, String name, String description) {
    TermFields f = new TermFields();
    while (xml.child()) {
      String here = xml.name();
      if (here.equals(slug)) {
        f.slug = xml.text().strip();
      } else if (here.equals(parent)) {
        f.parent = xml.text().strip();
      } else if (here.equals(name)) {
        f.name = xml.text().strip();
      } else if (here.equals(description)) {
        f.description = xml.text();
      } else if (here.equals("term_id")) {
        f.id = WxrItems.number(xml.text());
      } else if (here.equals("term_taxonomy")) {
        f.taxonomy = xml.text().strip();
      } else if (here.equals("termmeta")) {
        f.meta.add(items.meta());
      } else {
        xml.skip();
      }
    }
    return f;
  }

  private static final class TermFields {
    private long id;
    private String taxonomy = "";
    private String slug = "";
    private String parent = "";
    private String name = "";
    private String description = "";
    private final List<WxrPart.Meta> meta = new ArrayList<>();
  }
}
