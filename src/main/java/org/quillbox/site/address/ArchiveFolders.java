package org.quillbox.site.address;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folders that the archives of a structure stand in, and the ones they are also found in. */
final class ArchiveFolders {
  private final List<String> front;
  private final List<String> category;
  private final List<String> tag;
  private final DateFolders dates;

  ArchiveFolders(PermalinkStructure structure, @Nullable PostPattern posts) {
    front = posts == null ? List.of() : Segments.of(posts.front());
    category = folder(structure.categoryBase(), "category");
    tag = folder(structure.tagBase(), "tag");
    dates = new DateFolders(front, posts == null ? List.of() : posts.tags(), structure.pattern());
  }

  // A base of one's own stands at the root; the usual words stand behind the front of the
  // structure.
  private List<String> folder(String own, String usual) {
    return own.isEmpty() ? behindFront(usual) : Segments.of(own);
  }

  private List<String> behindFront(String word) {
    List<String> out = new ArrayList<>(front);
    out.add(word);
    return List.copyOf(out);
  }

  List<String> front() {
    return front;
  }

  DateFolders dates() {
    return dates;
  }

  /** Where the archives of a taxonomy stand. */
  List<String> of(String taxonomy) {
    return switch (taxonomy) {
      case TermPath.CATEGORY -> category;
      case TermPath.TAG -> tag;
      case TermPath.FORMAT -> behindFront("type");
      default -> behindFront(taxonomy);
    };
  }

  List<String> authors() {
    return behindFront("author");
  }

  List<String> typed(String type) {
    return behindFront(type);
  }

  /** Where addresses of a taxonomy are understood: its folder, the usual one, the one at the root. */
  Set<List<String>> understood(String taxonomy) {
    String usual =
        switch (taxonomy) {
          case TermPath.CATEGORY -> "category";
          case TermPath.TAG -> "tag";
          default -> "type";
        };
    Set<List<String>> out = new LinkedHashSet<>();
    out.add(of(taxonomy));
    out.add(behindFront(usual));
    out.add(List.of(usual));
    return out;
  }

  Set<List<String>> understoodAuthors() {
    Set<List<String>> out = new LinkedHashSet<>();
    out.add(authors());
    out.add(List.of("author"));
    return out;
  }
}
