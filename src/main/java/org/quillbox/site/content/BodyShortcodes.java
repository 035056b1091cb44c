package org.quillbox.site.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Expansion;
import org.quillbox.base.text.ShortcodeAttributes;
import org.quillbox.base.text.ShortcodeExpander;
import org.quillbox.base.text.ShortcodeRule;

/** Answers the shortcodes that need the site: captions, galleries, players, cards, other entries. */
final class BodyShortcodes implements ShortcodeExpander {
  private static final Pattern PICTURE =
      Pattern.compile("(?s)((?:<a\\b[^>]*>\\s*)?<img\\b[^>]*>(?:\\s*</a>)?)(.*)");
  private static final Pattern PARAGRAPH = Pattern.compile("</?p\\b[^>]*>|^\\s*<br ?/?>");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");
  private static final List<String> SIDES =
      List.of("alignleft", "aligncenter", "alignright", "alignnone");

  private final BodyRun run;
  private final AttachedMedia attached;

  BodyShortcodes(BodyRun run) {
    this.run = run;
    this.attached = new AttachedMedia(run);
  }

  @Override
  public boolean owns(String url) {
    return run.media().owns(url);
  }

  @Override
  public Expansion expand(Call call) {
    if (call.rule().kind() == ShortcodeRule.Kind.INCLUDE) {
      return include(call);
    }
    return switch (call.target()) {
      case "caption" -> caption(call);
      case "gallery" -> attached.gallery(call.attributes());
      case "playlist" -> attached.playlist(call.attributes());
      case "audio", "video" -> attached.player(call.target(), call, owns(call.url().orElse("")));
      case "embed" ->
          call.url()
              .filter(url -> url.startsWith("http"))
              .<Expansion>map(url -> new Expansion.Flow(EmbedBlock.card(url, "", "")))
              .orElse(Expansion.DECLINED);
      case "picture" -> picture(call);
      default -> Expansion.DECLINED;
    };
  }

  private Expansion include(Call call) {
    Optional<String> named =
        call.attributes()
            .first(List.of(call.rule().argument(), "id", "page", "slug", "name"))
            .or(() -> call.attributes().at(0));
    Optional<String> found =
        named.flatMap(value ->
            value.matches("\\d{1,18}")
                ? run.include(Long.parseLong(value))
                : run
                    .parts()
                    .entries()
                    .bySlug(run.reads(), EntryType.PAGE, value.toLowerCase(Locale.ROOT))
                    .stream()
                    .findFirst()
                    .flatMap(page -> run.include(page.id())));
    return found.<Expansion>map(Expansion.Flow::new).orElse(Expansion.NOTHING);
  }

  /** Older texts write the words into an attribute, newer ones behind the picture. */
  private Expansion caption(Call call) {
    String inner = PARAGRAPH.matcher(call.inner()).replaceAll("").strip();
    Matcher picture = PICTURE.matcher(inner);
    if (!picture.matches()) {
      return Expansion.DECLINED;
    }
    ShortcodeAttributes a = call.attributes();
    String words = picture.group(2).replaceFirst("^(\\s|<br ?/?>)+", "").strip();
    if (words.isEmpty()) {
      words = a.find("caption").orElse("");
    }
    String id = a.find("id").filter(i -> NAME.matcher(i).matches()).orElse("");
    String align = a.find("align").filter(SIDES::contains).orElse("alignnone");
    String width = a.find("width").map(w -> w.replace("px", "")).orElse("");
    boolean sized = width.matches("[1-9]\\d{0,4}");
    return new Expansion.Flow(
        "<figure"
            + (id.isEmpty() ? "" : " id=\"" + id + "\"")
            + " class=\"wp-caption "
            + align
            + "\""
            + (sized ? " style=\"max-width:" + width + "px\"" : "")
            + ">"
            + picture.group(1)
            + (words.isEmpty()
                ? ""
                : "<figcaption class=\"wp-caption-text\">" + words + "</figcaption>")
            + "</figure>\n");
  }

  /** Page builders name a picture by the id of its attachment. */
  private Expansion picture(Call call) {
    Optional<String> id =
        call.attributes()
            .first(List.of("image", "image_id", "id"))
            .filter(i -> i.matches("\\d{1,18}"));
    String address = id.map(i -> run.media().address(Long.parseLong(i))).orElse("");
    return address.isEmpty()
        ? Expansion.DECLINED
        : new Expansion.Flow(
            "<figure class=\"wp-block-image\"><img src=\""
                + Html.escape(address)
                + "\" alt=\""
                + Html.escape(attached.alternative(Long.parseLong(id.orElseThrow())))
                + "\" /></figure>\n");
  }
}
