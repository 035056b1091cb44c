package org.quillbox.door.theme;

import java.util.List;
import java.util.Optional;
import org.quillbox.base.kernel.Html;

/**
 * A post, page or other entry.
 *
 * @param title plain text with typographic quotes; "Protected: " stands before it where it needs a password
 * @param kicker the category named above the title
 * @param body of this part; empty where a password is needed, and in lists that show excerpts only
 * @param excerpt plain text
 * @param more words of the link to the rest; empty when the body is whole
 * @param isLocked true when a password is needed to see the body
 * @param classes WordPress's class names of a post (contract 29)
 * @param parts links to the parts of a text in several; empty for a text in one
 */
public record PostView(
    long id,
    String type,
    String title,
    String url,
    Optional<TermView> kicker,
    List<TermView> categories,
    List<TermView> tags,
    AuthorView author,
    DateView date,
    DateView modified,
    Optional<PictureView> picture,
    Html body,
    String excerpt,
    String more,
    List<HeadingView> headings,
    boolean isSticky,
    boolean isLocked,
    boolean commentsOpen,
    int commentCount,
    String classes,
    List<LinkView> parts) {
  public PostView {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    headings = List.copyOf(headings);
    parts = List.copyOf(parts);
  }
}
