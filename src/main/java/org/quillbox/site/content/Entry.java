package org.quillbox.site.content;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A post, page, attachment or entry of another type, without its long text.
 *
 * @param type WordPress's name of the type
 * @param slug empty while the entry was never published and none was chosen
 * @param parent id of the page above, or of what an attachment belongs to; 0 for none
 * @param title plain text, as typed
 * @param publishedAt when it was or will be published; null for drafts that have no date
 * @param publishedLocal the same as wall time of the site at that time: permalinks and archives use it
 * @param secretWord password readers must know; empty for none
 * @param guid never changes and holds no host of ours
 * @param lang language tag where the site has several; empty for the site's own
 * @param isShown false for imported types and entries that were never public
 * @param version grows with each change, for optimistic locking
 */
public record Entry(
    long id,
    String type,
    EntryStatus status,
    String slug,
    long parent,
    long author,
    String title,
    @Nullable Instant publishedAt,
    @Nullable LocalDateTime publishedLocal,
    Instant modifiedAt,
    int commentCount,
    boolean commentsOpen,
    String format,
    boolean isSticky,
    String secretWord,
    String guid,
    String lang,
    String translationGroup,
    boolean isShown,
    int menuOrder,
    String template,
    long version) {

  public boolean isPost() {
    return type.equals(EntryType.POST);
  }

  public boolean isPage() {
    return type.equals(EntryType.PAGE);
  }

  public boolean isAttachment() {
    return type.equals(EntryType.ATTACHMENT);
  }

  public boolean isProtected() {
    return !secretWord.isEmpty();
  }

  /** True when anybody may see that it exists. Attachments are asked for with what they belong to. */
  public boolean isPublic() {
    return isShown && status == EntryStatus.PUBLISH;
  }

  /** Wall time of publication; entries that readers see have one. */
  public LocalDateTime local() {
    if (publishedLocal == null) {
      throw new IllegalStateException("Entry " + id + " has no date");
    }
    return publishedLocal;
  }
}
