package org.quillbox.site.content;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quillbox.base.gates.HtmlPolicy;
import org.quillbox.base.gates.HtmlSanitizer;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Autop;
import org.quillbox.base.text.Texturize;
import org.quillbox.site.address.OwnLinks;

/**
 * The text of a comment as readers see it: automatic paragraphs, typographic quotes, addresses made links, then
 * the policy of comments. Shortcodes are nobody's in a comment and stay as they were typed.
 */
public final class CommentText {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z]+)[^>]*>");
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![\\w/\"'=@.-])https?://[^\\s<>\"'\\[\\]]{1,400}");
  private static final String TRAILING = ".,;:!?)";

  private CommentText() {}

  /** A comment of a site that has no former names. */
  public static Html html(String content) {
    return html(content, Set.of());
  }

  /**
   * A comment.
   *
   * @param content as it was sent
   * @param ownHosts links to these become paths; see {@link Bodies#ownHosts}
   */
  public static Html html(String content, Set<String> ownHosts) {
    String html = Texturize.apply(Autop.apply(linked(content)));
    return HtmlSanitizer.sanitize(
            html, HtmlPolicy.COMMENT, url -> OwnLinks.relative(url, ownHosts), Map.of())
        .html();
  }

  /** Addresses in running text become links; those in tags, links and code stay. */
  private static String linked(String content) {
    if (!content.contains("://")) {
      return content;
    }
    StringBuilder out = new StringBuilder(content.length() + 200);
    Matcher tag = TAG.matcher(content);
    int verbatim = 0;
    int from = 0;
    while (tag.find()) {
      text(content.substring(from, tag.start()), verbatim > 0, out);
      String name = tag.group(2).toLowerCase(java.util.Locale.ROOT);
      if (Set.of("a", "code", "pre").contains(name)) {
        verbatim = Math.max(0, verbatim + (tag.group(1).isEmpty() ? 1 : -1));
      }
      out.append(tag.group());
      from = tag.end();
    }
    text(content.substring(from), verbatim > 0, out);
    return out.toString();
  }

  private static void text(String text, boolean verbatim, StringBuilder out) {
    if (verbatim) {
      out.append(text);
      return;
    }
    Matcher address = ADDRESS.matcher(text);
    int from = 0;
    while (address.find()) {
      String url = address.group();
      while (!url.isEmpty() && TRAILING.indexOf(url.charAt(url.length() - 1)) >= 0) {
        url = url.substring(0, url.length() - 1);
      }
      out.append(text, from, address.start());
      out.append("<a href=\"").append(url).append("\">").append(url).append("</a>");
      from = address.start() + url.length();
    }
    out.append(text, from, text.length());
  }
}
