package org.quillbox.site.taxonomy;

/**
 * A category, a tag, or a term of another taxonomy.
 *
 * @param taxonomy WordPress's name: {@code category}, {@code post_tag}, or the taxonomy's own
 * @param slug unique within the taxonomy
 * @param description HTML as it was written; sanitised when shown
 * @param parent id of the term above, 0 for none
 */
public record Term(
    long id, String taxonomy, String slug, String name, String description, long parent) {
  public static final String CATEGORY = "category";
  public static final String TAG = "post_tag";

  /** True for taxonomies whose archives readers may see. */
  public boolean isPublic() {
    return taxonomy.equals(CATEGORY) || taxonomy.equals(TAG);
  }
}
