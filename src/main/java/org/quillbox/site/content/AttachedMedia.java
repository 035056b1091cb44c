package org.quillbox.site.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Expansion;
import org.quillbox.base.text.ShortcodeAttributes;
import org.quillbox.base.text.ShortcodeExpander;

/** Galleries, lists of recordings and players made of attachments: those that are named, or the entry's own. */
final class AttachedMedia {
  private static final int MOST = 500;
  private static final Pattern SOUND = Pattern.compile("(?i).+\\.(mp3|ogg|oga|m4a|wav|flac|opus)");
  private static final Pattern FILM = Pattern.compile("(?i).+\\.(mp4|m4v|webm|ogv|mov)");
  private static final List<String> IDS =
      List.of("ids", "include", "images", "gallery_ids", "image_ids");

  private final BodyRun run;

  AttachedMedia(BodyRun run) {
    this.run = run;
  }

  /** An attachment with its file. */
  private record Item(Entry entry, MediaFile file) {}

  Expansion gallery(ShortcodeAttributes a) {
    List<Item> items = items(a, "image/");
    if (items.isEmpty()) {
      return Expansion.NOTHING;
    }
    int columns = Math.clamp(number(a, "columns", 3), 1, 9);
    String link = a.find("link").orElse("");
    List<Long> ids = items.stream().map(i -> i.entry().id()).toList();
    Map<Long, String> alts =
        run.parts().entries().meta(run.reads(), ids, "_wp_attachment_image_alt");
    StringBuilder out =
        new StringBuilder("<div class=\"gallery galleryid-")
            .append(run.entry().id())
            .append(" gallery-columns-")
            .append(columns)
            .append(" gallery-size-")
            .append(size(a))
            .append("\">\n");
    for (Item item : items) {
      String address = Html.escape(run.media().address(item.file()));
      String image =
          "<img class=\"size-"
              + size(a)
              + "\" src=\""
              + address
              + "\" alt=\""
              + Html.escape(alts.getOrDefault(item.entry().id(), ""))
              + "\" />";
      String target =
          switch (link) {
            case "none" -> "";
            case "file" -> address;
            default -> Html.escape(run.address(item.entry()));
          };
      out.append("<figure class=\"gallery-item\"><div class=\"gallery-icon\">")
          .append(target.isEmpty() ? image : "<a href=\"" + target + "\">" + image + "</a>")
          .append("</div>");
      String caption = run.parts().entries().body(run.reads(), item.entry()).excerpt();
      if (!caption.isBlank()) {
        out.append("<figcaption class=\"wp-caption-text gallery-caption\">")
            .append(run.selected(caption))
            .append("</figcaption>");
      }
      out.append("</figure>\n");
    }
    return new Expansion.Flow(out.append("</div>\n").toString());
  }

  /** Alternative text of a picture. */
  String alternative(long attachment) {
    return run.parts()
        .entries()
        .meta(run.reads(), List.of(attachment), "_wp_attachment_image_alt")
        .getOrDefault(attachment, "");
  }

  Expansion playlist(ShortcodeAttributes a) {
    String kind = a.find("type").orElse("").equals("video") ? "video" : "audio";
    List<Item> items = items(a, kind + "/");
    if (items.isEmpty()) {
      return Expansion.NOTHING;
    }
    StringBuilder out = new StringBuilder("<ol class=\"wp-playlist\">\n");
    for (Item item : items) {
      out.append("<li>")
          .append(Html.escape(run.title(item.entry())))
          .append(tag(kind, run.media().address(item.file()), ""))
          .append("</li>\n");
    }
    return new Expansion.Flow(out.append("</ol>\n").toString());
  }

  /** One recording or film: the file that is named, else the first attached to the entry, else a card. */
  Expansion player(String kind, ShortcodeExpander.Call call, boolean own) {
    Optional<String> named = call.url();
    if (named.isEmpty()) {
      List<Item> items = items(call.attributes(), kind + "/");
      return items.isEmpty()
          ? Expansion.DECLINED
          : figure(kind, run.media().address(items.getFirst().file()), "");
    }
    String url = named.get();
    Pattern files = kind.equals("audio") ? SOUND : FILM;
    boolean file = files.matcher(url.replaceFirst("[?#].*$", "")).matches();
    boolean secure = own || url.startsWith("https://") || url.startsWith("/");
    if (file && secure) {
      String poster =
          call.attributes()
              .find("poster")
              .map(p -> " poster=\"" + Html.escape(p) + "\"")
              .orElse("");
      return figure(kind, url, poster);
    }
    return url.startsWith("http")
        ? new Expansion.Flow(EmbedBlock.card(url, "", ""))
        : Expansion.DECLINED;
  }

  private static Expansion figure(String kind, String url, String more) {
    return new Expansion.Flow(
        "<figure class=\"wp-block-" + kind + "\">" + tag(kind, url, more) + "</figure>\n");
  }

  private static String tag(String kind, String url, String more) {
    String address = Html.escape(url);
    String name = Html.escape(url.substring(url.lastIndexOf('/') + 1));
    return "<"
        + kind
        + " controls src=\""
        + address
        + "\""
        + more
        + "><a href=\""
        + address
        + "\">"
        + name
        + "</a></"
        + kind
        + ">";
  }

  private List<Item> items(ShortcodeAttributes a, String mime) {
    Optional<String> ids = a.first(IDS);
    List<Entry> found =
        new ArrayList<>(
            ids.isPresent()
                ? run.parts().entries().list(run.reads(), numbers(ids.get()))
                : run.parts()
                    .entries()
                    .children(
                        run.reads(), EntryType.ATTACHMENT, number(a, "id", run.entry().id())));
    List<Long> excluded = numbers(a.find("exclude").orElse(""));
    found.removeIf(e -> !e.isAttachment() || excluded.contains(e.id()));
    if (a.find("order").orElse("").toUpperCase(Locale.ROOT).equals("DESC")) {
      found = found.reversed();
    }
    Map<Long, MediaFile> files =
        run.parts().entries().media(run.reads(), found.stream().map(Entry::id).toList());
    List<Item> items = new ArrayList<>();
    for (Entry entry : found) {
      MediaFile file = files.get(entry.id());
      if (file != null && file.mime().startsWith(mime) && items.size() < MOST) {
        items.add(new Item(entry, file));
      }
    }
    return items;
  }

  private static List<Long> numbers(String list) {
    return Arrays.stream(list.split("[,\\s]+"))
        .filter(n -> n.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static int number(ShortcodeAttributes a, String key, int usual) {
    return (int) number(a, key, (long) usual);
  }

  private static long number(ShortcodeAttributes a, String key, long usual) {
    return a.find(key).filter(n -> n.matches("\\d{1,9}")).map(Long::parseLong).orElse(usual);
  }

  private static String size(ShortcodeAttributes a) {
    return a.find("size").filter(s -> s.matches("[a-z0-9_-]{1,40}")).orElse("thumbnail");
  }
}
