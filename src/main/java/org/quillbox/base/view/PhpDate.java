package org.quillbox.base.view;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * Dates in the formats that WordPress's {@code date_format} and {@code time_format} hold: the letters of
 * PHP's {@code date()} (contract section 28), a backslash before a letter that stands for itself. Names of
 * days and months follow the language; {@code S}, {@code r} and {@code c} are English by definition.
 */
public final class PhpDate {
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ENGLISH);

  private PhpDate() {}

  /** Formats wall time whose zone does not matter; letters for zones read as UTC. */
  public static String format(String pattern, LocalDateTime wall, Locale locale) {
    return format(pattern, wall.atZone(ZoneOffset.UTC), locale);
  }

  /** Formats an instant in its zone. */
  public static String format(String pattern, ZonedDateTime time, Locale locale) {
    StringBuilder out = new StringBuilder(pattern.length() + 24);
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      if (letter == '\\') {
        i++;
        if (i < pattern.length()) {
          out.append(pattern.charAt(i));
        }
      } else {
        out.append(letter(letter, time, locale));
      }
    }
    return out.toString();
  }

  private static String letter(char letter, ZonedDateTime t, Locale locale) {
    return switch (letter) {
      case 'd', 'D', 'j', 'l', 'N', 'S', 'w', 'z', 'W' -> day(letter, t, locale);
      case 'F', 'm', 'M', 'n', 't', 'L', 'o', 'Y', 'y' -> monthOrYear(letter, t, locale);
      case 'a', 'A', 'B', 'g', 'G', 'h', 'H', 'i', 's', 'u', 'v' -> clock(letter, t, locale);
      case 'e', 'I', 'O', 'P', 'p', 'T', 'Z' -> zone(letter, t);
      case 'c' -> ISO.format(t);
      case 'r' -> RFC_2822.format(t);
      case 'U' -> String.valueOf(t.toEpochSecond());
      default -> String.valueOf(letter);
    };
  }

  private static String day(char letter, ZonedDateTime t, Locale locale) {
    int day = t.getDayOfMonth();
    return switch (letter) {
      case 'd' -> padded(day, 2);
      case 'D' -> t.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
      case 'j' -> String.valueOf(day);
      case 'l' -> t.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
      case 'N' -> String.valueOf(t.getDayOfWeek().getValue());
      case 'S' -> suffix(day);
      case 'w' -> String.valueOf(t.getDayOfWeek().getValue() % 7);
      case 'z' -> String.valueOf(t.getDayOfYear() - 1);
      default -> padded(t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
    };
  }

  private static String suffix(int day) {
    if (day >= 11 && day <= 13) {
      return "th";
    }
    return switch (day % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  private static String monthOrYear(char letter, ZonedDateTime t, Locale locale) {
    return switch (letter) {
      case 'F' -> t.getMonth().getDisplayName(TextStyle.FULL, locale);
      case 'm' -> padded(t.getMonthValue(), 2);
      case 'M' -> t.getMonth().getDisplayName(TextStyle.SHORT, locale);
      case 'n' -> String.valueOf(t.getMonthValue());
      case 't' -> String.valueOf(t.toLocalDate().lengthOfMonth());
      case 'L' -> t.toLocalDate().isLeapYear() ? "1" : "0";
      case 'o' -> padded(t.get(IsoFields.WEEK_BASED_YEAR), 4);
      case 'Y' -> padded(t.getYear(), 4);
      default -> padded(Math.floorMod(t.getYear(), 100), 2);
    };
  }

  private static String clock(char letter, ZonedDateTime t, Locale locale) {
    int hour = t.getHour();
    int twelve = hour % 12 == 0 ? 12 : hour % 12;
    return switch (letter) {
      case 'a' -> half(t, locale).toLowerCase(locale);
      case 'A' -> half(t, locale).toUpperCase(locale);
      case 'B' -> swatch(t);
      case 'g' -> String.valueOf(twelve);
      case 'G' -> String.valueOf(hour);
      case 'h' -> padded(twelve, 2);
      case 'H' -> padded(hour, 2);
      case 'i' -> padded(t.getMinute(), 2);
      case 's' -> padded(t.getSecond(), 2);
      case 'u' -> padded(t.getNano() / 1000, 6);
      default -> padded(t.get(ChronoField.MILLI_OF_SECOND), 3);
    };
  }

  private static String half(ZonedDateTime t, Locale locale) {
    return DateTimeFormatter.ofPattern("a", locale).format(t);
  }

  /** Swatch Internet Time: thousandths of a day in Central European winter time. */
  private static String swatch(ZonedDateTime t) {
    int seconds = t.withZoneSameInstant(ZoneOffset.ofHours(1)).toLocalTime().toSecondOfDay();
    return padded((int) (seconds / 86.4), 3);
  }

  private static String zone(char letter, ZonedDateTime t) {
    ZoneOffset offset = t.getOffset();
    return switch (letter) {
      case 'e' -> name(t.getZone());
      case 'I' -> t.getZone().getRules().isDaylightSavings(t.toInstant()) ? "1" : "0";
      case 'O' -> DateTimeFormatter.ofPattern("xx", Locale.ENGLISH).format(t);
      case 'P' -> DateTimeFormatter.ofPattern("xxx", Locale.ENGLISH).format(t);
      case 'p' ->
          offset.getTotalSeconds() == 0
              ? "Z"
              : DateTimeFormatter.ofPattern("xxx", Locale.ENGLISH).format(t);
      case 'T' ->
          t.getZone() instanceof ZoneOffset
              ? name(t.getZone())
              : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(t);
      default -> String.valueOf(offset.getTotalSeconds());
    };
  }

  private static String name(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private static String padded(int number, int width) {
    String digits = String.valueOf(Math.abs(number));
    return (number < 0 ? "-" : "") + "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
