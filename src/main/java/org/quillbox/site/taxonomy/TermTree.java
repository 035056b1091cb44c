package org.quillbox.site.taxonomy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All terms at one moment. Immutable. */
final class TermTree {
  private static final int DEEPEST = 50;

  private final Map<Long, Term> byId;
  private final Map<String, Term> bySlug = new HashMap<>();
  private final Map<Long, List<Long>> children = new HashMap<>();
  private final List<Term> sorted;

  TermTree(List<Term> terms) {
    byId = HashMap.newHashMap(terms.size());
    for (Term term : terms) {
      byId.put(term.id(), term);
      bySlug.put(slugKey(term.taxonomy(), term.slug()), term);
      children.computeIfAbsent(term.parent(), none -> new ArrayList<>()).add(term.id());
    }
    sorted =
        terms.stream()
            .sorted(
                Comparator.comparing(Term::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparingLong(Term::id))
            .toList();
  }

  /** The same terms but for some ids, which now are these; the others of them are gone. */
  TermTree with(List<Long> ids, List<Term> now) {
    Map<Long, Term> all = new HashMap<>(byId);
    ids.forEach(all::remove);
    now.forEach(term -> all.put(term.id(), term));
    return new TermTree(List.copyOf(all.values()));
  }

  @Nullable Term find(long id) {
    return byId.get(id);
  }

  @Nullable Term bySlug(String taxonomy, String slug) {
    return bySlug.get(slugKey(taxonomy, slug));
  }

  /** All terms of a taxonomy, by name. */
  List<Term> of(String taxonomy) {
    return sorted.stream().filter(t -> t.taxonomy().equals(taxonomy)).toList();
  }

  /** From the topmost ancestor down to the term itself. A circle is cut where it closes. */
  List<Term> path(Term term) {
    LinkedHashSet<Term> up = new LinkedHashSet<>();
    Term at = term;
    while (at != null && up.size() < DEEPEST && up.add(at)) {
      at = at.parent() == 0 ? null : byId.get(at.parent());
    }
    return List.copyOf(up).reversed();
  }

  /** The term and everything below it. */
  Set<Long> withDescendants(long id) {
    Set<Long> all = new LinkedHashSet<>();
    List<Long> open = new ArrayList<>(List.of(id));
    while (!open.isEmpty()) {
      long at = open.removeLast();
      if (all.add(at)) {
        open.addAll(children.getOrDefault(at, List.of()));
      }
    }
    return all;
  }

  private static String slugKey(String taxonomy, String slug) {
    return taxonomy + '\n' + slug;
  }
}
