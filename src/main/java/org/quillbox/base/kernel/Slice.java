package org.quillbox.base.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param items what is on this page, in order
 * @param page number of this page, from 1
 * @param size most items a page has
 * @param total items on all pages together
 */
public record Slice<T>(List<T> items, int page, int size, int total) {
  public Slice {
    items = List.copyOf(items);
  }

  public static <T> Slice<T> empty(int page, int size) {
    return new Slice<>(List.of(), page, size, 0);
  }

  /** Number of pages; 0 when there is nothing. */
  public int pages() {
    return total == 0 ? 0 : (total + size - 1) / size;
  }

  public boolean hasNext() {
    return page < pages();
  }

  /** The same slice of something else. */
  public <R> Slice<R> map(Function<? super T, ? extends R> change) {
    return new Slice<>(items.stream().<R>map(change).toList(), page, size, total);
  }
}
