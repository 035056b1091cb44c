package org.quillbox.door.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.quillbox.base.kernel.Html;

/**
 * Makes a whole page out of what a template made: head, one style element with the theme's rules and those of
 * the text, and the policy that allows exactly this style and no script.
 */
public final class PageAssembler {
  private static final String PAPER_LIGHT = "#fcfcfa";
  private static final String PAPER_DARK = "#14161b";

  private final Theme theme;
  private final StyleSheet styles;
  private final List<String> fonts;

  /** A finished page and the policy it must be sent with. */
  public record Assembled(String html, String policy) {}

  /**
   * @param assetPath from the name of an asset of the theme to its address
   */
  public PageAssembler(Theme theme, UnaryOperator<String> assetPath) {
    this.theme = theme;
    List<StyleSheet.Part> parts = new ArrayList<>();
    for (StyleSheet.Part part : theme.styles()) {
      String css = part.css();
      for (String name : theme.assets().keySet()) {
        css = css.replace("asset:" + name, assetPath.apply(name));
      }
      parts.add(new StyleSheet.Part(css, part.when()));
    }
    this.styles = new StyleSheet(parts);
    this.fonts = theme.preload().stream().map(assetPath).toList();
  }

  /**
   * @param rules class name to whole rule, for what was a style attribute in the text
   */
  public Assembled page(
      String template,
      SiteView site,
      HeadView head,
      Map<String, ?> model,
      Map<String, String> rules) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("site", site);
    all.put("head", head);
    String body = theme.render(template, all);
    StyleSheet.Chosen style = styles.forPage(body, rules(rules));
    StringBuilder out = new StringBuilder(body.length() + style.css().length() + 2000);
    out.append("<!doctype html>\n<html lang=\"")
        .append(Html.escape(site.language()))
        .append("\" dir=\"")
        .append(Html.escape(site.direction()))
        .append("\" data-ink=\"")
        .append(Html.escape(site.ink()))
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(Html.escape(head.title()))
        .append(
            "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    meta(out, "description", head.description());
    meta(out, "robots", head.robots());
    meta(out, "generator", "Quillbox");
    links(out, head);
    out.append("<style>")
        .append(style.css())
        .append("</style>\n</head>\n<body class=\"")
        .append(Html.escape(head.bodyClass()))
        .append("\">\n")
        .append(body.strip())
        .append("\n</body>\n</html>\n");
    return new Assembled(out.toString(), policy(style));
  }

  /** This page's style element and no script at all; pictures and sound also from elsewhere, over https. */
  private static String policy(StyleSheet.Chosen style) {
    return "default-src 'none'; style-src "
        + style.source()
        + "; img-src 'self' data: https:; media-src 'self' https:; font-src 'self'; object-src 'none';"
        + " base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
  }

  private void links(StringBuilder out, HeadView head) {
    out.append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .append("<meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"")
        .append(PAPER_LIGHT)
        .append("\">\n<meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"")
        .append(PAPER_DARK)
        .append("\">\n");
    link(out, "prev", head.newer());
    link(out, "next", head.older());
    for (LinkView feed : head.feeds()) {
      out.append("<link rel=\"alternate\" type=\"application/rss+xml\" title=\"")
          .append(Html.escape(feed.label()))
          .append("\" href=\"")
          .append(Html.escape(feed.url()))
          .append("\">\n");
    }
    for (String font : fonts) {
      out.append("<link rel=\"preload\" href=\"")
          .append(Html.escape(font))
          .append("\" as=\"font\" type=\"font/woff2\" crossorigin>\n");
    }
  }

  private static void meta(StringBuilder out, String name, String content) {
    if (!content.isEmpty()) {
      out.append("<meta name=\"")
          .append(name)
          .append("\" content=\"")
          .append(Html.escape(content))
          .append("\">\n");
    }
  }

  private static void link(StringBuilder out, String rel, String path) {
    if (!path.isEmpty()) {
      out.append("<link rel=\"")
          .append(rel)
          .append("\" href=\"")
          .append(Html.escape(path))
          .append("\">\n");
    }
  }

  /** In one order, so that equal texts make equal pages. A rule that could end the element is a bug. */
  private static String rules(Map<String, String> rules) {
    String all = String.join("", new TreeMap<>(rules).values());
    if (all.indexOf('<') >= 0) {
      throw new IllegalArgumentException("A style rule holds markup: " + all);
    }
    return all;
  }
}
