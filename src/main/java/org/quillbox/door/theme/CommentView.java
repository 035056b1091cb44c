package org.quillbox.door.theme;

import java.util.List;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.view.Url;

/**
 * An approved comment with those that answer it.
 *
 * @param name of who wrote it
 * @param url of who wrote it; empty for none
 * @param initials one or two letters for the drawn avatar
 * @param depth from 1
 * @param byAuthor true when the author of the entry wrote it
 * @param classes WordPress's class names (contract 24)
 */
public record CommentView(
    long id,
    String name,
    String url,
    String initials,
    DateView date,
    Html text,
    int depth,
    boolean byAuthor,
    String classes,
    List<CommentView> replies) {
  public CommentView {
    url = Url.safe(url);
    replies = List.copyOf(replies);
  }
}
