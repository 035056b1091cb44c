package org.quillbox.site.content;

import org.quillbox.base.gates.HtmlPolicy;
import org.quillbox.base.gates.HtmlSanitizer;
import org.quillbox.base.kernel.Html;

/** Shows a text as readers will see it, before it is saved. */
@FunctionalInterface
public interface Preview {
  /**
   * @param entry as it would be stored; its id is 0 for something new
   * @param body block markup; Markdown was converted before
   */
  Html render(Entry entry, Body body);

  /** The text alone, cleaned as readers get it, without what blocks and shortcodes would add. */
  static Preview cleaned() {
    return (entry, body) -> HtmlSanitizer.sanitize(body.content(), HtmlPolicy.POST).html();
  }
}
