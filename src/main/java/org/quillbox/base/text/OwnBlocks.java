package org.quillbox.base.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quillbox.base.kernel.Html;

/** The answers this room gives without knowing anything but the shortcode itself. */
final class OwnBlocks {
  private static final Pattern BLOCK_TAG =
      Pattern.compile(
          "(?i)<(?:p|div|h[1-6]|ul|ol|table|figure|blockquote|pre|details|hr|section)\\b");
  private static final Pattern ENTITY = Pattern.compile("&(?!#?[a-zA-Z0-9]{1,10};)");
  private static final Pattern PLAIN_WORD = Pattern.compile("[a-zA-Z0-9+#_-]{1,30}");
  private static final List<String> TITLES =
      List.of("title", "heading", "name", "h2", "summary", "label");
  private static final List<String> LINES =
      List.of(
          "subtitle",
          "subhead",
          "position",
          "job_title",
          "author",
          "company_name",
          "h4",
          "description");
  private static final List<String> IMAGES =
      List.of("image", "src", "image_url", "portrait_url", "photo");
  private static final List<String> LINKS =
      List.of("button_url", "url", "link", "href", "button_link");

  private final ShortcodeExpander expander;

  OwnBlocks(ShortcodeExpander expander) {
    this.expander = expander;
  }

  Expansion answer(ShortcodeExpander.Call call) {
    return switch (call.rule().kind()) {
      case LINK -> link(call);
      case TEXT -> text(call);
      case DECODE -> decode(call.source());
      case BLOCK -> block(call);
      case INCLUDE, UNWRAP, DROP, GUARD, NOTE ->
          call.inner().isBlank() ? Expansion.NOTHING : Expansion.UNWRAPPED;
    };
  }

  private Expansion block(ShortcodeExpander.Call call) {
    String inner = call.inner();
    String title = title(call.attributes());
    return switch (call.target()) {
      case "details" ->
          new Expansion.Flow(
              "<details class=\"wp-block-details\"><summary>"
                  + Html.escape(title.isEmpty() ? "…" : title)
                  + "</summary>"
                  + paragraphs(inner)
                  + "</details>\n");
      case "section" -> new Expansion.Flow(heading(title, 3) + paragraphs(inner));
      case "group" ->
          new Expansion.Flow(
              "<div class=\"wp-block-group\">"
                  + heading(title, 3)
                  + paragraphs(inner)
                  + "</div>\n");
      case "heading" -> {
        String words =
            call.attributes()
                .first(List.of("text", "title", "content", "heading"))
                .map(Html::escape)
                .orElse(inner);
        yield words.isBlank()
            ? Expansion.NOTHING
            : BLOCK_TAG.matcher(words).find()
                ? Expansion.UNWRAPPED
                : new Expansion.Flow("<h2 class=\"wp-block-heading\">" + words.strip() + "</h2>\n");
      }
      case "quote" ->
          new Expansion.Flow(
              "<blockquote class=\"wp-block-quote\">"
                  + paragraphs(inner)
                  + cite(call.attributes())
                  + "</blockquote>\n");
      case "separator" -> new Expansion.Flow("<hr class=\"wp-block-separator\" />\n");
      case "code" -> code(call);
      case "button" -> button(call);
      case "picture" ->
          call.url()
              .filter(url -> Addresses.allowed(url, expander))
              .<Expansion>map(url -> new Expansion.Flow(picture(url, call.attributes())))
              .orElseGet(() -> inner.isBlank() ? Expansion.NOTHING : Expansion.UNWRAPPED);
      case "caption" ->
          new Expansion.Flow(
              "<figure class=\"wp-caption\">" + inner + captionText(call) + "</figure>\n");
      case "audio", "video", "embed", "map", "file" -> media(call);
      default -> inner.isBlank() ? Expansion.NOTHING : Expansion.UNWRAPPED;
    };
  }

  private static String captionText(ShortcodeExpander.Call call) {
    return call.attributes()
        .find("caption")
        .map(c ->
            "<figcaption class=\"wp-caption-text\">"
                + Html.escape(PlainText.of(c))
                + "</figcaption>")
        .orElse("");
  }

  private static String title(ShortcodeAttributes attributes) {
    return attributes.first(TITLES).or(() -> attributes.at(0)).map(PlainText::of).orElse("");
  }

  private static String cite(ShortcodeAttributes attributes) {
    return attributes
        .first(List.of("cite", "author", "name", "citation"))
        .map(c -> "<cite>" + Html.escape(PlainText.of(c)) + "</cite>")
        .orElse("");
  }

  private static String heading(String title, int level) {
    return title.isEmpty()
        ? ""
        : "<h"
            + level
            + " class=\"wp-block-heading\">"
            + Html.escape(title)
            + "</h"
            + level
            + ">\n";
  }

  /** Running text gets the paragraph it needs inside a block. */
  private static String paragraphs(String inner) {
    return inner.isBlank() || BLOCK_TAG.matcher(inner).find()
        ? inner
        : "<p>" + inner.strip() + "</p>";
  }

  private static Expansion code(ShortcodeExpander.Call call) {
    if (call.source().isBlank()) {
      return Expansion.NOTHING;
    }
    String named =
        call.attributes()
            .first(List.of("lang", "language"))
            .or(() -> call.attributes().at(0))
            .filter(l -> PLAIN_WORD.matcher(l).matches())
            .orElseGet(() -> call.rule().template());
    String language =
        named.isEmpty() ? "" : " class=\"language-" + named.toLowerCase(Locale.ROOT) + "\"";
    String source =
        ENTITY
            .matcher(call.source().replaceAll("^\\s*\\n|\\s+$", ""))
            .replaceAll("&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("[", "&#91;");
    return new Expansion.Flow(
        "<pre class=\"wp-block-code\"><code" + language + ">" + source + "</code></pre>\n");
  }

  private Expansion button(ShortcodeExpander.Call call) {
    Optional<String> url = call.url().filter(u -> Addresses.allowed(u, expander));
    String label = call.inner().isBlank() ? "" : PlainText.of(call.inner());
    if (url.isEmpty()) {
      String text = label.isEmpty() ? call.attributes().first(Addresses.LABELS).orElse("") : label;
      return text.isBlank() ? Expansion.NOTHING : new Expansion.Inline(Html.escape(text));
    }
    String words = label.isEmpty() ? Addresses.label(call.attributes(), url.get()) : label;
    return new Expansion.Flow(
        "<div class=\"wp-block-buttons\"><div class=\"wp-block-button\">"
            + "<a class=\"wp-block-button__link wp-element-button\" href=\""
            + Html.escape(url.get())
            + "\">"
            + Html.escape(words)
            + "</a></div></div>\n");
  }

  private Expansion media(ShortcodeExpander.Call call) {
    return call.url()
        .filter(url -> Addresses.allowed(url, expander))
        .<Expansion>map(url ->
            new Expansion.Flow(
                "<p>" + anchor(url, Addresses.label(call.attributes(), url)) + "</p>\n"))
        .orElseGet(() -> call.inner().isBlank() ? Expansion.NOTHING : Expansion.UNWRAPPED);
  }

  private Expansion link(ShortcodeExpander.Call call) {
    Optional<String> url = call.url().filter(u -> Addresses.allowed(u, expander));
    String words = PlainText.of(call.inner());
    if (url.isEmpty()) {
      return words.isEmpty()
          ? call.attributes()
              .first(Addresses.LABELS)
              .filter(l -> !Addresses.address(l))
              .<Expansion>map(l -> new Expansion.Inline(Html.escape(l)))
              .orElse(Expansion.NOTHING)
          : Expansion.UNWRAPPED;
    }
    boolean labelled =
        !words.isEmpty() && !Addresses.address(words) && !call.inner().contains("<a ");
    String label =
        labelled && call.rule().template().isEmpty()
            ? words
            : Addresses.label(call.attributes(), url.get());
    return new Expansion.Inline(anchor(url.get(), label));
  }

  private static Expansion text(ShortcodeExpander.Call call) {
    List<String> keys = List.of(call.rule().argument().split(","));
    String words =
        call.attributes()
            .first(keys)
            .or(() -> call.attributes().at(0))
            .map(Html::escape)
            .orElse("");
    String inner = call.inner();
    if (words.isEmpty()) {
      return inner.isBlank() ? Expansion.NOTHING : Expansion.UNWRAPPED;
    }
    return new Expansion.Inline(inner.isBlank() ? words : words + " " + inner);
  }

  /** Base64 of percent-encoded HTML, as page builders keep raw markup. */
  private static Expansion decode(String source) {
    String packed = PlainText.of(source).replace(" ", "");
    try {
      String once = new String(Base64.getMimeDecoder().decode(packed), StandardCharsets.UTF_8);
      String html = Addresses.percent(once);
      return new Expansion.Flow(Shortcodes.strip(html));
    } catch (IllegalArgumentException broken) {
      // Not encoded: markup somebody typed. The sanitiser sees it like everything else.
      return new Expansion.Flow(Shortcodes.strip(source));
    }
  }

  private static String anchor(String url, String label) {
    return "<a href=\"" + Html.escape(url) + "\">" + Html.escape(label) + "</a>";
  }

  private static String picture(String url, ShortcodeAttributes attributes) {
    return picture(
        url, attributes.first(List.of("alt", "title", "caption")).map(PlainText::of).orElse(""));
  }

  private static String picture(String url, String alt) {
    return "<figure class=\"wp-block-image\"><img src=\""
        + Html.escape(url)
        + "\" alt=\""
        + Html.escape(alt)
        + "\" /></figure>\n";
  }

  /** An unknown void shortcode: its address, else its words, else nothing. */
  static Expansion unknown(ShortcodeAttributes attributes, ShortcodeExpander expander) {
    Optional<String> url =
        attributes
            .first(List.of("url", "href", "link", "src", "image"))
            .filter(Addresses::address)
            .filter(u -> Addresses.allowed(u, expander));
    if (url.isPresent()) {
      return Addresses.picture(url.get())
          ? new Expansion.Flow(picture(url.get(), attributes))
          : new Expansion.Inline(anchor(url.get(), Addresses.label(attributes, url.get())));
    }
    return attributes
        .first(List.of("title", "text", "label", "heading", "content"))
        .map(PlainText::of)
        .filter(t -> !t.isBlank())
        .<Expansion>map(t -> new Expansion.Inline(Html.escape(t)))
        .orElse(Expansion.NOTHING);
  }

  /** Title, lines, picture and link out of a page builder's attributes. */
  static String harvest(
      ShortcodeAttributes attributes, ShortcodeExpander expander, boolean encloses) {
    StringBuilder out = new StringBuilder();
    Optional<String> title = attributes.first(TITLES).map(PlainText::of).filter(t -> !t.isBlank());
    title.ifPresent(t -> out.append(heading(t, 3)));
    for (String key : LINES) {
      attributes
          .find(key)
          .map(PlainText::of)
          .filter(t -> !t.isBlank())
          .ifPresent(t -> out.append("<p>").append(Html.escape(t)).append("</p>\n"));
    }
    attributes
        .first(IMAGES)
        .filter(Addresses::address)
        .filter(u -> Addresses.allowed(u, expander))
        .ifPresent(
            u -> out.append(picture(u, attributes.find("alt").map(PlainText::of).orElse(""))));
    Optional<String> label = attributes.first(List.of("button_text", "link_text", "text"));
    Optional<String> url =
        attributes
            .first(LINKS)
            .map(u -> u.startsWith("url:") ? Addresses.part(u, "url") : u)
            .filter(Addresses::address)
            .filter(u -> Addresses.allowed(u, expander));
    // Without a label of its own the link would only repeat the title above it.
    if (url.isPresent() && (label.isPresent() || (title.isEmpty() && !encloses))) {
      String words = label.orElseGet(() -> Addresses.label(attributes, url.get()));
      out.append("<p>").append(anchor(url.get(), PlainText.of(words))).append("</p>\n");
    } else {
      label
          .map(PlainText::of)
          .filter(l -> !l.isBlank())
          .ifPresent(l -> out.append("<p>").append(Html.escape(l)).append("</p>\n"));
    }
    return out.toString();
  }
}
