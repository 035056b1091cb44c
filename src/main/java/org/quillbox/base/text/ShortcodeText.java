package org.quillbox.base.text;

import java.util.Set;

/** What a shortcode says where only text fits. */
final class ShortcodeText {
  private static final Set<String> SHOWN_ONLY =
      Set.of(
          "caption",
          "gallery",
          "audio",
          "video",
          "playlist",
          "embed",
          "picture",
          "code",
          "map",
          "separator");

  private ShortcodeText() {}

  static Expansion answer(ShortcodeExpander.Call call) {
    return switch (call.rule().kind()) {
      case BLOCK -> {
        if (SHOWN_ONLY.contains(call.target())) {
          yield Expansion.NOTHING;
        }
        String title = call.attributes().first(Addresses.LABELS).map(PlainText::of).orElse("");
        String both =
            call.inner().isBlank()
                ? title
                : title.isEmpty() ? call.inner() : title + " " + call.inner();
        yield new Expansion.Inline(both);
      }
      case LINK ->
          new Expansion.Inline(
              call.url()
                  .map(url -> Addresses.label(call.attributes(), url))
                  .orElseGet(() -> call.inner()));
      case INCLUDE, DECODE -> Expansion.NOTHING;
      case TEXT, UNWRAP, DROP, GUARD, NOTE -> Expansion.DECLINED;
    };
  }
}
