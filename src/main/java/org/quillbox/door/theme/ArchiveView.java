package org.quillbox.door.theme;

import java.util.List;
import java.util.Optional;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.view.Url;

/**
 * An archive.
 *
 * @param kind {@code category tag author date search}
 * @param label what kind of archive, in words, e.g. {@code Category}
 * @param title name of the term or author, the date, or the words searched for
 * @param description may be empty
 * @param count posts in all
 * @param years the posts of this page, newest first
 * @param author of an author's archive
 */
public record ArchiveView(
    String kind,
    String label,
    String title,
    Html description,
    int count,
    List<YearView> years,
    Pager pager,
    String feedUrl,
    Optional<AuthorView> author) {
  public ArchiveView {
    feedUrl = Url.safe(feedUrl);
    years = List.copyOf(years);
  }
}
