package org.quillbox.door.reader;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Html;

/**
 * One entry, or one comment, of a feed. Paths begin with a slash; the host is added when it is written.
 *
 * @param title plain text
 * @param path of the entry, with the anchor for a comment
 * @param guid written as it is; never made of an address of ours
 * @param creator name shown for the author
 * @param categories names of categories, then of tags
 * @param excerpt may be empty
 * @param body null where the feed holds excerpts only
 * @param locked behind a password: neither excerpt nor body nor files nor discussion are written, whatever they
 *     hold
 * @param discussion null where nobody can comment and nobody has
 */
public record FeedItem(
    String title,
    String path,
    String guid,
    String creator,
    Instant published,
    List<String> categories,
    Html excerpt,
    @Nullable Html body,
    boolean locked,
    @Nullable Discussion discussion,
    List<Enclosure> enclosures) {
  public FeedItem {
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
  }

  /**
   * The comments of an entry.
   *
   * @param path where they stand
   * @param feedPath their own feed
   * @param count how many are shown
   */
  public record Discussion(String path, String feedPath, long count) {}

  /**
   * A file for podcast players.
   *
   * @param address path of ours or a whole address of somebody else's
   * @param bytes its size
   * @param type its media type
   */
  public record Enclosure(String address, long bytes, String type) {}
}
