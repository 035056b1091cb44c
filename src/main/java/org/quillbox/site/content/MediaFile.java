package org.quillbox.site.content;

/**
 * The file of an attachment.
 *
 * @param file path below the media folder, e.g. {@code 2026/11/pear.jpg}; empty when unknown
 * @param width in pixels, 0 when unknown
 * @param isPresent false when the file did not come with an import
 * @param sourceUrl where it was in the old site
 */
public record MediaFile(
    long entry,
    String file,
    String mime,
    int width,
    int height,
    long sizeBytes,
    boolean isPresent,
    String sourceUrl) {
  public boolean isImage() {
    return mime.startsWith("image/");
  }
}
