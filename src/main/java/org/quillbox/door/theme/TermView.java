package org.quillbox.door.theme;

import org.quillbox.base.kernel.Html;
import org.quillbox.base.view.Url;

/**
 * A category or tag.
 *
 * @param taxonomy {@code category} or {@code post_tag}
 * @param count posts with it or one below it
 */
public record TermView(
    long id, String taxonomy, String name, String slug, String url, Html description, int count) {
  public TermView {
    url = Url.safe(url);
  }
}
