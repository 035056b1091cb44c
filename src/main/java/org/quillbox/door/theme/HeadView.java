package org.quillbox.door.theme;

import java.util.List;

/**
 * The head of a page.
 *
 * @param title whole, e.g. {@code Post – Site}
 * @param description plain text; empty for none
 * @param robots for the robots meta
 * @param feeds feeds to offer, label and path
 * @param bodyClass WordPress's class names of the page (contract 29)
 * @param newer path of the page before in a list; empty for none
 * @param older path of the page after in a list; empty for none
 */
public record HeadView(
    String title,
    String description,
    String robots,
    List<LinkView> feeds,
    String bodyClass,
    String newer,
    String older) {
  public HeadView {
    feeds = List.copyOf(feeds);
  }
}
