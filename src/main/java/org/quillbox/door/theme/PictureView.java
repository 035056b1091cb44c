package org.quillbox.door.theme;

import org.quillbox.base.view.Url;

/**
 * A picture of the library.
 *
 * @param url path; empty when the file is missing
 * @param width 0 when unknown
 * @param isMissing true when its file did not come with an import
 */
public record PictureView(
    String url, String alt, String caption, int width, int height, boolean isMissing) {
  public PictureView {
    url = Url.safe(url);
  }
}
