package org.quillbox.door.theme;

import java.util.Optional;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.view.Url;

/**
 * The page of a file.
 *
 * @param kind {@code image audio video file}
 * @param fileUrl path of the file; empty when it is missing
 * @param fileName its name
 * @param isMissing true when the file did not come with an import
 * @param parent what it belongs to
 */
public record AttachmentView(
    String title,
    String url,
    String kind,
    String fileUrl,
    String fileName,
    String mime,
    PictureView picture,
    boolean isMissing,
    Html caption,
    Html description,
    DateView date,
    Optional<LinkView> parent) {
  public AttachmentView {
    url = Url.safe(url);
    fileUrl = isMissing ? "" : Url.safe(fileUrl);
  }
}
