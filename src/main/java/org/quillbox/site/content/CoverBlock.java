package org.quillbox.site.content;

import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;

/** A cover: as it was saved, but for one that shows the entry's own picture, which is put in when shown. */
final class CoverBlock {
  private CoverBlock() {}

  static String html(BodyRun run, Block.Node block, String inner) {
    if (!block.attributes().path("useFeaturedImage").asBoolean()) {
      return inner;
    }
    String image = run.media().featured(run.entry());
    int tag = inner.indexOf('<');
    int after = tag < 0 ? -1 : inner.indexOf('>', tag);
    return image.isEmpty() || after < 0
        ? inner
        : inner.substring(0, after + 1)
            + "<img class=\"wp-block-cover__image-background\" alt=\"\" src=\""
            + Html.escape(image)
            + "\" />"
            + inner.substring(after + 1);
  }
}
