package org.quillbox.box.setup;

/**
 * What the wizard asks, and a file of answers holds.
 *
 * @param title name of the site
 * @param tagline may be empty
 * @param timezone IANA name; empty means UTC
 * @param permalinks structure of addresses; empty means month and name
 * @param login sign-in name of the administrator
 * @param display public name; empty means the title
 * @param email may be empty
 */
public record Answers(
    String title,
    String tagline,
    String timezone,
    String permalinks,
    String login,
    String display,
    String password,
    String email) {

  /** The public name that follows from the answers. */
  String publicName() {
    return display.isBlank() ? title.strip() : display.strip();
  }
}
