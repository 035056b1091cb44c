package org.quillbox.door.reader;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.pages.Page;
import org.quillbox.door.theme.PostView;
import org.quillbox.door.theme.TermView;
import org.quillbox.site.comments.Comment;
import org.quillbox.site.comments.Comments;
import org.quillbox.site.content.Catalogue;
import org.quillbox.site.content.CommentText;
import org.quillbox.site.content.Entries;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.Permalinks;
import org.quillbox.site.content.Scope;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;

/** RSS of the site, of each archive, and of the comments of an entry. */
final class Feeds {
  private final Settings settings;
  private final Entries entries;
  private final Catalogue catalogue;
  private final Comments comments;
  private final Permalinks links;
  private final Views views;

  Feeds(
      Settings settings,
      Entries entries,
      Catalogue catalogue,
      Comments comments,
      Permalinks links,
      Views views) {
    this.settings = settings;
    this.entries = entries;
    this.catalogue = catalogue;
    this.comments = comments;
    this.links = links;
    this.views = views;
  }

  /**
   * @param origin scheme and host the feed is asked at: the one place where a page holds them
   */
  Page feed(Reads reads, Route.Feed feed, String origin) {
    return switch (feed.of()) {
      case Route.Home _ -> posts(reads, feed, origin, new Scope.All(), "");
      case Route.TermArchive t ->
          posts(reads, feed, origin, new Scope.Term(t.term().id()), t.term().name());
      case Route.AuthorArchive a ->
          posts(reads, feed, origin, new Scope.Author(a.author().id()), a.author().displayName());
      case Route.DateArchive d ->
          posts(reads, feed, origin, d.scope(), d.scope().text().replaceFirst("^\\w+:", ""));
      case Route.Single s -> comments(reads, feed, origin, s.entry());
      case Route.PageAt p -> comments(reads, feed, origin, p.entry());
      case Route.Attachment a -> comments(reads, feed, origin, a.entry());
      case Route.Search _, Route.Feed _, Route.Redirect _, Route.Missing _ ->
          throw new IllegalArgumentException("no feed of " + feed.of());
    };
  }

  private Page posts(Reads reads, Route.Feed feed, String origin, Scope scope, String of) {
    int size = settings.number(reads, Option.POSTS_PER_RSS);
    boolean excerptOnly = settings.isOn(reads, Option.RSS_USE_EXCERPT);
    List<Entry> shown = entries.list(reads, catalogue.posts(reads, scope, 1, size).items());
    List<PostView> posts = views.posts(reads, shown, Views.Depth.WHOLE);
    List<FeedItem> items = new ArrayList<>();
    Instant built = Instant.EPOCH;
    for (int i = 0; i < shown.size(); i++) {
      Entry e = shown.get(i);
      PostView p = posts.get(i);
      if (e.modifiedAt().isAfter(built)) {
        built = e.modifiedAt();
      }
      items.add(
          new FeedItem(
              p.title(),
              p.url(),
              e.guid(),
              p.author().name(),
              e.publishedAt() == null ? e.modifiedAt() : e.publishedAt(),
              Stream.concat(p.categories().stream(), p.tags().stream())
                  .map(TermView::name)
                  .toList(),
              Html.text(p.excerpt()),
              excerptOnly || p.isLocked() ? null : p.body(),
              p.isLocked(),
              p.commentsOpen() || p.commentCount() > 0
                  ? new FeedItem.Discussion(
                      p.url() + (p.commentCount() > 0 ? "#comments" : "#respond"),
                      links.addresses(reads).feed(p.url()),
                      p.commentCount())
                  : null,
              List.of()));
    }
    String site = settings.text(reads, Option.BLOGNAME);
    return page(reads, feed, origin, of.isEmpty() ? site : of + " – " + site, built, items);
  }

  private Page comments(Reads reads, Route.Feed feed, String origin, Entry entry) {
    String url = links.of(reads, entry);
    String title = views.title(reads, entry);
    List<FeedItem> items = new ArrayList<>();
    Instant built = entry.modifiedAt();
    if (!entry.isProtected()) {
      for (Comment c : comments.thread(reads, entry.id()).reversed().stream().limit(20).toList()) {
        if (c.madeAt().isAfter(built)) {
          built = c.madeAt();
        }
        Html text = CommentText.html(c.content(), settings.formerHosts(reads));
        items.add(
            new FeedItem(
                "By: " + (c.name().isBlank() ? "Anonymous" : c.name()),
                url + "#comment-" + c.id(),
                entry.guid() + "#comment-" + c.id(),
                c.name(),
                c.madeAt(),
                List.of(),
                text,
                text,
                false,
                null,
                List.of()));
      }
    }
    return page(reads, feed, origin, "Comments on: " + title, built, items);
  }

  private Page page(
      Reads reads,
      Route.Feed feed,
      String origin,
      String title,
      Instant built,
      List<FeedItem> items) {
    FeedChannel channel =
        new FeedChannel(
            title,
            settings.text(reads, Option.BLOGDESCRIPTION),
            feed.of().place(),
            feed.address(),
            settings.language(reads),
            built,
            null);
    byte[] body = RssFeed.write(origin, channel, items).getBytes(StandardCharsets.UTF_8);
    return new Page(200, RssFeed.TYPE, List.of(), body);
  }
}
