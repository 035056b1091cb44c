package org.quillbox.door.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.http.Door;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.pages.Page;
import org.quillbox.base.pages.Pages;
import org.quillbox.base.pages.Rendered;
import org.quillbox.site.address.Addresses;
import org.quillbox.site.content.Entry;

/**
 * The readers' catch-all: resolves an address, renders what it means, and keeps guests' pages. A reader with the
 * password of an entry gets a page of his own that is kept nowhere.
 */
public final class Reader implements Door {
  private static final Set<String> NOT_OURS = Set.of("/favicon.ico", "/robots.txt");

  private final Pages pages;
  private final Resolver resolver;
  private final PageRenderer renderer;
  private final Feeds feeds;
  private final PostPasswords passwords;
  private final Origins origins;

  Reader(
      Pages pages,
      Resolver resolver,
      PageRenderer renderer,
      Feeds feeds,
      PostPasswords passwords,
      Origins origins) {
    this.pages = pages;
    this.resolver = resolver;
    this.renderer = renderer;
    this.feeds = feeds;
    this.passwords = passwords;
    this.origins = origins;
  }

  @Override
  public Optional<Reply> answer(Inbound in) {
    if (!in.isRead()) {
      return Optional.of(
          Reply.text(405, "Only GET and HEAD are answered here.\n").with("Allow", "GET, HEAD"));
    }
    if (NOT_OURS.contains(in.path())) {
      return Optional.empty();
    }
    Map<String, List<String>> query = in.query();
    String target = Addresses.target(in.rawPath(), query);
    Optional<String> word = passwords.given(in);
    if (word.isPresent()) {
      return Optional.of(own(in, query, word.get()));
    }
    Rendered page = pages.get(target, null, reads -> render(reads, in.rawPath(), query, null));
    if (isFeed(page)) {
      // The bytes of a feed hold the host it was asked at, so there is one for each.
      String origin = origins.of(in);
      page = pages.get(target, origin, reads -> render(reads, in.rawPath(), query, origin));
    }
    return Optional.of(reply(page));
  }

  /** Feeds are told apart by a page without a body that says what it stands for. */
  private static boolean isFeed(Rendered page) {
    return page.type().equals(RssFeed.TYPE);
  }

  private Page render(
      Reads reads, String path, Map<String, List<String>> query, @Nullable String origin) {
    Route route = resolver.resolve(reads, path, query);
    if (route instanceof Route.Feed feed) {
      return origin == null
          ? new Page(200, RssFeed.TYPE, List.of(), new byte[0])
          : feeds.feed(reads, feed, origin);
    }
    return renderer.page(reads, route, path, false);
  }

  private Reply own(Inbound in, Map<String, List<String>> query, String word) {
    Reads reads = pages.begin(Actor.guest());
    Route route = resolver.resolve(reads, in.rawPath(), query);
    Page page =
        route instanceof Route.Feed feed
            ? feeds.feed(reads, feed, origins.of(in))
            : renderer.page(reads, route, in.rawPath(), isUnlocked(route, word));
    Reply reply = Reply.bytes(page.status(), page.type(), page.body()).noStore();
    for (Page.Header header : page.headers()) {
      reply = reply.with(header.name(), header.value());
    }
    return reply;
  }

  private boolean isUnlocked(Route route, String word) {
    Entry entry =
        switch (route) {
          case Route.Single s -> s.entry();
          case Route.PageAt p -> p.entry();
          default -> null;
        };
    return entry != null && entry.isProtected() && passwords.opens(word, entry.secretWord());
  }

  private static Reply reply(Rendered page) {
    Reply reply;
    if (page.length() == 0) {
      reply = Reply.empty(page.status());
    } else {
      reply =
          Reply.bytes(page.status(), page.type(), page.body())
              .etag('"' + page.etag() + '"')
              .gzip(page.packed());
    }
    for (Page.Header header : page.headers()) {
      reply = reply.with(header.name(), header.value());
    }
    return page.status() == 200 ? reply : reply.with("Cache-Control", "no-store");
  }
}
