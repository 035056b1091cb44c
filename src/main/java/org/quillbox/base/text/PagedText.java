package org.quillbox.base.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body cut at its page breaks and at its more marker. Guarded passages are emptied before the cut: a cut
 * inside one would show its second half to everybody.
 */
public final class PagedText {
  private static final Pattern PAGE =
      Pattern.compile(
          "\\n?(?:<!-- wp:nextpage[^>]{0,200}-->\\s{0,20})?<!--nextpage-->(?:\\s{0,20}<!-- /wp:nextpage -->)?\\n?");
  private static final Pattern MORE =
      Pattern.compile(
          "(?:<!-- wp:more[^>]{0,400}-->\\s{0,20})?<!--more([^>]{0,400}?)-->"
              + "(?:\\s{0,20}<!--noteaser-->)?(?:\\s{0,20}<!-- /wp:more -->)?");
  private static final String NO_TEASER = "<!--noteaser-->";

  private PagedText() {}

  /**
   * A body on both sides of its more marker.
   *
   * @param teaser what stands before the marker; the whole body when there is none
   * @param rest what follows; empty without a marker
   * @param label text of the link, empty for the usual one
   * @param marked whether there was a marker
   * @param teaserHidden whether the author asked to leave the teaser out on the entry's own page
   */
  public record More(
      String teaser, String rest, String label, boolean marked, boolean teaserHidden) {}

  /** The pages of a body, at least one. A break at the very start makes no empty page. */
  public static List<String> pages(String html) {
    if (!html.contains("<!--nextpage-->")) {
      return List.of(html);
    }
    String safe = Shortcodes.conceal(html);
    List<String> pages = new ArrayList<>();
    Matcher page = PAGE.matcher(safe);
    int from = 0;
    while (page.find()) {
      if (page.start() > 0 && !(pages.isEmpty() && safe.substring(from, page.start()).isBlank())) {
        pages.add(safe.substring(from, page.start()));
      }
      from = page.end();
    }
    pages.add(safe.substring(from));
    return List.copyOf(pages);
  }

  /** The body cut at its first more marker. */
  public static More more(String html) {
    if (!html.contains("<!--more")) {
      return new More(html, "", "", false, false);
    }
    String safe = Shortcodes.conceal(html);
    Matcher more = MORE.matcher(safe);
    if (!more.find()) {
      return new More(html, "", "", false, false);
    }
    return new More(
        safe.substring(0, more.start()),
        safe.substring(more.end()),
        PlainText.of(more.group(1)),
        true,
        safe.contains(NO_TEASER));
  }
}
