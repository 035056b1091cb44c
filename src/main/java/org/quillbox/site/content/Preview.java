package org.quillbox.site.content;

import java.util.stream.Collectors;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.kernel.Reads;

/** Shows a text as readers will see it, before it is saved. */
@FunctionalInterface
public interface Preview {
  /**
   * @param entry as it would be stored; its id is 0 for something new
   * @param body block markup; Markdown was converted before
   */
  Html render(Entry entry, Body body);

  /** All pages of a text one below the other, rendered as for a reader who is not signed in. */
  static Preview of(Bodies bodies) {
    return (entry, body) ->
        new Html(
            bodies.render(Reads.untracked(Actor.guest()), entry, body).pages().stream()
                .map(Html::markup)
                .collect(Collectors.joining("\n<hr>\n")));
  }
}
