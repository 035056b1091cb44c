package org.quillbox.door.theme;

import java.util.List;
import org.quillbox.base.view.Url;

/**
 * A link of a menu or a list.
 *
 * @param url path of this site, or a whole address of another one
 * @param current true for the page that is shown
 * @param children links below it
 */
public record LinkView(String label, String url, boolean current, List<LinkView> children) {
  public LinkView {
    url = Url.safe(url);
    children = List.copyOf(children);
  }

  public static LinkView to(String label, String url) {
    return new LinkView(label, url, false, List.of());
  }
}
