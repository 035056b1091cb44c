package org.quillbox.door.theme;

import java.util.List;
import org.quillbox.base.view.Url;

/**
 * The site around every page.
 *
 * @param url path of the front page
 * @param language tag, e.g. {@code en-US}
 * @param direction {@code ltr} or {@code rtl}
 * @param ink name of the spot color
 * @param feedUrl path of the feed of all posts
 * @param searchUrl path the search form is sent to
 * @param nav links at the top
 */
public record SiteView(
    String title,
    String tagline,
    String url,
    String language,
    String direction,
    String ink,
    String feedUrl,
    String searchUrl,
    List<LinkView> nav) {
  public SiteView {
    url = Url.safe(url);
    feedUrl = Url.safe(feedUrl);
    searchUrl = Url.safe(searchUrl);
    nav = List.copyOf(nav);
  }
}
