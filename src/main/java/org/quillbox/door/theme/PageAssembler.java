package org.quillbox.door.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.quillbox.base.http.Csp;
import org.quillbox.base.kernel.Html;

/**
 * Makes a whole page out of what a template made: head, one style element with the theme's rules and those of
 * the text, and the policy that allows exactly this style and no script.
 */
public final class PageAssembler {
  private final Theme theme;
  private final String css;

  /** A finished page and the policy it must be sent with. */
  public record Assembled(String html, String policy) {}

  /**
   * @param assetPath from the name of an asset of the theme to its address
   */
  public PageAssembler(Theme theme, UnaryOperator<String> assetPath) {
    this.theme = theme;
    String style = theme.css();
    for (String name : theme.assets().keySet()) {
      style = style.replace("asset:" + name, assetPath.apply(name));
    }
    this.css = Minified.css(style);
  }

  /**
   * @param rules class name to whole rule, for what was a style attribute in the text
   */
  public Assembled page(
      String template, SiteView site, HeadView head, Map<String, ?> model, Map<String, String> rules) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("site", site);
    all.put("head", head);
    String body = theme.render(template, all);
    String style = css + rules(rules);
    StringBuilder out = new StringBuilder(body.length() + style.length() + 2000);
    out.append("<!doctype html>\n<html lang=\"")
        .append(Html.escape(site.language()))
        .append("\" dir=\"")
        .append(Html.escape(site.direction()))
        .append("\" data-ink=\"")
        .append(Html.escape(site.ink()))
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(Html.escape(head.title()))
        .append("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    meta(out, "description", head.description());
    meta(out, "robots", head.robots());
    meta(out, "generator", "Quillbox");
    out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    link(out, "prev", head.newer());
    link(out, "next", head.older());
    for (LinkView feed : head.feeds()) {
      out.append("<link rel=\"alternate\" type=\"application/rss+xml\" title=\"")
          .append(Html.escape(feed.label()))
          .append("\" href=\"")
          .append(Html.escape(feed.url()))
          .append("\">\n");
    }
    out.append("<style>").append(style).append("</style>\n</head>\n<body class=\"")
        .append(Html.escape(head.bodyClass()))
        .append("\">\n")
        .append(body.strip())
        .append("\n</body>\n</html>\n");
    return new Assembled(out.toString(), Csp.reader(List.of(style), List.of()));
  }

  private static void meta(StringBuilder out, String name, String content) {
    if (!content.isEmpty()) {
      out.append("<meta name=\"").append(name).append("\" content=\"").append(Html.escape(content)).append("\">\n");
    }
  }

  private static void link(StringBuilder out, String rel, String path) {
    if (!path.isEmpty()) {
      out.append("<link rel=\"").append(rel).append("\" href=\"").append(Html.escape(path)).append("\">\n");
    }
  }

  /** In one order, so that equal texts make equal pages. */
  private static String rules(Map<String, String> rules) {
    StringBuilder out = new StringBuilder();
    new TreeMap<>(rules).forEach((name, rule) -> out.append(rule));
    return out.toString();
  }
}
