package org.quillbox.site.address;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Of a post, what its address is made of.
 *
 * @param slug not percent-encoded; empty while the post has none
 * @param published wall time of the site, as the post was dated
 * @param category slugs of the category with the lowest id, its parents first; empty reads as {@code
 *     uncategorized}
 * @param author public slug of the author, never the sign-in name
 */
public record EntryPath(
    long id, String slug, LocalDateTime published, List<String> category, String author) {
  public EntryPath {
    category = category.isEmpty() ? List.of("uncategorized") : List.copyOf(category);
  }
}
