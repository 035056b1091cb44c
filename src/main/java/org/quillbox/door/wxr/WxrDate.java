package org.quillbox.door.wxr;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date of an export: the text as it stood and the moment it names, without a zone (whether it is local or
 * UTC is said by the field it came from).
 *
 * @param raw the text, trimmed
 * @param at null when there is none or it is no date between the years {@value #FIRST_YEAR} and
 *     {@value #LAST_YEAR}
 */
public record WxrDate(String raw, @Nullable LocalDateTime at) {
  /** Earlier years are typing mistakes (0020 for 2020) and have no four-digit address. */
  static final int FIRST_YEAR = 1000;

  /** Later ones do not fit a four-digit address either. */
  static final int LAST_YEAR = 9999;

  /** No date. */
  public static final WxrDate NONE = new WxrDate("", null);

  // Plugins write the T of ISO 8601, leave the seconds out or add fractions.
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})"
              + "(?:[T ]\\s*(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d+)?)?)?\\s*Z?");

  /** Reads a date leniently; never fails. */
  static WxrDate parse(String text) {
    String raw = text.strip();
    Matcher m = SHAPE.matcher(raw);
    if (!m.matches()) {
      return raw.isEmpty() ? NONE : new WxrDate(raw, null);
    }
    int year = number(m.group(1));
    if (year < FIRST_YEAR) {
      return new WxrDate(raw, null);
    }
    try {
      return new WxrDate(
          raw,
          LocalDateTime.of(
              year,
              number(m.group(2)),
              number(m.group(3)),
              number(m.group(4)),
              number(m.group(5)),
              number(m.group(6))));
    } catch (DateTimeException _) {
      return new WxrDate(raw, null);
    }
  }

  /** Nothing was said: empty, or WordPress's row of zeros for "not yet". */
  public boolean absent() {
    return raw.isEmpty() || raw.startsWith("0000-00-00");
  }

  /** Something was said, but no date: the report names it. */
  public boolean wrong() {
    return at == null && !absent();
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
