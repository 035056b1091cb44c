package org.quillbox.site.content;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants an entry to be.
 *
 * @param type {@link EntryType#POST} or {@link EntryType#PAGE}
 * @param slug empty to make one from the title when the entry is published
 * @param categories ids; none gives a published post the default category
 * @param status where it should stand; PUBLISH with a date to come means FUTURE
 * @param date wall time of the site; null for now, or for the date it has
 * @param version of the entry this was made from, 0 for a new one
 */
public record EntryDraft(
    String type,
    String title,
    String content,
    String excerpt,
    String slug,
    List<Long> categories,
    List<Long> tags,
    EntryStatus status,
    @Nullable LocalDateTime date,
    String secretWord,
    boolean isSticky,
    boolean commentsOpen,
    long parent,
    int menuOrder,
    long version) {

  /** A post with a title and a text, for the command line and for tests. */
  public static EntryDraft post(String title, String content, EntryStatus status) {
    return new EntryDraft(
        EntryType.POST,
        title,
        content,
        "",
        "",
        List.of(),
        List.of(),
        status,
        null,
        "",
        false,
        true,
        0,
        0,
        0);
  }

  public EntryDraft at(@Nullable LocalDateTime when) {
    return new EntryDraft(
        type,
        title,
        content,
        excerpt,
        slug,
        categories,
        tags,
        status,
        when,
        secretWord,
        isSticky,
        commentsOpen,
        parent,
        menuOrder,
        version);
  }
}
