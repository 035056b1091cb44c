package org.quillbox.site.content;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.kernel.Slice;
import org.quillbox.base.store.Change;
import org.quillbox.base.store.Follower;
import org.quillbox.base.store.Tx;

/**
 * What is visible to everybody, in order, in memory: posts in all lists that readers page through. It answers
 * page N of any list, counts and neighbours in microseconds at any depth, where SQL would count through all
 * rows before (measured: 50 to 375 ms for {@code offset} in 50,000 posts).
 *
 * <p>Lists are arrays, newest first, replaced as a whole and never changed, so readers need no lock. Changes
 * come from the feed, one after the other; each re-reads the post by primary key, takes it out of the lists
 * where it was and puts it where it belongs. Here and only here it is certain which lists and which neighbours
 * that touches, so the keys of lists, counts and neighbours are emitted here. Password-protected posts are in
 * the lists, private and future ones are not.
 */
public final class Catalogue implements Follower {
  private static final Listed[] NONE = {};

  private final LongFunction<List<Long>> ancestorsOfTerm;
  private final Map<Long, Listed> byId = new HashMap<>();
  // One string for each name of a list, however many posts are in it.
  private final Map<String, String> names = new HashMap<>();
  private volatile Map<String, Listed[]> lists = Map.of();

  /** How many posts a month has. */
  public record MonthCount(int year, int month, int posts) {}

  /**
   * @param ancestorsOfTerm from a term's id to the ids of itself and everything above it
   */
  public Catalogue(LongFunction<List<Long>> ancestorsOfTerm) {
    this.ancestorsOfTerm = ancestorsOfTerm;
  }

  /** Ids of one page of a list. */
  public Slice<Long> posts(Reads reads, Scope scope, int page, int size) {
    reads.saw(new Key.Members(scope.text()));
    Listed[] list = lists.getOrDefault(scope.text(), NONE);
    long from = (page - 1L) * size;
    List<Long> ids = new ArrayList<>();
    for (int i = (int) Math.min(from, list.length); i < Math.min(from + size, list.length); i++) {
      ids.add(list[i].id());
    }
    return new Slice<>(ids, page, size, list.length);
  }

  public int count(Reads reads, Scope scope) {
    reads.saw(new Key.Count(scope.text()));
    return lists.getOrDefault(scope.text(), NONE).length;
  }

  /** The post published before this one. */
  public OptionalLong before(Reads reads, Entry post) {
    return neighbour(reads, post, 1);
  }

  /** The post published after this one. */
  public OptionalLong after(Reads reads, Entry post) {
    return neighbour(reads, post, -1);
  }

  private OptionalLong neighbour(Reads reads, Entry post, int step) {
    reads.saw(new Key.Near(post.id()));
    Listed[] all = lists.getOrDefault(new Scope.All().text(), NONE);
    if (post.publishedAt() == null) {
      return OptionalLong.empty();
    }
    int at =
        Arrays.binarySearch(
            all, Listed.standIn(post.id(), post.publishedAt()), Listed.NEWEST_FIRST);
    int next = at + step;
    return at < 0 || next < 0 || next >= all.length
        ? OptionalLong.empty()
        : OptionalLong.of(all[next].id());
  }

  /** Months that have posts, newest first. */
  public List<MonthCount> months(Reads reads) {
    reads.saw(new Key.Members("months"));
    TreeMap<String, MonthCount> months = new TreeMap<>();
    lists.forEach((scope, list) -> {
      if (scope.startsWith("month:")) {
        int year = Integer.parseInt(scope.substring(6, 10));
        months.put(scope, new MonthCount(year, Integer.parseInt(scope.substring(11)), list.length));
      }
    });
    return List.copyOf(months.descendingMap().values());
  }

  @Override
  public void apply(List<Change> rows, Tx read, Set<Key> also) {
    Set<Long> entries = new HashSet<>();
    boolean replaced = false;
    Set<Long> terms = new HashSet<>();
    for (Change row : rows) {
      switch (row.kind()) {
        case Entries.KIND -> entries.add(row.id());
        case "term" -> terms.add(row.id());
        default -> {}
      }
    }
    Map<String, Listed[]> next = new HashMap<>(lists);
    if (terms.stream().anyMatch(id -> movesPosts(next, id))) {
      for (Listed listed : List.copyOf(byId.values())) {
        replaced |= replace(next, listed.id(), listed, lists(listed), also);
      }
    }
    List<Listed> now = ListedStore.find(read, entries);
    Map<Long, Listed> found = new HashMap<>();
    now.forEach(listed -> found.put(listed.id(), listed));
    for (long id : entries) {
      Listed listed = found.get(id);
      replaced |= replace(next, id, listed, listed == null ? Set.of() : lists(listed), also);
    }
    if (replaced) {
      lists = Map.copyOf(next);
    }
  }

  /** A term that has posts may have got another parent; its posts are put in order again. */
  private boolean movesPosts(Map<String, Listed[]> current, long term) {
    return current.containsKey(new Scope.Term(term).text());
  }

  private boolean replace(
      Map<String, Listed[]> next,
      long id,
      @Nullable Listed now,
      Set<String> scopesNow,
      Set<Key> also) {
    Listed before = byId.get(id);
    if (before != null && before.equals(now) && before.scopes().equals(scopesNow)) {
      return false;
    }
    if (before != null) {
      byId.remove(id);
      for (String scope : before.scopes()) {
        touch(next, scope, also);
        Listed[] list = next.getOrDefault(scope, NONE);
        int at = Arrays.binarySearch(list, before, Listed.NEWEST_FIRST);
        if (scope.equals("all")) {
          near(list, at, also);
        }
        put(next, scope, without(list, at));
      }
    }
    if (now != null) {
      Listed placed = now.in(scopesNow);
      byId.put(id, placed);
      for (String scope : scopesNow) {
        Listed[] list = with(next.getOrDefault(scope, NONE), placed);
        put(next, scope, list);
        touch(next, scope, also);
        if (scope.equals("all")) {
          near(list, Arrays.binarySearch(list, placed, Listed.NEWEST_FIRST), also);
        }
      }
    }
    return true;
  }

  private static void touch(Map<String, Listed[]> next, String scope, Set<Key> also) {
    also.add(new Key.Members(scope));
    also.add(new Key.Count(scope));
    if (scope.startsWith("month:")) {
      also.add(new Key.Members("months"));
    }
    if (scope.startsWith("author:") && !next.containsKey(scope)) {
      also.add(new Key.Members("authors"));
    }
  }

  private static void near(Listed[] list, int at, Set<Key> also) {
    for (int i = Math.max(0, at - 1); i <= Math.min(list.length - 1, at + 1); i++) {
      also.add(new Key.Near(list[i].id()));
    }
  }

  private static void put(Map<String, Listed[]> next, String scope, Listed[] list) {
    if (list.length == 0) {
      next.remove(scope);
    } else {
      next.put(scope, list);
    }
  }

  private static Listed[] without(Listed[] list, int at) {
    if (at < 0) {
      return list;
    }
    Listed[] less = new Listed[list.length - 1];
    System.arraycopy(list, 0, less, 0, at);
    System.arraycopy(list, at + 1, less, at, less.length - at);
    return less;
  }

  private static Listed[] with(Listed[] list, Listed added) {
    int at = -1 - Arrays.binarySearch(list, added, Listed.NEWEST_FIRST);
    Listed[] more = new Listed[list.length + 1];
    System.arraycopy(list, 0, more, 0, at);
    more[at] = added;
    System.arraycopy(list, at, more, at + 1, list.length - at);
    return more;
  }

  /** Names of the lists a post belongs to. */
  private Set<String> lists(Listed post) {
    Set<String> scopes = new HashSet<>();
    scopes.add(new Scope.All().text());
    LocalDateTime local = post.local();
    LocalDate day = local.toLocalDate();
    scopes.add(new Scope.Year(day.getYear()).text());
    scopes.add(new Scope.Month(day.getYear(), day.getMonthValue()).text());
    scopes.add(new Scope.Day(day).text());
    scopes.add(new Scope.Author(post.author()).text());
    if (post.isSticky()) {
      scopes.add(new Scope.Sticky().text());
    }
    for (long term : post.terms()) {
      for (long ancestor : ancestorsOfTerm.apply(term)) {
        scopes.add(new Scope.Term(ancestor).text());
      }
    }
    Set<String> shared = HashSet.newHashSet(scopes.size());
    for (String scope : scopes) {
      shared.add(names.computeIfAbsent(scope, same -> same));
    }
    return shared;
  }

  @Override
  public void rebuild(Tx read, long upTo) {
    byId.clear();
    Map<String, List<Listed>> open = new HashMap<>();
    for (Listed listed : ListedStore.all(read)) {
      Listed placed = listed.in(lists(listed));
      byId.put(placed.id(), placed);
      for (String scope : placed.scopes()) {
        open.computeIfAbsent(scope, none -> new ArrayList<>()).add(placed);
      }
    }
    Map<String, Listed[]> built = new HashMap<>();
    open.forEach((scope, list) -> {
      Listed[] sorted = list.toArray(NONE);
      Arrays.sort(sorted, Listed.NEWEST_FIRST);
      built.put(scope, sorted);
    });
    lists = Map.copyOf(built);
  }
}
