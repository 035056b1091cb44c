package org.quillbox.site.content;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A post in the catalogue: what its place in every list depends on, and the lists it is in. */
record Listed(
    long id,
    Instant at,
    LocalDateTime local,
    long author,
    boolean isSticky,
    List<Long> terms,
    Set<String> scopes) {

  static final Comparator<Listed> NEWEST_FIRST =
      Comparator.comparing(Listed::at).thenComparingLong(Listed::id).reversed();

  /** A stand-in that is found where the post stands. */
  static Listed standIn(long id, Instant at) {
    return new Listed(id, at, LocalDateTime.MIN, 0, false, List.of(), Set.of());
  }

  Listed in(Set<String> lists) {
    return new Listed(id, at, local, author, isSticky, terms, Set.copyOf(lists));
  }

  /** Equal when the post stands in the same place; the lists are compared by the catalogue. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Listed o
        && id == o.id
        && at.equals(o.at)
        && local.equals(o.local)
        && author == o.author
        && isSticky == o.isSticky
        && terms.equals(o.terms);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new long[] {id, at.toEpochMilli()});
  }
}
