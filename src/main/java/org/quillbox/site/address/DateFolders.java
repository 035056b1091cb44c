package org.quillbox.site.address;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Addresses of the archives by date: their folder and the order of year, month and day. */
final class DateFolders {
  /** Orders that a structure may hold; the first is the one of structures that hold none. */
  private static final List<List<PermalinkTag>> ORDERS =
      List.of(
          List.of(PermalinkTag.YEAR, PermalinkTag.MONTHNUM, PermalinkTag.DAY),
          List.of(PermalinkTag.DAY, PermalinkTag.MONTHNUM, PermalinkTag.YEAR),
          List.of(PermalinkTag.MONTHNUM, PermalinkTag.DAY, PermalinkTag.YEAR));

  private final List<PermalinkTag> order;
  private final List<String> folder;
  private final Set<List<String>> folders = new LinkedHashSet<>();

  /**
   * @param front the folders before the first tag of the structure
   * @param tags the tags of the structure, in order
   */
  DateFolders(List<String> front, List<PermalinkTag> tags, String pattern) {
    order =
        ORDERS.stream()
            .filter(o ->
                pattern.contains(
                    o.get(0).written() + "/" + o.get(1).written() + "/" + o.get(2).written()))
            .findFirst()
            .orElse(ORDERS.getFirst());
    // A number where the year is expected would make posts and years the same address.
    int id = tags.indexOf(PermalinkTag.POST_ID);
    List<String> dated = new ArrayList<>(front);
    dated.add("date");
    folder = id >= 0 && id < 3 ? List.copyOf(dated) : front;
    folders.add(folder);
    folders.add(front);
    folders.add(List.of());
  }

  /** The path without its last slash; month and day are 0 where none is meant. */
  String path(int year, int month, int day) {
    StringBuilder out = new StringBuilder();
    for (String segment : folder) {
      out.append('/').append(Percent.encode(segment));
    }
    for (PermalinkTag tag : order) {
      int value = tag == PermalinkTag.YEAR ? year : tag == PermalinkTag.DAY ? day : month;
      if (value > 0) {
        out.append('/').append(digits(tag == PermalinkTag.YEAR ? 4 : 2, value));
      }
    }
    return out.toString();
  }

  /** The date that the segments name, whether or not there is such a day. */
  Optional<Candidate.Date> read(List<String> core, int page) {
    for (List<String> start : folders) {
      List<String> rest = Segments.after(core, start);
      if (rest.isEmpty() || rest.size() > 3) {
        continue;
      }
      Optional<Candidate.Date> date = date(rest, page);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private Optional<Candidate.Date> date(List<String> rest, int page) {
    int year = 0;
    int month = 0;
    int day = 0;
    int i = 0;
    for (PermalinkTag tag : order) {
      boolean expected =
          tag == PermalinkTag.YEAR
              || rest.size() == 3
              || (tag == PermalinkTag.MONTHNUM && rest.size() == 2);
      if (!expected) {
        continue;
      }
      String text = rest.get(i++);
      if (!Ending.digits(text)
          || (tag == PermalinkTag.YEAR ? text.length() != 4 : text.length() > 2)) {
        return Optional.empty();
      }
      if (tag == PermalinkTag.YEAR) {
        year = Integer.parseInt(text);
      } else if (tag == PermalinkTag.MONTHNUM) {
        month = orNone(text);
      } else {
        day = orNone(text);
      }
    }
    return year == 0 ? Optional.empty() : Optional.of(new Candidate.Date(year, month, day, page));
  }

  /** The date that four, six or eight digits in a row name, whether or not there is such a day. */
  Optional<Candidate.Date> packed(String digits, int page) {
    int year = Integer.parseInt(digits.substring(0, 4));
    int month = digits.length() < 6 ? 0 : orNone(digits.substring(4, 6));
    int day = digits.length() < 8 ? 0 : orNone(digits.substring(6, 8));
    return year == 0 ? Optional.empty() : Optional.of(new Candidate.Date(year, month, day, page));
  }

  // 0 means that no month is said; a month 00 is said and does not exist.
  private static int orNone(String digits) {
    int value = Integer.parseInt(digits);
    return value == 0 ? 99 : value;
  }

  /** Whether the calendar has it. */
  static boolean exists(Candidate.Date date) {
    return date.month() <= 12
        && (date.day() == 0 || YearMonth.of(date.year(), date.month()).isValidDay(date.day()));
  }

  /** A number with zeros before it. */
  static String digits(int width, int value) {
    String text = Integer.toString(value);
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }
}
