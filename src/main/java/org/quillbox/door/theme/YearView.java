package org.quillbox.door.theme;

import java.util.List;

/** Posts of one year, for archives. */
public record YearView(int year, List<PostView> posts) {
  public YearView {
    posts = List.copyOf(posts);
  }
}
