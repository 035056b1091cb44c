package org.quillbox.site.content;

import java.time.Instant;
import java.time.ZoneId;
import org.quillbox.base.console.ShownTime;
import org.quillbox.base.console.Status;

/** What the console calls things: statuses, titles, and where a list of a type stands. */
final class EntryWords {
  private EntryWords() {}

  static Status status(EntryStatus status) {
    return switch (status) {
      case PUBLISH -> new Status(Status.Square.FULL, "Published");
      case FUTURE -> new Status(Status.Square.HALF, "Scheduled");
      case DRAFT -> new Status(Status.Square.EMPTY, "Draft");
      case PENDING -> new Status(Status.Square.DASHED, "Needs review");
      case PRIVATE -> new Status(Status.Square.DOTTED, "Private");
      case TRASH -> new Status(Status.Square.CROSSED, "In trash");
      case INHERIT -> new Status(Status.Square.FULL, "Attached");
    };
  }

  static String title(Entry entry) {
    return entry.title().isBlank() ? "(no title)" : entry.title();
  }

  /** When something goes out, went out, or was last touched. */
  static String when(Entry entry, ZoneId zone, Instant now) {
    Instant at = entry.publishedAt();
    return switch (entry.status()) {
      case PUBLISH, PRIVATE, INHERIT ->
          ShownTime.of(at == null ? entry.modifiedAt() : at, zone, now);
      case FUTURE -> at == null ? "" : ShownTime.withHour(at, zone, now);
      case DRAFT, PENDING, TRASH -> "Edited " + ShownTime.of(entry.modifiedAt(), zone, now);
    };
  }

  static String list(String type) {
    return type.equals(EntryType.PAGE) ? "/console/pages" : "/console/posts";
  }

  static String one(String type) {
    return type.equals(EntryType.PAGE) ? "page" : "post";
  }

  static String many(String type) {
    return type.equals(EntryType.PAGE) ? "Pages" : "Posts";
  }

  /** The address that leads to the public page whatever the shape of permalinks; empty while there is none. */
  static String live(Entry entry) {
    boolean shown = entry.status() == EntryStatus.PUBLISH || entry.status() == EntryStatus.PRIVATE;
    return shown ? (entry.isPage() ? "/?page_id=" : "/?p=") + entry.id() : "";
  }
}
