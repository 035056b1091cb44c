package org.quillbox.site.content;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.text.Block;
import org.quillbox.base.view.PhpDate;
import org.quillbox.site.address.Addresses;
import org.quillbox.site.settings.Option;

/**
 * One month, its days with posts as links: the month the block names, else the newest that has posts. Not the
 * month it is: then every page that holds one would change at midnight without a change.
 */
final class CalendarBlock {
  private final BodyRun run;
  private final Locale locale;
  private final Addresses addresses;

  private CalendarBlock(BodyRun run) {
    this.run = run;
    this.locale = run.parts().settings().locale(run.reads());
    this.addresses = run.parts().links().addresses(run.reads());
  }

  static String html(BodyRun run, Block.Node block, String inner) {
    List<Catalogue.MonthCount> months = run.parts().catalogue().months(run.reads());
    if (months.isEmpty()) {
      return "";
    }
    YearMonth newest = YearMonth.of(months.getFirst().year(), months.getFirst().month());
    int year = block.attributes().path("year").asInt();
    int month = block.attributes().path("month").asInt();
    boolean named = year >= 1 && year <= 9999 && month >= 1 && month <= 12;
    YearMonth shown = named ? YearMonth.of(year, month) : newest;
    return run.slot(
        "<div class=\""
            + BlockClasses.of(block, "wp-block-calendar")
            + "\">"
            + new CalendarBlock(run).month(shown, months)
            + "</div>\n");
  }

  private String month(YearMonth shown, List<Catalogue.MonthCount> months) {
    int first = run.parts().settings().number(run.reads(), Option.START_OF_WEEK);
    DayOfWeek start = DayOfWeek.SUNDAY.plus(first);
    StringBuilder out =
        new StringBuilder("<table class=\"wp-calendar-table\"><caption>")
            .append(name("F Y", shown))
            .append("</caption><thead><tr>");
    for (int i = 0; i < 7; i++) {
      DayOfWeek day = start.plus(i);
      out.append("<th scope=\"col\" aria-label=\"")
          .append(Html.escape(day.getDisplayName(TextStyle.FULL, locale)))
          .append("\">")
          .append(Html.escape(day.getDisplayName(TextStyle.NARROW, locale)))
          .append("</th>");
    }
    out.append("</tr></thead><tbody><tr>");
    int before = (shown.atDay(1).getDayOfWeek().getValue() - start.getValue() + 7) % 7;
    out.append("<td></td>".repeat(before));
    for (int day = 1; day <= shown.lengthOfMonth(); day++) {
      if (day > 1 && (before + day - 1) % 7 == 0) {
        out.append("</tr><tr>");
      }
      day(shown.atDay(day), out);
    }
    out.append("<td></td>".repeat((7 - (before + shown.lengthOfMonth()) % 7) % 7));
    out.append("</tr></tbody></table>");
    neighbours(shown, months, out);
    return out.toString();
  }

  private void day(LocalDate date, StringBuilder out) {
    int day = date.getDayOfMonth();
    if (run.parts().catalogue().count(run.reads(), new Scope.Day(date)) == 0) {
      out.append("<td>").append(day).append("</td>");
      return;
    }
    out.append("<td><a href=\"")
        .append(Html.escape(addresses.day(date.getYear(), date.getMonthValue(), day)))
        .append("\" aria-label=\"Posts published on ")
        .append(Html.escape(PhpDate.format("F j, Y", date.atStartOfDay(), locale)))
        .append("\">")
        .append(day)
        .append("</a></td>");
  }

  private void neighbours(YearMonth shown, List<Catalogue.MonthCount> months, StringBuilder out) {
    YearMonth earlier = null;
    YearMonth later = null;
    for (Catalogue.MonthCount one : months) {
      YearMonth month = YearMonth.of(one.year(), one.month());
      if (month.isBefore(shown) && earlier == null) {
        earlier = month;
      }
      if (month.isAfter(shown)) {
        later = month;
      }
    }
    if (earlier == null && later == null) {
      return;
    }
    out.append("<nav aria-label=\"Previous and next months\" class=\"wp-calendar-nav\">");
    if (earlier != null) {
      out.append("<span class=\"wp-calendar-nav-prev\">").append(link(earlier)).append("</span>");
    }
    if (later != null) {
      out.append("<span class=\"wp-calendar-nav-next\">").append(link(later)).append("</span>");
    }
    out.append("</nav>");
  }

  private String link(YearMonth month) {
    return "<a href=\""
        + Html.escape(addresses.month(month.getYear(), month.getMonthValue()))
        + "\">"
        + name("M Y", month)
        + "</a>";
  }

  private String name(String pattern, YearMonth month) {
    return Html.escape(PhpDate.format(pattern, month.atDay(1).atStartOfDay(), locale));
  }
}
