package org.quillbox.door.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quillbox.base.kernel.Html;

/** A small site of our own, page by page, as the readers' door would give it to a theme. */
final class SamplePages {
  /** One page: template, head and model. */
  record Sample(String template, HeadView head, Map<String, Object> model) {}

  static final String PICTURE = "/wp-content/uploads/2026/11/slipway.png";

  private SamplePages() {}

  static SiteView site() {
    return new SiteView(
        "Tide Tables",
        "Notes from a harbor town, one tide at a time.",
        "/",
        "en-US",
        "ltr",
        "rubric",
        "/feed/",
        "/",
        List.of(
            LinkView.to("Notes", "/category/notes/"),
            new LinkView(
                "About", "/about/", false, List.of(LinkView.to("The house", "/about/the-house/"))),
            LinkView.to("Elsewhere", "https://tides.example/")));
  }

  /** The same site in a language that is written from right to left. */
  static SiteView rightToLeft() {
    SiteView s = site();
    return new SiteView(
        "جداول المد",
        "ملاحظات من مدينة ساحلية",
        "/",
        "ar",
        "rtl",
        "verdigris",
        "/feed/",
        "/",
        s.nav());
  }

  static DateView date(String text, String machine, int year, String shortText) {
    return new DateView(text, "9:12 am", machine, year, shortText);
  }

  static TermView term(String name, String slug) {
    return new TermView(4, "category", name, slug, "/category/" + slug + "/", Html.EMPTY, 12);
  }

  static PostView post(String title, String slug, String excerpt, Html body, int comments) {
    return new PostView(
        12,
        "post",
        title,
        "/2026/11/" + slug + "/",
        Optional.of(term("Boats & Ropes", "boats")),
        List.of(term("Boats & Ropes", "boats")),
        List.of(
            new TermView(7, "post_tag", "Harbor", "harbor", "/tag/harbor/", Html.EMPTY, 3),
            new TermView(8, "post_tag", "Opinion", "opinion", "/tag/opinion/", Html.EMPTY, 3),
            new TermView(9, "post_tag", "Tides & Weather", "tides", "/tag/tides/", Html.EMPTY, 3)),
        new AuthorView("Ada Kern", "ada-kern", "/author/ada-kern/", ""),
        date("November 24, 2026", "2026-11-24T08:00:00+01:00", 2026, "Nov 24"),
        date("November 25, 2026", "2026-11-25T08:00:00+01:00", 2026, "Nov 25"),
        Optional.empty(),
        body,
        excerpt,
        "",
        List.of(),
        false,
        false,
        true,
        comments,
        "post-12 post type-post status-publish format-standard hentry category-boats tag-harbor",
        List.of());
  }

  private static PostView with(
      PostView p, Optional<PictureView> picture, boolean locked, List<LinkView> parts) {
    return new PostView(
        p.id(),
        p.type(),
        p.title(),
        p.url(),
        p.kicker(),
        p.categories(),
        p.tags(),
        p.author(),
        p.date(),
        p.modified(),
        picture,
        locked ? Html.EMPTY : p.body(),
        locked ? "" : p.excerpt(),
        p.more(),
        p.headings(),
        p.isSticky(),
        locked,
        p.commentsOpen(),
        p.commentCount(),
        p.classes(),
        parts);
  }

  static List<PostView> posts() {
    PostView slip =
        post(
            "Who Owns the Slipway?",
            "who-owns-the-slipway",
            "The slipway is older than the town and wider than its budget. Somebody has to say what it is for.",
            Html.EMPTY,
            3);
    PostView pictured =
        with(
            post(
                "A Box by the Window",
                "a-box-by-the-window",
                "It draws four watts and keeps eleven years of notes. This is what it sees.",
                Html.EMPTY,
                0),
            Optional.of(new PictureView(PICTURE, "The slipway at low water", "", 960, 540, false)),
            false,
            List.of());
    return List.of(
        slip,
        pictured,
        post("Untitled", "untitled", "", Html.EMPTY, 1),
        post(
            "Ropes, and What They Are Called When Nobody Is Listening: a Glossary With Several Corrections",
            "ropes",
            "Forty-one words for one thing, collected on the quay.",
            Html.EMPTY,
            27));
  }

  static Html essay() {
    return new Html(
        """
        <p>The slipway is usually described as a road into the water. It is better understood as an argument.</p>
        <p>Every spring the council measures it, and every spring it is a hand’s breadth narrower on the seaward side. The ropes know this before the council does; they come up green from a place that used to be dry.</p>
        <p>I have kept the measurements since 2009, in pencil, on the inside of a cupboard door.</p>
        <h2 class="wp-block-heading" id="what-it-is-for">What it is for</h2>
        <p>A slipway has one purpose and four users: the lifeboat, the sailing school, two men with a crab boat, and the sea. Only the last of these has never missed a day, and only the first has a key to the barrier. The arrangement has held for sixty years because nobody wrote it down.</p>
        <figure class="wp-block-pullquote"><blockquote><p>“A thing that everybody uses and nobody owns is looked after by whoever is last to leave.”</p><cite>The harbor master</cite></blockquote></figure>
        <h2 class="wp-block-heading" id="what-it-costs">What it costs</h2>
        <p>Less than the car park, more than the flowers. The figures are <a href="/2026/10/figures/">set out here</a>, and they will not surprise anybody who has ever bought <em>cement</em>.</p>
        <p>None of this means that the slipway should be sold. It means that the next person who says so ought to be asked where the boat would go.</p>
        """);
  }

  static Html specimen() {
    return new Html(
        """
        <p>Everything an author may put between two paragraphs stands on this page once.</p>
        <h2 id="lists">Lists</h2>
        <ul class="wp-block-list"><li>A copy on the shelf</li><li>A copy at my sister’s<ul><li>in the blue tin</li></ul></li></ul>
        <ol class="wp-block-list"><li>Be quiet.</li><li>Prove the copy.</li></ol>
        <blockquote class="wp-block-quote"><p>Keep the door shut.</p><cite>Printed on the lid</cite></blockquote>
        <figure class="wp-block-image alignwide"><img src="/wp-content/uploads/2026/11/slipway.png" width="960" height="540" alt="The slipway at low water"><figcaption class="wp-element-caption">Low water, ten past noon.</figcaption></figure>
        <figure class="wp-block-image alignright"><img src="/wp-content/uploads/2026/11/slipway.png" width="240" height="135" alt="A coil of rope"></figure>
        <p>A picture may stand beside a text. This paragraph is long enough to run beside it and a little farther, so that the space between the two can be seen by anybody who looks, in light and in dark, on a phone and on a desk.</p>
        <p>A second paragraph follows it, with <code>code</code>, <kbd>Esc</kbd>, <mark>a mark</mark>, <del>a mistake</del> and <abbr title="Royal National Lifeboat Institution">RNLI</abbr>.</p>
        <h2 id="code">Code and tables</h2>
        <pre class="wp-block-code" tabindex="0"><code>awk -F, '{ sum[$1] += $3 }' meter.csv | sort</code></pre>
        <figure class="wp-block-table"><table><thead><tr><th>Day</th><th>Watts</th></tr></thead><tbody><tr><td>Monday</td><td>3.9</td></tr><tr><td>Sunday</td><td>5.1</td></tr></tbody></table><figcaption>What it drew, by day</figcaption></figure>
        <h3 id="a-note">A note</h3>
        <p class="has-drop-cap">Dropped capitals are rare here, and all the better for it. They want a paragraph of three lines at least, or they hang in the air.</p>
        <p class="has-background has-luminous-vivid-amber-background-color">A paragraph on a ground of its own.</p>
        <p class="has-text-color has-vivid-red-color">A paragraph in an ink of its own.</p>
        <hr class="wp-block-separator has-alpha-channel-opacity">
        <h2 id="pictures">Pictures and boxes</h2>
        <figure class="wp-block-gallery has-nested-images columns-2 is-cropped"><figure class="wp-block-image"><img src="/wp-content/uploads/2026/11/slipway.png" width="960" height="540" alt="One"></figure><figure class="wp-block-image"><img src="/wp-content/uploads/2026/11/slipway.png" width="960" height="540" alt="Two"><figcaption>The second</figcaption></figure></figure>
        <div class="wp-block-columns"><div class="wp-block-column"><p>The first column says one thing.</p></div><div class="wp-block-column"><p>The second says another.</p></div></div>
        <figure class="wp-block-embed is-provider-vimeo"><div class="wp-block-embed__wrapper"><div class="embed"><a class="button" href="https://films.example/123456">Open at Films</a> <span>films.example/123456</span></div></div></figure>
        <figure class="wp-block-image"><span class="missing-file">A picture is missing here: The old barn</span></figure>
        <details class="wp-block-details"><summary>What was left out</summary><p>Nearly everything.</p></details>
        <div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/about/">Read about it</a></div></div>
        <ul class="wp-block-latest-posts__list wp-block-latest-posts"><li><a href="/2026/11/ropes/">Ropes</a><time datetime="2026-11-12" class="wp-block-latest-posts__post-date">November 12, 2026</time></li></ul>
        <p>That is all.</p>
        """);
  }

  static List<CommentView> thread() {
    DateView when = date("November 24, 2026", "2026-11-24T09:12:00+01:00", 2026, "Nov 24");
    CommentView third =
        new CommentView(
            44,
            "Piet",
            "",
            "P",
            when,
            new Html("<p>Me, evidently.</p>"),
            3,
            false,
            "comment even depth-3",
            List.of());
    CommentView second =
        new CommentView(
            43,
            "Ada Kern",
            "",
            "AK",
            when,
            new Html("<p>Who would have to be embarrassed first?</p>"),
            2,
            true,
            "comment byuser bypostauthor even depth-2 parent",
            List.of(third));
    return List.of(
        new CommentView(
            41,
            "Piet",
            "https://piet.example/",
            "P",
            when,
            new Html(
                "<p>The narrow side is the side everybody uses.</p><p>It has been for years.</p>"),
            1,
            false,
            "comment even thread-even depth-1 parent",
            List.of(second)),
        new CommentView(
            45,
            "An Onlooker",
            "",
            "AO",
            when,
            new Html(
                "<p>There is a <a href=\"https://maps.example/\" rel=\"nofollow ugc\">map</a>.</p>"),
            1,
            false,
            "comment odd alt thread-odd thread-alt depth-1",
            List.of()));
  }

  static Pager pager() {
    return new Pager(
        2,
        9,
        Optional.of("/"),
        Optional.of("/page/3/"),
        List.of(
            LinkView.to("1", "/"),
            new LinkView("2", "/page/2/", true, List.of()),
            LinkView.to("3", "/page/3/"),
            LinkView.to("…", ""),
            LinkView.to("9", "/page/9/")));
  }

  static HeadView head(String title, String bodyClass) {
    return new HeadView(
        title,
        "What this page is about.",
        "max-image-preview:large",
        List.of(LinkView.to("Tide Tables Feed", "/feed/")),
        bodyClass,
        "",
        "");
  }

  private static ArchiveView archive(
      String kind, String label, String title, Html description, Optional<AuthorView> author) {
    PostView old =
        post("Three Corrections", "three-corrections", "They were only two.", Html.EMPTY, 6);
    return new ArchiveView(
        kind,
        label,
        title,
        description,
        41,
        List.of(new YearView(2026, posts()), new YearView(2025, List.of(old))),
        pager(),
        "/category/boats/feed/",
        author);
  }

  static Map<String, Sample> all() {
    Map<String, Sample> pages = new LinkedHashMap<>();
    Pager first = new Pager(1, 9, Optional.empty(), Optional.of("/page/2/"), pager().numbers());
    pages.put(
        "home",
        new Sample(
            "home.vm",
            head("Tide Tables – Notes from a harbor town", "home blog"),
            Map.of("posts", posts(), "pager", first)));
    pages.put(
        "home-page-2",
        new Sample(
            "home.vm",
            head("Tide Tables – Page 2", "home blog paged"),
            Map.of("posts", posts(), "pager", pager())));
    pages.put(
        "home-empty",
        new Sample(
            "home.vm",
            head("Tide Tables", "home blog"),
            Map.of(
                "posts",
                List.of(),
                "pager",
                new Pager(1, 0, Optional.empty(), Optional.empty(), List.of()))));
    PostView essay = post("Who Owns the Slipway?", "who-owns-the-slipway", "", essay(), 4);
    pages.put(
        "single",
        new Sample(
            "single.vm",
            head(
                "Who Owns the Slipway? – Tide Tables",
                "single single-post postid-12 single-format-standard"),
            Map.of(
                "post",
                essay,
                "comments",
                thread(),
                "older",
                Optional.of(LinkView.to("A Box by the Window", "/2026/11/a-box-by-the-window/")),
                "newer",
                Optional.empty())));
    PostView parts =
        with(
            post("Specimen", "specimen", "", specimen(), 0),
            Optional.empty(),
            false,
            List.of(
                new LinkView("1", "/2026/11/specimen/", true, List.of()),
                LinkView.to("2", "/2026/11/specimen/2/")));
    pages.put(
        "single-parts",
        new Sample(
            "single.vm",
            head("Specimen – Tide Tables", "single single-post postid-12"),
            Map.of("post", parts, "comments", List.of())));
    pages.put(
        "single-locked",
        new Sample(
            "single.vm",
            head(
                "Protected: House Rules – Tide Tables",
                "single single-post postid-12 post-password-required"),
            Map.of(
                "post",
                with(
                    post("Protected: House Rules", "house-rules", "", Html.EMPTY, 2),
                    Optional.empty(),
                    true,
                    List.of()),
                "comments",
                List.of(),
                "wrong",
                true)));
    LinkView tree =
        new LinkView(
            "About",
            "/about/",
            false,
            List.of(
                new LinkView(
                    "The House",
                    "/about/the-house/",
                    true,
                    List.of(LinkView.to("The Attic", "/about/the-house/the-attic/"))),
                LinkView.to("The Boat", "/about/the-boat/")));
    pages.put(
        "page",
        new Sample(
            "page.vm",
            head("The House – Tide Tables", "page page-id-12 page-template-default"),
            Map.of(
                "post",
                post("The House, and what it is not", "the-house", "", essay(), 0),
                "comments",
                List.of(),
                "tree",
                List.of(tree))));
    pages.put(
        "category",
        new Sample(
            "category.vm",
            head("Boats & Ropes – Tide Tables", "archive category category-boats category-4"),
            Map.of(
                "archive",
                archive(
                    "category",
                    "Category",
                    "Boats & Ropes",
                    new Html("<p>Who builds them, who pays for them, who gets to say no.</p>"),
                    Optional.empty()))));
    pages.put(
        "tag",
        new Sample(
            "tag.vm",
            head("Harbor – Tide Tables", "archive tag tag-harbor"),
            Map.of("archive", archive("tag", "Tag", "Harbor", Html.EMPTY, Optional.empty()))));
    pages.put(
        "author",
        new Sample(
            "author.vm",
            head("Ada Kern – Tide Tables", "archive author author-ada-kern"),
            Map.of(
                "archive",
                archive(
                    "author",
                    "Author",
                    "Ada Kern",
                    Html.EMPTY,
                    Optional.of(
                        new AuthorView(
                            "Ada Kern",
                            "ada-kern",
                            "/author/ada-kern/",
                            "Keeps the measurements."))))));
    pages.put(
        "date",
        new Sample(
            "date.vm",
            head("November 2026 – Tide Tables", "archive date"),
            Map.of(
                "archive",
                archive("date", "Month", "November 2026", Html.EMPTY, Optional.empty()))));
    pages.put(
        "search",
        new Sample(
            "search.vm",
            head("Search for “slip” – Tide Tables", "search search-results"),
            Map.of(
                "words",
                "slip",
                "archive",
                new ArchiveView(
                    "search",
                    "Search",
                    "slip",
                    Html.EMPTY,
                    3,
                    List.of(new YearView(0, posts())),
                    new Pager(1, 1, Optional.empty(), Optional.empty(), List.of()),
                    "/feed/",
                    Optional.empty()))));
    PictureView picture = new PictureView(PICTURE, "The slipway at low water", "", 960, 540, false);
    DateView day = date("November 3, 2026", "2026-11-03T12:00:00+01:00", 2026, "Nov 3");
    pages.put(
        "attachment",
        new Sample(
            "attachment.vm",
            head("Slipway at noon – Tide Tables", "attachment single-attachment"),
            Map.of(
                "file",
                new AttachmentView(
                    "Slipway at noon",
                    "/slipway/",
                    "image",
                    PICTURE,
                    "slipway.png",
                    "image/png",
                    picture,
                    false,
                    new Html("Low water, ten past noon."),
                    new Html("<p>Taken from the shore end.</p>"),
                    day,
                    Optional.of(
                        LinkView.to("Who Owns the Slipway?", "/2026/11/who-owns-the-slipway/"))))));
    pages.put(
        "attachment-missing",
        new Sample(
            "attachment.vm",
            head("Old map – Tide Tables", "attachment single-attachment"),
            Map.of(
                "file",
                new AttachmentView(
                    "Old map",
                    "/old-map/",
                    "image",
                    "",
                    "old-map.jpg",
                    "image/jpeg",
                    new PictureView("", "", "", 0, 0, true),
                    true,
                    Html.EMPTY,
                    Html.EMPTY,
                    day,
                    Optional.empty()))));
    pages.put(
        "404",
        new Sample(
            "404.vm",
            head("Page not found – Tide Tables", "error404"),
            Map.of("suggestions", posts().subList(0, 2), "path", "/2026/11/who-owns-the-slip/")));
    pages.put(
        "starting",
        new Sample(
            "starting.vm",
            head("Back in a moment – Tide Tables", "starting"),
            Map.of(
                "title",
                "Back in a moment.",
                "text",
                "The small computer that holds this site has just been switched on. The page you asked for will open here by itself.")));
    return pages;
  }

  static Sample page(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  static PageAssembler assembler() {
    return new PageAssembler(
        Theme.builtIn("journal"), name -> "/themes/journal/0123456789abcdef/" + name);
  }
}
