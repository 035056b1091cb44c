package org.quillbox.site.content;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Makes an entry out of another one that differs in few things. */
final class EntryChange {
  private final Entry e;

  private EntryChange(Entry e) {
    this.e = e;
  }

  static EntryChange of(Entry entry) {
    return new EntryChange(entry);
  }

  /** The same with another status; {@link StatusAt#at} says when that was. */
  StatusAt status(EntryStatus status) {
    return new StatusAt(e, status);
  }

  /** A new status, waiting for its moment. */
  record StatusAt(Entry e, EntryStatus status) {
    Entry at(Instant modified) {
      return new Entry(
          e.id(),
          e.type(),
          status,
          e.slug(),
          e.parent(),
          e.author(),
          e.title(),
          e.publishedAt(),
          e.publishedLocal(),
          modified,
          e.commentCount(),
          e.commentsOpen(),
          e.format(),
          e.isSticky(),
          e.secretWord(),
          e.guid(),
          e.lang(),
          e.translationGroup(),
          e.isShown(),
          e.menuOrder(),
          e.template(),
          e.version());
    }
  }

  Entry slug(String slug) {
    return new Entry(
        e.id(),
        e.type(),
        e.status(),
        slug,
        e.parent(),
        e.author(),
        e.title(),
        e.publishedAt(),
        e.publishedLocal(),
        e.modifiedAt(),
        e.commentCount(),
        e.commentsOpen(),
        e.format(),
        e.isSticky(),
        e.secretWord(),
        e.guid(),
        e.lang(),
        e.translationGroup(),
        e.isShown(),
        e.menuOrder(),
        e.template(),
        e.version());
  }

  Entry id(long id, long parent, long author) {
    return new Entry(
        id,
        e.type(),
        e.status(),
        e.slug(),
        parent,
        author,
        e.title(),
        e.publishedAt(),
        e.publishedLocal(),
        e.modifiedAt(),
        e.commentCount(),
        e.commentsOpen(),
        e.format(),
        e.isSticky(),
        e.secretWord(),
        e.guid(),
        e.lang(),
        e.translationGroup(),
        e.isShown(),
        e.menuOrder(),
        e.template(),
        e.version());
  }

  Entry shown(boolean isShown) {
    return new Entry(
        e.id(),
        e.type(),
        e.status(),
        e.slug(),
        e.parent(),
        e.author(),
        e.title(),
        e.publishedAt(),
        e.publishedLocal(),
        e.modifiedAt(),
        e.commentCount(),
        e.commentsOpen(),
        e.format(),
        e.isSticky(),
        e.secretWord(),
        e.guid(),
        e.lang(),
        e.translationGroup(),
        isShown,
        e.menuOrder(),
        e.template(),
        e.version());
  }

  Entry version(long version) {
    return new Entry(
        e.id(),
        e.type(),
        e.status(),
        e.slug(),
        e.parent(),
        e.author(),
        e.title(),
        e.publishedAt(),
        e.publishedLocal(),
        e.modifiedAt(),
        e.commentCount(),
        e.commentsOpen(),
        e.format(),
        e.isSticky(),
        e.secretWord(),
        e.guid(),
        e.lang(),
        e.translationGroup(),
        e.isShown(),
        e.menuOrder(),
        e.template(),
        version);
  }

  Entry published(Instant at, LocalDateTime local) {
    return new Entry(
        e.id(),
        e.type(),
        e.status(),
        e.slug(),
        e.parent(),
        e.author(),
        e.title(),
        at,
        local,
        e.modifiedAt(),
        e.commentCount(),
        e.commentsOpen(),
        e.format(),
        e.isSticky(),
        e.secretWord(),
        e.guid(),
        e.lang(),
        e.translationGroup(),
        e.isShown(),
        e.menuOrder(),
        e.template(),
        e.version());
  }

  Entry from(
      EntryDraft d,
      String slug,
      EntryStatus status,
      @Nullable Instant at,
      @Nullable LocalDateTime local,
      Instant modified) {
    return new Entry(
        e.id(),
        e.type(),
        status,
        slug,
        d.parent(),
        e.author(),
        d.title().strip(),
        at,
        local,
        modified,
        e.commentCount(),
        d.commentsOpen(),
        e.format(),
        d.isSticky(),
        d.secretWord(),
        e.guid(),
        e.lang(),
        e.translationGroup(),
        e.isShown(),
        d.menuOrder(),
        e.template(),
        e.version());
  }
}
