package org.quillbox.base.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the console writes them: "14:03" today, "Nov 19" this year, "Nov 19, 2024" before that. */
public final class ShownTime {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

  private ShownTime() {}

  /**
   * @param zone the site's
   * @param now from the clock
   */
  public static String of(Instant at, ZoneId zone, Instant now) {
    ZonedDateTime then = at.atZone(zone);
    ZonedDateTime today = now.atZone(zone);
    if (then.toLocalDate().equals(today.toLocalDate())) {
      return HOUR.format(then);
    }
    return then.getYear() == today.getYear() ? DAY.format(then) : YEAR.format(then);
  }

  /** The same with the hour, for what is still to come. */
  public static String withHour(Instant at, ZoneId zone, Instant now) {
    String day = of(at, zone, now);
    String hour = HOUR.format(at.atZone(zone));
    return day.equals(hour) ? "today, " + hour : day + ", " + hour;
  }
}
