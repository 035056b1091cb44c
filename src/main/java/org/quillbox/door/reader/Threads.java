package org.quillbox.door.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.pages.Pages;
import org.quillbox.door.theme.CommentView;
import org.quillbox.site.comments.Comment;
import org.quillbox.site.comments.Comments;
import org.quillbox.site.content.CommentText;
import org.quillbox.site.content.Entry;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;

/** Comments of an entry as a thread. Deeper replies than the site allows stand beside what they answer. */
final class Threads {
  private final Comments comments;
  private final Settings settings;
  private final Views views;
  private final Pages pages;

  /** A thread that is kept as a part of pages. */
  private record Kept(List<CommentView> roots, int weight) {}

  Threads(Comments comments, Settings settings, Views views, Pages pages) {
    this.comments = comments;
    this.settings = settings;
    this.views = views;
    this.pages = pages;
  }

  List<CommentView> of(Reads reads, Entry entry) {
    return pages
        .<Kept>fragment(
            reads,
            "thread:" + entry.id() + ':' + entry.author(),
            inner -> built(inner, entry),
            Kept::weight)
        .roots();
  }

  private Kept built(Reads reads, Entry entry) {
    List<Comment> all = comments.thread(reads, entry.id());
    int deepest =
        settings.isOn(reads, Option.THREAD_COMMENTS)
            ? settings.number(reads, Option.THREAD_COMMENTS_DEPTH)
            : 1;
    Map<Long, Comment> byId = new HashMap<>();
    all.forEach(c -> byId.put(c.id(), c));
    Map<Long, List<Comment>> replies = new HashMap<>();
    Map<Long, Integer> depths = new HashMap<>();
    int weight = 100;
    for (Comment c : all) {
      // Comments come oldest first, so what one answers has its depth already.
      long parent = byId.containsKey(c.parent()) && depths.containsKey(c.parent()) ? c.parent() : 0;
      int depth = parent == 0 ? 1 : depths.getOrDefault(parent, 0) + 1;
      while (depth > deepest && parent != 0) {
        Comment answered = byId.get(parent);
        parent = answered == null ? 0 : answered.parent();
        parent = depths.containsKey(parent) ? parent : 0;
        depth = parent == 0 ? 1 : depths.getOrDefault(parent, 0) + 1;
      }
      depths.put(c.id(), depth);
      replies.computeIfAbsent(parent, none -> new ArrayList<>()).add(c);
      weight += 2 * c.content().length() + 400;
    }
    return new Kept(views(reads, entry, replies, 0, 1), weight);
  }

  private List<CommentView> views(
      Reads reads, Entry entry, Map<Long, List<Comment>> replies, long parent, int depth) {
    List<CommentView> out = new ArrayList<>();
    List<Comment> here = replies.getOrDefault(parent, List.of());
    for (int i = 0; i < here.size(); i++) {
      Comment c = here.get(i);
      boolean byAuthor = c.person() != 0 && c.person() == entry.author();
      String classes =
          c.type()
              + (c.person() == 0 ? "" : " byuser")
              + (byAuthor ? " bypostauthor" : "")
              + (i % 2 == 0 ? " even" : " odd alt")
              + (depth == 1 ? (i % 2 == 0 ? " thread-even" : " thread-odd thread-alt") : "")
              + " depth-"
              + depth
              + (replies.containsKey(c.id()) ? " parent" : "");
      out.add(
          new CommentView(
              c.id(),
              c.name().isBlank() ? "Anonymous" : c.name(),
              link(c.url()),
              initials(c.name()),
              views.date(reads, c.madeLocal()),
              CommentText.html(c.content(), settings.formerHosts(reads)),
              depth,
              byAuthor,
              classes,
              views(reads, entry, replies, c.id(), depth + 1)));
    }
    return out;
  }

  /** Only addresses a browser opens as a page. */
  private static String link(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://") ? url : "";
  }

  private static String initials(String name) {
    StringBuilder out = new StringBuilder();
    for (String word : name.strip().split("\\s+")) {
      if (!word.isEmpty()
          && Character.isLetterOrDigit(word.codePointAt(0))
          && out.codePointCount(0, out.length()) < 2) {
        out.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
      }
    }
    return out.isEmpty() ? "?" : out.toString();
  }
}
