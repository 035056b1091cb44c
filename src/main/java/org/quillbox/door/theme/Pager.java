package org.quillbox.door.theme;

import java.util.List;
import java.util.Optional;

/**
 * Where a page of a list stands.
 *
 * @param numbers links to pages by number; a link without an address is a gap
 */
public record Pager(
    int page, int pages, Optional<String> newer, Optional<String> older, List<LinkView> numbers) {
  public Pager {
    numbers = List.copyOf(numbers);
  }
}
