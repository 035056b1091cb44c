package org.quillbox.door.wxr;

import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a file holds, found by reading it once through before anything is written: so a file that breaks on
 * its last line is refused with nothing imported, progress has a total, and the owner is told what comes.
 *
 * @param comments of all items together
 * @param byType items by type
 * @param hiddenForums old numbers of forums not open to everybody, those under them included
 * @param memberTraces membership plugins met; when there are any the owner is asked whether the site had members
 * @param languages codes that stand in front of addresses ({@code /de/...}) and are no page of their own
 * @param highest highest old numbers, as far as they can be kept
 * @param fileHosts hosts the files of attachments lay on
 * @param mended what the bytes needed
 */
public record WxrSurvey(
    WxrPart.Site site,
    long authors,
    long terms,
    long items,
    long comments,
    Map<String, Long> byType,
    Set<Long> hiddenForums,
    Set<String> memberTraces,
    Set<String> languages,
    Highest highest,
    Set<String> fileHosts,
    WxrReader.Mended mended) {
  /** Highest number that is kept; what lies above is no number WordPress gave out. */
  static final long HIGHEST_KEPT = 1L << 40;

  /** A file naming more hosts than this is about something else. */
  private static final int MOST_HOSTS = 20;

  /** The highest number of each kind, 0 where there is none. */
  public record Highest(long author, long term, long item, long comment) {}

  public WxrSurvey {
    byType = Map.copyOf(byType);
    hiddenForums = Set.copyOf(hiddenForums);
    memberTraces = Set.copyOf(memberTraces);
    languages = Set.copyOf(languages);
    fileHosts = Set.copyOf(fileHosts);
  }

  /** Reads the whole file; fails as {@link WxrReader} does. The stream is closed. */
  public static WxrSurvey of(InputStream in, String name, Visibility visibility) {
    Tally tally = new Tally(visibility);
    try (WxrReader reader = WxrReader.open(in, name)) {
      for (Optional<WxrPart> part = reader.next(); part.isPresent(); part = reader.next()) {
        tally.take(part.get());
      }
      return tally.survey(reader.mended());
    }
  }

  private static final class Tally {
    private final Visibility visibility;
    private final Map<String, Long> byType = new TreeMap<>();
    private final Map<Long, Long> forumParents = new HashMap<>();
    private final Set<Long> closed = new HashSet<>();
    private final Set<String> traces = new TreeSet<>();
    private final Set<String> prefixes = new TreeSet<>();
    private final Set<String> topSlugs = new HashSet<>();
    private WxrPart.Site site = new WxrPart.Site("", "", "", "", "", "", "", "");
    private long authors;
    private long terms;
    private long items;
    private long comments;
    private long highestAuthor;
    private long highestTerm;
    private long highestItem;
    private long highestComment;
    private final Set<String> hosts = new TreeSet<>();

    private Tally(Visibility visibility) {
      this.visibility = visibility;
    }

    private void take(WxrPart part) {
      switch (part) {
        case WxrPart.Site s -> site = s;
        case WxrPart.Author author -> {
          authors++;
          highestAuthor = higher(highestAuthor, author.id());
        }
        case WxrPart.Category category -> term(category.id());
        case WxrPart.Tag tag -> term(tag.id());
        case WxrPart.Term term -> term(term.id());
        case WxrPart.Item item -> item(item);
      }
    }

    private static long higher(long highest, long id) {
      return id <= HIGHEST_KEPT ? Math.max(highest, id) : highest;
    }

    private void term(long id) {
      terms++;
      highestTerm = higher(highestTerm, id);
    }

    private void item(WxrPart.Item item) {
      items++;
      highestItem = higher(highestItem, item.id());
      for (WxrPart.Comment c : item.comments()) {
        highestComment = higher(highestComment, c.id());
      }
      if (hosts.size() < MOST_HOSTS) {
        ImportSource.host(item.attachmentUrl()).ifPresent(hosts::add);
      }
      comments += item.comments().size();
      byType.merge(item.type(), 1L, Long::sum);
      traces.addAll(visibility.memberTraces(item));
      if (item.type().equals("forum")) {
        forumParents.put(item.id(), item.parent());
        boolean open = item.status().equals("publish") || item.status().equals("closed");
        if (!open || !visibility.decide(item, false, Set.of()).open()) {
          closed.add(item.id());
        }
      }
      WxrLanguage.prefix(item.link(), site.baseBlogUrl()).ifPresent(prefixes::add);
      if (item.parent() == 0 && item.slug().length() <= WxrLanguage.LONGEST_CODE) {
        topSlugs.add(item.slug());
      }
    }

    private WxrSurvey survey(WxrReader.Mended mended) {
      Set<Long> hidden = new HashSet<>(closed);
      for (Long forum : forumParents.keySet()) {
        // As many steps as there are forums: a broken file may hold a circle.
        long at = forum;
        for (int i = 0; i < forumParents.size() && at != 0; i++) {
          if (closed.contains(at)) {
            hidden.add(forum);
            break;
          }
          at = forumParents.getOrDefault(at, 0L);
        }
      }
      prefixes.removeAll(topSlugs);
      return new WxrSurvey(
          site,
          authors,
          terms,
          items,
          comments,
          byType,
          hidden,
          traces,
          prefixes,
          new Highest(highestAuthor, highestTerm, highestItem, highestComment),
          hosts,
          mended);
    }
  }
}
