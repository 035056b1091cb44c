package org.quillbox.base.console;

import java.util.List;

/**
 * The head of a page with a rail.
 *
 * @param title its one heading; on Today a sentence
 * @param sub a line below it; may be empty
 * @param current address of its line in the rail
 * @param actions beside the heading
 * @param notices above everything else
 */
public record Page(
    String title, String sub, String current, List<Link> actions, List<Notice> notices) {
  public Page {
    actions = List.copyOf(actions);
    notices = List.copyOf(notices);
  }

  public static Page of(String title, String current) {
    return new Page(title, "", current, List.of(), List.of());
  }

  public Page sub(String line) {
    return new Page(title, line, current, actions, notices);
  }

  public Page actions(Link... all) {
    return new Page(title, sub, current, List.of(all), notices);
  }

  public Page notices(List<Notice> all) {
    return new Page(title, sub, current, actions, all);
  }
}
