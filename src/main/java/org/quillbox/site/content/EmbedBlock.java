package org.quillbox.site.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;
import org.quillbox.base.text.PlainText;

/**
 * Something that is shown elsewhere, as a card with a link. Nothing is asked from the other site: whoever reads
 * here is not seen there.
 */
final class EmbedBlock {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("youtube", "YouTube"),
          Map.entry("vimeo", "Vimeo"),
          Map.entry("twitter", "Twitter"),
          Map.entry("x", "X"),
          Map.entry("facebook", "Facebook"),
          Map.entry("instagram", "Instagram"),
          Map.entry("soundcloud", "SoundCloud"),
          Map.entry("spotify", "Spotify"),
          Map.entry("wordpress", "WordPress"),
          Map.entry("wordpress-tv", "WordPress.tv"),
          Map.entry("tiktok", "TikTok"),
          Map.entry("dailymotion", "Dailymotion"),
          Map.entry("linkedin", "LinkedIn"),
          Map.entry("github", "GitHub"),
          Map.entry("ted", "TED"),
          Map.entry("flickr", "Flickr"));

  /** Hosts whose addresses, alone on a line, WordPress shows as what they lead to. */
  private static final Map<String, String> PROVIDERS =
      Map.ofEntries(
          Map.entry("youtube.com", "youtube"),
          Map.entry("youtu.be", "youtube"),
          Map.entry("vimeo.com", "vimeo"),
          Map.entry("twitter.com", "twitter"),
          Map.entry("x.com", "x"),
          Map.entry("dailymotion.com", "dailymotion"),
          Map.entry("dai.ly", "dailymotion"),
          Map.entry("flickr.com", "flickr"),
          Map.entry("flic.kr", "flickr"),
          Map.entry("soundcloud.com", "soundcloud"),
          Map.entry("spotify.com", "spotify"),
          Map.entry("tiktok.com", "tiktok"),
          Map.entry("ted.com", "ted"),
          Map.entry("reddit.com", "reddit"),
          Map.entry("imgur.com", "imgur"),
          Map.entry("issuu.com", "issuu"),
          Map.entry("mixcloud.com", "mixcloud"),
          Map.entry("scribd.com", "scribd"),
          Map.entry("slideshare.net", "slideshare"),
          Map.entry("speakerdeck.com", "speaker-deck"),
          Map.entry("kickstarter.com", "kickstarter"),
          Map.entry("tumblr.com", "tumblr"),
          Map.entry("wordpress.tv", "wordpress-tv"),
          Map.entry("videopress.com", "videopress"),
          Map.entry("facebook.com", "facebook"),
          Map.entry("instagram.com", "instagram"),
          Map.entry("bsky.app", "bluesky"));

  private static final String URL = "https?://[^\\s<>\"\\[\\]]{4,2000}";
  private static final Pattern LONE = Pattern.compile("<p>\\s*(" + URL + ")\\s*</p>");
  private static final Pattern LONE_LINE = Pattern.compile("(?m)^[ \\t]*(" + URL + ")[ \\t]*$");
  private static final Pattern WRITTEN = Pattern.compile(URL);
  private static final Pattern CAPTION = Pattern.compile("(?s)<figcaption.*?</figcaption>");

  private EmbedBlock() {}

  static String html(BodyRun run, Block.Node block, String inner) {
    String url = block.attributes().path("url").asText();
    if (url.isBlank()) {
      Matcher written = WRITTEN.matcher(PlainText.of(inner));
      url = written.find() ? written.group() : "";
    }
    if (!WRITTEN.matcher(url.strip()).matches()) {
      return inner;
    }
    String slug = block.attributes().path("providerNameSlug").asText();
    if (slug.isEmpty() && block.name().startsWith("core-embed/")) {
      slug = block.name().substring("core-embed/".length());
    }
    Matcher caption = CAPTION.matcher(inner);
    String card = card(url.strip(), slug, caption.find() ? caption.group() : "");
    return BlockClasses.withClasses(card, List.of(BlockClasses.of(block).split(" ")));
  }

  /** A card, of block level. */
  static String card(String url, String slug, String caption) {
    String known = slug.matches("[a-z0-9-]{1,30}") ? slug : providerOf(url).orElse("");
    String shown = url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    String name = known.isEmpty() ? host(url) : provider(known);
    return "<figure class=\"wp-block-embed"
        + (known.isEmpty() ? "" : " is-provider-" + known + " wp-block-embed-" + known)
        + "\"><div class=\"wp-block-embed__wrapper\"><div class=\"embed\"><a class=\"button\" href=\""
        + Html.escape(url)
        + "\">Open at "
        + Html.escape(name)
        + "</a> <span>"
        + Html.escape(shown)
        + "</span></div></div>"
        + caption
        + "</figure>\n";
  }

  /** Classic text in which each address alone on a line stands in a paragraph of its own. */
  static String spaced(String text) {
    boolean plain = text.contains("://") && !text.contains("<pre") && !text.contains("<code");
    return plain ? LONE_LINE.matcher(text.replace("\r\n", "\n")).replaceAll("\n\n$1\n\n") : text;
  }

  /** Addresses alone in a paragraph: known places become cards, others links. */
  static String loneAddresses(String html) {
    return html.contains("://")
        ? LONE.matcher(html).replaceAll(found -> Matcher.quoteReplacement(shown(found.group(1))))
        : html;
  }

  private static String shown(String written) {
    String url = PlainText.of(written);
    String safe = Html.escape(url);
    return providerOf(url).isPresent()
        ? card(url, "", "")
        : "<p><a href=\"" + safe + "\">" + safe + "</a></p>";
  }

  static Optional<String> providerOf(String url) {
    String host = host(url);
    while (!host.isEmpty()) {
      String slug = PROVIDERS.get(host);
      if (slug != null) {
        return Optional.of(slug);
      }
      int dot = host.indexOf('.');
      host = dot < 0 ? "" : host.substring(dot + 1);
    }
    return Optional.empty();
  }

  private static String host(String url) {
    return url.replaceFirst("^https?://(www\\.)?", "")
        .replaceFirst("[/?#:].*$", "")
        .toLowerCase(Locale.ROOT);
  }

  /** The name of a place as people write it. */
  static String provider(String slug) {
    String name = NAMES.get(slug);
    if (name != null) {
      return name;
    }
    return slug.isEmpty() ? "" : Character.toUpperCase(slug.charAt(0)) + slug.substring(1);
  }
}
