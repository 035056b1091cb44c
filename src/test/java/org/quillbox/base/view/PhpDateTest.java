package org.quillbox.base.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every letter of PHP's date(), with the values PHP gives. */
class PhpDateTest {
  private static final ZonedDateTime SUMMER =
      ZonedDateTime.of(2024, 7, 3, 0, 5, 9, 123_456_789, ZoneId.of("Europe/Paris"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          d | 03
          D | Wed
          j | 3
          l | Wednesday
          N | 3
          S | rd
          w | 3
          z | 184
          W | 27
          F | July
          m | 07
          M | Jul
          n | 7
          t | 31
          L | 1
          o | 2024
          Y | 2024
          y | 24
          a | am
          A | AM
          B | 961
          g | 12
          G | 0
          h | 12
          H | 00
          i | 05
          s | 09
          u | 123456
          v | 123
          e | Europe/Paris
          I | 1
          O | +0200
          P | +02:00
          p | +02:00
          T | CEST
          Z | 7200
          c | 2024-07-03T00:05:09+02:00
          r | Wed, 03 Jul 2024 00:05:09 +0200
          U | 1719957909
          F j, Y        | July 3, 2024
          g:i a         | 12:05 am
          \\t\\h\\e jS  | the 3rd
          j \\d\\e F    | 3 de July
          ,.-/ x        | ,.-/ x
          """)
  void letter(String pattern, String expected) {
    assertEquals(expected, PhpDate.format(pattern.replace("\\\\", "\\"), SUMMER, Locale.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource({
    "1,st", "2,nd", "3,rd", "4,th", "11,th", "12,th", "13,th", "21,st", "22,nd", "23,rd", "31,st"
  })
  void suffix_of_the_day(int day, String suffix) {
    assertEquals(suffix, PhpDate.format("S", LocalDateTime.of(2026, 1, day, 0, 0), Locale.ENGLISH));
  }

  @Test
  void the_year_of_the_week_is_not_the_year() {
    LocalDateTime day = LocalDateTime.of(2027, 1, 1, 13, 0);
    assertEquals("2026-53 7-27 1 01", PhpDate.format("o-W \\7-y g h", day, Locale.ENGLISH));
  }

  @Test
  void names_follow_the_language() {
    LocalDateTime day = LocalDateTime.of(2026, 11, 24, 9, 0);
    assertEquals("24. November 2026", PhpDate.format("j. F Y", day, Locale.GERMAN));
    assertEquals("24 novembre 2026", PhpDate.format("j F Y", day, Locale.FRENCH));
  }

  @Test
  void wall_time_reads_as_utc() {
    LocalDateTime day = LocalDateTime.of(2026, 11, 24, 9, 0);
    assertEquals("UTC Z +00:00 0 UTC", PhpDate.format("e p P Z T", day, Locale.ENGLISH));
    assertEquals(
        "+02:00 +02:00", PhpDate.format("e T", day.atZone(ZoneOffset.ofHours(2)), Locale.ENGLISH));
  }

  @Test
  void a_backslash_at_the_end_is_dropped() {
    assertEquals("1", PhpDate.format("j\\", LocalDateTime.of(2026, 1, 1, 0, 0), Locale.ENGLISH));
  }
}
