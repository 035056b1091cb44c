package org.quillbox.door.reader;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.pages.Pages;
import org.quillbox.base.view.PhpDate;
import org.quillbox.door.theme.AuthorView;
import org.quillbox.door.theme.DateView;
import org.quillbox.door.theme.HeadingView;
import org.quillbox.door.theme.LinkView;
import org.quillbox.door.theme.PictureView;
import org.quillbox.door.theme.PostView;
import org.quillbox.door.theme.TermView;
import org.quillbox.site.content.Bodies;
import org.quillbox.site.content.Body;
import org.quillbox.site.content.BodyHtml;
import org.quillbox.site.content.Catalogue;
import org.quillbox.site.content.Entries;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.MediaFile;
import org.quillbox.site.content.Permalinks;
import org.quillbox.site.content.Scope;
import org.quillbox.site.content.Titles;
import org.quillbox.site.people.People;
import org.quillbox.site.people.Person;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Term;

/** From things of the site to what a theme shows of them. Asks for many at once: a page has few statements. */
final class Views {
  private static final String UPLOADS = "/wp-content/uploads/";

  private final Settings settings;
  private final Entries entries;
  private final Bodies bodies;
  private final Catalogue catalogue;
  private final People people;
  private final Permalinks links;
  private final Pages pages;

  Views(
      Settings settings,
      Entries entries,
      Bodies bodies,
      Catalogue catalogue,
      People people,
      Permalinks links,
      Pages pages) {
    this.settings = settings;
    this.entries = entries;
    this.bodies = bodies;
    this.catalogue = catalogue;
    this.people = people;
    this.links = links;
    this.pages = pages;
  }

  /** How much of a post is wanted. */
  enum Depth {
    /** Title, date, terms: one line of an archive. */
    LINE,
    /** With its picture and excerpt. */
    EXCERPT,
    /** Everything. */
    WHOLE
  }

  /** Posts for a list, in order. */
  List<PostView> posts(Reads reads, List<Entry> all, Depth depth) {
    Map<Long, String> urls = links.of(reads, all);
    Map<Long, List<Term>> terms = entries.terms(reads, all.stream().filter(Entry::isPost).toList());
    Map<Long, AuthorView> authors = authors(reads, all);
    Map<Long, PictureView> pictures =
        depth == Depth.LINE ? Map.of() : pictures(reads, all.stream().map(Entry::id).toList());
    List<PostView> views = new ArrayList<>();
    for (Entry e : all) {
      views.add(
          post(
              reads,
              e,
              urls.getOrDefault(e.id(), "/"),
              terms.getOrDefault(e.id(), List.of()),
              authors.getOrDefault(e.author(), new AuthorView("", "", "", "")),
              Optional.ofNullable(pictures.get(e.id())),
              depth,
              1,
              false));
    }
    return views;
  }

  /** One entry, whole. */
  PostView whole(Reads reads, Entry e, String url, int part, boolean unlocked) {
    Map<Long, List<Term>> terms = entries.terms(reads, List.of(e));
    return post(
        reads,
        e,
        url,
        terms.getOrDefault(e.id(), List.of()),
        authors(reads, List.of(e)).getOrDefault(e.author(), new AuthorView("", "", "", "")),
        Optional.ofNullable(pictures(reads, List.of(e.id())).get(e.id())),
        Depth.WHOLE,
        part,
        unlocked);
  }

  private PostView post(
      Reads reads,
      Entry e,
      String url,
      List<Term> terms,
      AuthorView author,
      Optional<PictureView> picture,
      Depth depth,
      int part,
      boolean unlocked) {
    boolean locked = e.isProtected() && !unlocked;
    String title = title(reads, e);
    Html html = Html.EMPTY;
    String excerpt = "";
    List<HeadingView> headings = List.of();
    List<LinkView> parts = List.of();
    if (!locked && depth != Depth.LINE) {
      BodyHtml body = body(reads, e);
      excerpt = body.excerptText();
      if (depth == Depth.WHOLE) {
        int at = Math.min(part, body.pages().size()) - 1;
        html = body.pages().isEmpty() ? Html.EMPTY : body.pages().get(Math.max(0, at));
        int shown = Math.max(0, at);
        headings =
            body.headings().stream()
                .filter(h -> h.page() == shown && !h.id().isEmpty())
                .map(h -> new HeadingView(h.id(), h.text(), h.level()))
                .toList();
        parts = parts(reads, url, body.pages().size(), part);
      }
    }
    List<TermView> categories = terms(reads, terms, Term.CATEGORY);
    LocalDateTime local =
        e.publishedLocal() == null
            ? LocalDateTime.ofInstant(e.modifiedAt(), settings.zone(reads))
            : e.local();
    return new PostView(
        e.id(),
        e.type(),
        (e.isProtected() ? "Protected: " : "") + (title.isEmpty() ? "Untitled" : title),
        url,
        categories.isEmpty() ? Optional.empty() : Optional.of(categories.getFirst()),
        categories,
        terms(reads, terms, Term.TAG),
        author,
        date(reads, local),
        date(reads, e.modifiedAt()),
        locked ? Optional.empty() : picture,
        html,
        locked ? "This post is protected by a password." : excerpt,
        "",
        headings,
        e.isSticky(),
        locked,
        e.commentsOpen(),
        e.commentCount(),
        classes(e, terms, picture.isPresent()),
        parts);
  }

  /** The rendered body, kept while the entry and what it shows stay as they are. */
  BodyHtml body(Reads reads, Entry e) {
    String name = "body:" + e.id() + ':' + e.version() + ':' + Bodies.RENDERER;
    return pages.fragment(
        reads,
        name,
        inner -> {
          Body body = entries.body(inner, e);
          return bodies.render(inner, e, body);
        },
        BodyHtml::weight);
  }

  private List<LinkView> parts(Reads reads, String url, int count, int part) {
    if (count < 2) {
      return List.of();
    }
    List<LinkView> all = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      all.add(
          new LinkView(
              Integer.toString(n), links.addresses(reads).part(url, n), n == part, List.of()));
    }
    return all;
  }

  String title(Reads reads, Entry e) {
    return Titles.plain(e, settings.language(reads));
  }

  TermView term(Reads reads, Term t, Html description) {
    return new TermView(
        t.id(),
        t.taxonomy(),
        Titles.plain(t.name(), settings.language(reads)),
        t.slug(),
        links.of(reads, t),
        description,
        catalogue.count(reads, new Scope.Term(t.id())));
  }

  private List<TermView> terms(Reads reads, List<Term> all, String taxonomy) {
    List<TermView> views = new ArrayList<>();
    for (Term t : all) {
      if (t.taxonomy().equals(taxonomy)) {
        views.add(
            new TermView(
                t.id(),
                t.taxonomy(),
                Titles.plain(t.name(), settings.language(reads)),
                t.slug(),
                links.of(reads, t),
                Html.EMPTY,
                0));
      }
    }
    return views;
  }

  private Map<Long, AuthorView> authors(Reads reads, Collection<Entry> all) {
    Map<Long, AuthorView> views = new HashMap<>();
    for (Entry e : all) {
      if (!views.containsKey(e.author())) {
        people.find(reads, e.author()).ifPresent(p -> views.put(e.author(), author(reads, p)));
      }
    }
    return views;
  }

  AuthorView author(Reads reads, Person p) {
    boolean hasPosts = catalogue.count(reads, new Scope.Author(p.id())) > 0;
    return new AuthorView(p.displayName(), p.slug(), hasPosts ? links.of(reads, p) : "", p.bio());
  }

  /** Featured pictures of entries, by the id of the entry. */
  private Map<Long, PictureView> pictures(Reads reads, List<Long> ids) {
    Map<Long, Long> chosen = new HashMap<>();
    entries
        .meta(reads, ids, "_thumbnail_id")
        .forEach((entry, id) -> {
          if (id.matches("\\d{1,18}")) {
            chosen.put(entry, Long.parseLong(id));
          }
        });
    if (chosen.isEmpty()) {
      return Map.of();
    }
    List<Entry> visible = entries.list(reads, chosen.values());
    List<Long> shown = visible.stream().map(Entry::id).toList();
    Map<Long, MediaFile> files = entries.media(reads, shown);
    Map<Long, String> alts = entries.meta(reads, shown, "_wp_attachment_image_alt");
    Map<Long, PictureView> views = new HashMap<>();
    chosen.forEach((entry, id) -> {
      MediaFile file = files.get(id);
      // A picture that is not there is no reason to show a hole above a text.
      if (file != null && file.isImage() && file.isPresent()) {
        views.put(entry, picture(file, alts.getOrDefault(id, ""), ""));
      }
    });
    return views;
  }

  PictureView picture(MediaFile file, String alt, String caption) {
    return new PictureView(
        file.isPresent() ? fileUrl(file) : "",
        alt,
        caption,
        file.width(),
        file.height(),
        !file.isPresent());
  }

  static String fileUrl(MediaFile file) {
    StringBuilder out = new StringBuilder(UPLOADS);
    for (String segment : file.file().split("/")) {
      if (out.charAt(out.length() - 1) != '/') {
        out.append('/');
      }
      out.append(
          java.net.URLEncoder.encode(segment, java.nio.charset.StandardCharsets.UTF_8)
              .replace("+", "%20"));
    }
    return out.toString();
  }

  DateView date(Reads reads, Instant at) {
    return date(reads, LocalDateTime.ofInstant(at, settings.zone(reads)));
  }

  DateView date(Reads reads, LocalDateTime local) {
    ZoneId zone = settings.zone(reads);
    Locale locale = settings.locale(reads);
    ZonedDateTime zoned = local.atZone(zone);
    return new DateView(
        PhpDate.format(settings.text(reads, Option.DATE_FORMAT), zoned, locale),
        PhpDate.format(settings.text(reads, Option.TIME_FORMAT), zoned, locale),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned.withNano(0)),
        local.getYear(),
        PhpDate.format("M j", zoned, locale));
  }

  /** WordPress's class names of a post (contract 29). */
  private static String classes(Entry e, List<Term> terms, boolean hasPicture) {
    StringBuilder out = new StringBuilder();
    out.append("post-")
        .append(e.id())
        .append(' ')
        .append(e.type())
        .append(" type-")
        .append(e.type());
    out.append(" status-").append(e.status().wire()).append(" format-").append(e.format());
    if (e.isSticky()) {
      out.append(" sticky");
    }
    out.append(" hentry");
    if (hasPicture) {
      out.append(" has-post-thumbnail");
    }
    if (e.isProtected()) {
      out.append(" post-password-required");
    }
    for (Term t : terms) {
      switch (t.taxonomy()) {
        case Term.CATEGORY -> out.append(" category-").append(t.slug());
        case Term.TAG -> out.append(" tag-").append(t.slug());
        default -> {}
      }
    }
    return out.toString();
  }
}
