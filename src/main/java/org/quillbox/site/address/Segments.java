package org.quillbox.site.address;

import java.util.List;

/** Small questions about lists of path segments. */
final class Segments {
  private Segments() {}

  /** What follows a start that the segments have; empty also when they have another. */
  static List<String> after(List<String> segments, List<String> start) {
    if (segments.size() <= start.size()) {
      return List.of();
    }
    for (int i = 0; i < start.size(); i++) {
      if (!segments.get(i).equals(Percent.fold(start.get(i)))) {
        return List.of();
      }
    }
    return segments.subList(start.size(), segments.size());
  }

  /** The segments of a path that is not encoded. */
  static List<String> of(String path) {
    return List.of(path.split("/")).stream().filter(s -> !s.isEmpty()).toList();
  }
}
