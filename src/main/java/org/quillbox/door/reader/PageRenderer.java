package org.quillbox.door.reader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.kernel.Slice;
import org.quillbox.base.pages.Page;
import org.quillbox.door.theme.AttachmentView;
import org.quillbox.door.theme.HeadView;
import org.quillbox.door.theme.LinkView;
import org.quillbox.door.theme.PageAssembler;
import org.quillbox.door.theme.PictureView;
import org.quillbox.door.theme.PostView;
import org.quillbox.door.theme.SiteView;
import org.quillbox.site.content.Catalogue;
import org.quillbox.site.content.Entries;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.EntryType;
import org.quillbox.site.content.MediaFile;
import org.quillbox.site.content.Permalinks;
import org.quillbox.site.content.Scope;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;

/** Renders what an address turned out to be, for one kind of page each. */
final class PageRenderer {
  private static final String HTML = "text/html; charset=utf-8";
  private static final int SUGGESTIONS = 5;

  private final Settings settings;
  private final Entries entries;
  private final Catalogue catalogue;
  private final Permalinks links;
  private final Views views;
  private final Threads threads;
  private final Archives archives;
  private final SiteViews sites;
  private final PageAssembler assembler;

  PageRenderer(
      Settings settings,
      Entries entries,
      Catalogue catalogue,
      Permalinks links,
      Views views,
      Threads threads,
      Archives archives,
      SiteViews sites,
      PageAssembler assembler) {
    this.settings = settings;
    this.entries = entries;
    this.catalogue = catalogue;
    this.links = links;
    this.views = views;
    this.threads = threads;
    this.archives = archives;
    this.sites = sites;
    this.assembler = assembler;
  }

  /**
   * A page of HTML.
   *
   * @param unlocked whether the reader has given the password of a protected entry
   */
  Page page(Reads reads, Route route, String path, boolean unlocked) {
    return switch (route) {
      case Route.Home home -> home(reads, home);
      case Route.Single(Entry e, int part, String address) ->
          single(reads, e, part, address, unlocked);
      case Route.PageAt(Entry e, int part, String address) ->
          pageAt(reads, e, part, address, unlocked);
      case Route.Attachment(Entry e, String address) -> attachment(reads, e, address);
      case Route.TermArchive _, Route.AuthorArchive _, Route.DateArchive _, Route.Search _ ->
          archive(reads, route);
      case Route.Redirect(String to, boolean permanent) ->
          new Page(
              permanent ? 301 : 302, HTML, List.of(new Page.Header("Location", to)), new byte[0]);
      case Route.Missing _ -> missing(reads, path);
      case Route.Feed _ -> throw new IllegalArgumentException("a feed is no page");
    };
  }

  private Page home(Reads reads, Route.Home home) {
    int size = settings.number(reads, Option.POSTS_PER_PAGE);
    Slice<Long> slice = catalogue.posts(reads, new Scope.All(), home.page(), size);
    Set<Long> ids = new LinkedHashSet<>();
    if (home.page() == 1) {
      ids.addAll(catalogue.posts(reads, new Scope.Sticky(), 1, size).items());
    }
    ids.addAll(slice.items());
    List<PostView> posts = views.posts(reads, entries.list(reads, ids), Views.Depth.EXCERPT);
    SiteView site = sites.site(reads, home.address());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("posts", posts);
    model.put("pager", archives.pager(reads, slice, base(home)));
    String title = site.tagline().isEmpty() ? site.title() : site.title() + " – " + site.tagline();
    return answer(
        200,
        "home.vm",
        site,
        head(
            reads,
            home.page() > 1 ? site.title() + " – Page " + home.page() : title,
            site.tagline(),
            "home blog" + (home.page() > 1 ? " paged paged-" + home.page() : ""),
            List.of(),
            slice,
            base(home)),
        model,
        styles(reads, List.of()));
  }

  private static String base(Route.Home home) {
    return home.address().replaceFirst("page/\\d+/?$", "").replaceFirst("[?&]paged=\\d+$", "");
  }

  private Page single(Reads reads, Entry e, int part, String address, boolean unlocked) {
    String own = links.of(reads, e);
    PostView post = views.whole(reads, e, own, part, unlocked);
    SiteView site = sites.site(reads, address);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("post", post);
    model.put("comments", post.isLocked() ? List.of() : threads.of(reads, e));
    model.put(
        "older",
        e.isPost() ? neighbour(reads, catalogue.before(reads, e)) : Optional.<LinkView>empty());
    model.put(
        "newer",
        e.isPost() ? neighbour(reads, catalogue.after(reads, e)) : Optional.<LinkView>empty());
    return answer(
        200,
        "single.vm",
        site,
        head(
            reads,
            post.title() + " – " + site.title(),
            post.isLocked() ? "" : post.excerpt(),
            "single single-" + e.type() + " postid-" + e.id() + " single-format-" + e.format(),
            List.of(LinkView.to(post.title() + " Comments Feed", links.addresses(reads).feed(own))),
            null,
            ""),
        model,
        post.isLocked() ? Map.of() : styles(reads, List.of(e)));
  }

  private Optional<LinkView> neighbour(Reads reads, OptionalLong id) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return entries
        .find(reads, id.getAsLong())
        .map(e -> LinkView.to(views.title(reads, e), links.of(reads, e)));
  }

  private Page pageAt(Reads reads, Entry e, int part, String address, boolean unlocked) {
    PostView post = views.whole(reads, e, links.of(reads, e), part, unlocked);
    SiteView site = sites.site(reads, address);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("post", post);
    model.put("tree", sites.tree(reads, e));
    model.put("comments", post.isLocked() ? List.of() : threads.of(reads, e));
    boolean front = links.isFront(reads, e);
    return answer(
        200,
        "page.vm",
        site,
        head(
            reads,
            front ? site.title() : post.title() + " – " + site.title(),
            post.isLocked() ? "" : post.excerpt(),
            (front ? "home " : "") + "page page-id-" + e.id() + " page-template-default",
            List.of(),
            null,
            ""),
        model,
        post.isLocked() ? Map.of() : styles(reads, List.of(e)));
  }

  private Page attachment(Reads reads, Entry e, String address) {
    MediaFile file =
        entries
            .media(reads, List.of(e.id()))
            .getOrDefault(e.id(), new MediaFile(e.id(), "", "", 0, 0, 0, false, ""));
    String alt =
        entries.meta(reads, List.of(e.id()), "_wp_attachment_image_alt").getOrDefault(e.id(), "");
    String title = views.title(reads, e);
    PictureView picture = views.picture(file, alt.isEmpty() ? title : alt, "");
    String name = file.file().substring(file.file().lastIndexOf('/') + 1);
    Html caption = Html.text(views.body(reads, e).excerptText());
    List<Html> body = views.body(reads, e).pages();
    Optional<LinkView> parent =
        e.parent() == 0
            ? Optional.empty()
            : entries
                .find(reads, e.parent())
                .map(p -> LinkView.to(views.title(reads, p), links.of(reads, p)));
    AttachmentView view =
        new AttachmentView(
            title.isEmpty() ? name : title,
            address,
            kind(file.mime()),
            file.isPresent() ? Views.fileUrl(file) : "",
            name,
            file.mime(),
            picture,
            !file.isPresent(),
            caption,
            body.isEmpty() ? Html.EMPTY : body.getFirst(),
            views.date(reads, e.publishedAt() == null ? e.modifiedAt() : e.publishedAt()),
            parent);
    SiteView site = sites.site(reads, address);
    return answer(
        200,
        "attachment.vm",
        site,
        head(
            reads,
            view.title() + " – " + site.title(),
            "",
            "attachment attachment-template-default single single-attachment postid-"
                + e.id()
                + " attachmentid-"
                + e.id(),
            List.of(),
            null,
            ""),
        Map.of("file", view),
        styles(reads, List.of(e)));
  }

  private static String kind(String mime) {
    int slash = mime.indexOf('/');
    String first = slash < 0 ? "" : mime.substring(0, slash);
    return Set.of("image", "audio", "video").contains(first) ? first : "file";
  }

  private Page archive(Reads reads, Route route) {
    Archives.Built built = archives.archive(reads, route);
    SiteView site = sites.site(reads, route.place());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("archive", built.view());
    model.put("words", route instanceof Route.Search s ? s.words() : "");
    List<LinkView> feeds =
        route instanceof Route.Search
            ? List.of()
            : List.of(LinkView.to(built.view().title() + " Feed", built.view().feedUrl()));
    return answer(
        200,
        built.view().kind() + ".vm",
        site,
        head(
            reads,
            built.heading() + " – " + site.title(),
            "",
            built.bodyClass(),
            feeds,
            built.slice(),
            built.base()),
        model,
        Map.of());
  }

  /** Nothing is there: what begins alike may be meant. */
  Page missing(Reads reads, String path) {
    String bare =
        path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
    String last = bare.substring(bare.lastIndexOf('/') + 1);
    String prefix = last.length() > 3 ? last.substring(0, 3) : last;
    reads.saw(Key.Name.of(last));
    List<Entry> near = new ArrayList<>();
    if (prefix.matches("[\\p{L}\\p{N}_-]{2,3}")) {
      for (String type : List.of(EntryType.POST, EntryType.PAGE)) {
        for (Entry e :
            entries.beginning(
                reads, type, prefix.toLowerCase(java.util.Locale.ROOT), SUGGESTIONS)) {
          if (near.size() < SUGGESTIONS) {
            near.add(e);
          }
        }
      }
    }
    SiteView site = sites.site(reads, "");
    return answer(
        404,
        "404.vm",
        site,
        head(reads, "Page not found – " + site.title(), "", "error404", List.of(), null, ""),
        Map.of("suggestions", views.posts(reads, near, Views.Depth.LINE), "path", path),
        Map.of());
  }

  /** What was a style attribute in the texts that are shown whole. */
  private Map<String, String> styles(Reads reads, List<Entry> shown) {
    Map<String, String> rules = new LinkedHashMap<>();
    for (Entry e : shown) {
      rules.putAll(views.body(reads, e).styleRules());
    }
    return rules;
  }

  private HeadView head(
      Reads reads,
      String title,
      String description,
      String bodyClass,
      List<LinkView> feeds,
      @Nullable Slice<?> list,
      String base) {
    List<LinkView> all = new ArrayList<>();
    String name = settings.text(reads, Option.BLOGNAME);
    all.add(LinkView.to(name + " Feed", links.addresses(reads).feed("/")));
    all.addAll(feeds);
    String robots =
        settings.isOn(reads, Option.BLOG_PUBLIC) ? "max-image-preview:large" : "noindex, nofollow";
    String newer =
        list != null && list.page() > 1 ? links.addresses(reads).paged(base, list.page() - 1) : "";
    String older =
        list != null && list.hasNext() ? links.addresses(reads).paged(base, list.page() + 1) : "";
    String clipped = description.length() > 200 ? description.substring(0, 200) : description;
    return new HeadView(title, clipped, robots, all, bodyClass, newer, older);
  }

  private Page answer(
      int status,
      String template,
      SiteView site,
      HeadView head,
      Map<String, ?> model,
      Map<String, String> rules) {
    PageAssembler.Assembled made = assembler.page(template, site, head, model, rules);
    return new Page(
        status,
        HTML,
        List.of(new Page.Header("Content-Security-Policy", made.policy())),
        made.html().getBytes(StandardCharsets.UTF_8));
  }
}
