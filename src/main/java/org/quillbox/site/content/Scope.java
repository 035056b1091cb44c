package org.quillbox.site.content;

import java.time.LocalDate;
import java.util.Locale;

/** A list of posts that the catalogue keeps in order. */
public sealed interface Scope {
  /** Name of the list in keys. */
  String text();

  /** All posts. */
  record All() implements Scope {
    @Override
    public String text() {
      return "all";
    }
  }

  /** Posts with a term or one below it. */
  record Term(long id) implements Scope {
    @Override
    public String text() {
      return "term:" + id;
    }
  }

  /** Posts of one person. */
  record Author(long id) implements Scope {
    @Override
    public String text() {
      return "author:" + id;
    }
  }

  /** Posts of a year, by the site's wall time. */
  record Year(int year) implements Scope {
    @Override
    public String text() {
      return String.format(Locale.ROOT, "year:%04d", year);
    }
  }

  /** Posts of a month. */
  record Month(int year, int month) implements Scope {
    @Override
    public String text() {
      return String.format(Locale.ROOT, "month:%04d-%02d", year, month);
    }
  }

  /** Posts of a day. */
  record Day(LocalDate date) implements Scope {
    @Override
    public String text() {
      return "day:" + date;
    }
  }

  /** Posts that stay on top of the front page. */
  record Sticky() implements Scope {
    @Override
    public String text() {
      return "sticky";
    }
  }
}
