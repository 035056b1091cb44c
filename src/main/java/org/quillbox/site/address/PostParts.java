package org.quillbox.site.address;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What an address says about a post besides its name; the post is meant only when all of it is true of it.
 *
 * @param year and the numbers after it: -1 where the address says nothing
 * @param category slugs, parents first; empty where the address says nothing
 * @param author public slug; empty where the address says nothing
 */
public record PostParts(
    int year,
    int month,
    int day,
    int hour,
    int minute,
    int second,
    List<String> category,
    String author) {
  /** Nothing is said. */
  public static final PostParts ANY = new PostParts(-1, -1, -1, -1, -1, -1, List.of(), "");

  public PostParts {
    category = List.copyOf(category);
  }

  /** Whether all that is said is true of this post. */
  public boolean match(EntryPath post) {
    return matchDate(post.published())
        && (category.isEmpty() || same(category, post.category()))
        && (author.isEmpty() || author.equalsIgnoreCase(post.author()));
  }

  /** Whether what is said of the date is true of this one. */
  public boolean matchDate(LocalDateTime date) {
    return says(year, date.getYear())
        && says(month, date.getMonthValue())
        && says(day, date.getDayOfMonth())
        && says(hour, date.getHour())
        && says(minute, date.getMinute())
        && says(second, date.getSecond());
  }

  /** Of what is said, the date alone, if it can be one. */
  PostParts possibleDate() {
    boolean possible = month <= 12 && month != 0 && day <= 31 && day != 0;
    return possible ? new PostParts(year, month, day, hour, minute, second, List.of(), "") : ANY;
  }

  private static boolean says(int said, int is) {
    return said < 0 || said == is;
  }

  private static boolean same(List<String> said, List<String> is) {
    return String.join("/", said).equalsIgnoreCase(String.join("/", is));
  }
}
