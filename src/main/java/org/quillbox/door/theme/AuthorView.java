package org.quillbox.door.theme;

import org.quillbox.base.view.Url;

/**
 * An author as readers know him.
 *
 * @param url path of his page; empty when he has none
 * @param bio plain text, may be empty
 */
public record AuthorView(String name, String slug, String url, String bio) {
  public AuthorView {
    url = Url.safe(url);
  }
}
