package org.quillbox.site.address;

import java.util.List;

/**
 * Of a term, what its address is made of.
 *
 * @param taxonomy WordPress's name: {@code category}, {@code post_tag}, {@code post_format} or another
 * @param slugs parents first, the term's own last; not percent-encoded
 */
public record TermPath(String taxonomy, long id, List<String> slugs) {
  public static final String CATEGORY = "category";
  public static final String TAG = "post_tag";
  public static final String FORMAT = "post_format";

  public TermPath {
    slugs = List.copyOf(slugs);
    if (slugs.isEmpty()) {
      throw new IllegalArgumentException("a term without a slug has no address");
    }
  }

  String slug() {
    return slugs.getLast();
  }
}
