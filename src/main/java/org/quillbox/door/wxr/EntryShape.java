package org.quillbox.door.wxr;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.EntryStatus;
import org.quillbox.site.content.EntryType;

/**
 * Makes of an item what our table of entries holds. Pure but for the clock, which dates what has no date at all.
 * Dates: wall time from the local field, the moment from the UTC field, each computed from the other by the
 * zone of the site where it is missing.
 */
final class EntryShape {
  private static final int LONGEST_TITLE = 20_000;
  private static final int LONGEST_TYPE = 40;
  private static final int LONGEST_WORD = 255;
  private static final int LONGEST_GUID = 2000;
  private static final int LONGEST_META_KEY = 255;
  private static final int LARGEST_META = 1 << 20;
  private static final int LONGEST_TEMPLATE = 100;
  private static final int LONGEST_FORMAT = 20;
  private static final int LONGEST_GROUP = 60;
  private static final String FORMAT_PREFIX = "post-format-";

  private final ZoneId zone;
  private final WxrSurvey survey;
  private final Clock clock;

  EntryShape(ZoneId zone, WxrSurvey survey, Clock clock) {
    this.zone = zone;
    this.survey = survey;
    this.clock = clock;
  }

  /** When something was: both null or neither. */
  record Dates(@Nullable Instant at, @Nullable LocalDateTime local) {
    static final Dates NONE = new Dates(null, null);
  }

  /** Why an item cannot be taken, with the remedy; empty when it can. */
  static String objection(WxrPart.Item item) {
    if (item.type().isEmpty() || item.type().length() > LONGEST_TYPE) {
      return "its type has no name of 1 to 40 characters; give it one in the file and import again";
    }
    if (item.password().length() > LONGEST_WORD) {
      return "its password is longer than 255 characters; shorten it in the old site and export again";
    }
    return "";
  }

  /**
   * The entry, with its old number as id.
   *
   * @param parent local id, or what stands for a parent that is still to come
   */
  Entry entry(WxrPart.Item item, Visibility.Verdict verdict, long parent, long author, String key) {
    EntryStatus status = status(item, verdict);
    Dates dates = dates(item, status);
    if (status == EntryStatus.FUTURE && dates.at() == null) {
      status = EntryStatus.DRAFT;
    }
    WxrLanguage language = WxrLanguage.of(item, survey.site().baseBlogUrl(), survey.languages());
    boolean shown =
        switch (verdict) {
          case Visibility.Verdict.AsItWas _, Visibility.Verdict.Restricted _ -> true;
          case Visibility.Verdict.Inside _, Visibility.Verdict.PrivateType _ -> false;
        };
    return new Entry(
        item.id() <= WxrSurvey.HIGHEST_KEPT ? item.id() : 0,
        item.type(),
        status,
        ImportSource.slug(item.slug()),
        parent,
        author,
        ImportSource.cut(item.title(), LONGEST_TITLE),
        dates.at(),
        dates.local(),
        modified(item, dates),
        0,
        item.commentsOpen(),
        format(item),
        item.sticky() && item.type().equals(EntryType.POST),
        item.password(),
        guid(item, key),
        language(language.code()),
        group(language.group()),
        shown,
        item.menuOrder(),
        template(item),
        1);
  }

  static EntryStatus status(WxrPart.Item item, Visibility.Verdict verdict) {
    boolean attachment = item.type().equals(EntryType.ATTACHMENT);
    EntryStatus was =
        switch (item.status().toLowerCase(Locale.ROOT)) {
          case "publish" -> attachment ? EntryStatus.INHERIT : EntryStatus.PUBLISH;
          case "inherit" -> EntryStatus.INHERIT;
          case "trash" -> EntryStatus.TRASH;
          case "future" -> attachment ? EntryStatus.PRIVATE : EntryStatus.FUTURE;
          case "draft", "auto-draft" -> attachment ? EntryStatus.PRIVATE : EntryStatus.DRAFT;
          case "pending" -> attachment ? EntryStatus.PRIVATE : EntryStatus.PENDING;
          default -> EntryStatus.PRIVATE;
        };
    boolean held = verdict instanceof Visibility.Verdict.Restricted;
    return switch (was) {
      case PUBLISH, FUTURE, INHERIT -> held ? EntryStatus.PRIVATE : was;
      case DRAFT, PENDING, TRASH, PRIVATE -> was;
    };
  }

  Dates dates(WxrPart.Item item, EntryStatus status) {
    boolean unpublished = status == EntryStatus.DRAFT || status == EntryStatus.PENDING;
    if (unpublished && item.gmt().at() == null) {
      return Dates.NONE;
    }
    Dates told = dates(item.local(), item.gmt());
    if (told.at() != null || unpublished) {
      return told;
    }
    Instant at = published(item.pubDate());
    if (at == null) {
      at = dates(item.modifiedLocal(), item.modifiedGmt()).at();
    }
    if (at == null && (status == EntryStatus.FUTURE || status == EntryStatus.TRASH)) {
      return Dates.NONE;
    }
    Instant then = at != null ? at : clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new Dates(then, then.atZone(zone).toLocalDateTime());
  }

  /** Both halves of a date of which one may be missing. */
  Dates dates(WxrDate local, WxrDate gmt) {
    LocalDateTime wall = local.at();
    LocalDateTime utc = gmt.at();
    if (utc != null) {
      Instant at = utc.toInstant(ZoneOffset.UTC);
      return new Dates(at, wall != null ? wall : at.atZone(zone).toLocalDateTime());
    }
    return wall == null ? Dates.NONE : new Dates(wall.atZone(zone).toInstant(), wall);
  }

  private Instant modified(WxrPart.Item item, Dates published) {
    Instant told = dates(item.modifiedLocal(), item.modifiedGmt()).at();
    if (told == null) {
      told = published.at();
    }
    if (told == null) {
      told = dates(item.local(), item.gmt()).at();
    }
    return told != null ? told : clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static @Nullable Instant published(String pubDate) {
    try {
      Instant at = ZonedDateTime.parse(pubDate, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      int year = at.atZone(ZoneOffset.UTC).getYear();
      // WordPress writes the year -0001 for drafts.
      return year >= WxrDate.FIRST_YEAR && year <= WxrDate.LAST_YEAR ? at : null;
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static String format(WxrPart.Item item) {
    for (WxrPart.TermRef ref : item.terms()) {
      if (ref.domain().equals("post_format") && ref.slug().startsWith(FORMAT_PREFIX)) {
        String format = ref.slug().substring(FORMAT_PREFIX.length());
        return format.length() <= LONGEST_FORMAT ? format : "";
      }
    }
    return "";
  }

  private static String guid(WxrPart.Item item, String key) {
    if (!item.guid().isEmpty() && item.guid().length() <= LONGEST_GUID) {
      return item.guid();
    }
    return "urn:uuid:" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty for the language of the site itself: only the others are part of what makes a slug unique. */
  private String language(String code) {
    String own = survey.site().language().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean same = code.equals(own) || own.startsWith(code + "-");
    return same || !code.matches("[a-z]{2,3}(-[a-z0-9]{1,8})?") ? "" : code;
  }

  private static String group(String group) {
    return group.length() <= LONGEST_GROUP ? group : ImportSource.hash(group);
  }

  private static String template(WxrPart.Item item) {
    String template = item.metaValue("_wp_page_template").orElse("").strip();
    return template.equals("default") || template.length() > LONGEST_TEMPLATE ? "" : template;
  }

  static List<String> oldSlugs(WxrPart.Item item) {
    return item.meta().stream()
        .filter(m -> m.key().equals("_wp_old_slug"))
        .map(m -> ImportSource.slug(m.value().strip()))
        .filter(s -> !s.isEmpty())
        .distinct()
        .toList();
  }

  /** Meta data as it stands, serialised values as text; values that are too large are left out. */
  static List<Map.Entry<String, String>> meta(List<WxrPart.Meta> meta) {
    List<Map.Entry<String, String>> kept = new ArrayList<>();
    for (WxrPart.Meta m : meta) {
      if (isKept(m)) {
        kept.add(Map.entry(m.key(), m.value()));
      }
    }
    return kept;
  }

  static boolean isKept(WxrPart.Meta m) {
    return !m.key().isEmpty()
        && m.key().length() <= LONGEST_META_KEY
        && m.value().length() <= LARGEST_META;
  }

  /** What of an item was left out or changed, as sentences for the report. */
  static List<String> mended(WxrPart.Item item) {
    List<String> notes = new ArrayList<>();
    for (WxrPart.Meta m : item.meta()) {
      if (!m.key().isEmpty() && !isKept(m)) {
        notes.add("its field " + ImportSource.cut(m.key(), 60) + " is too large and was left out");
      }
    }
    for (WxrDate date :
        List.of(item.local(), item.gmt(), item.modifiedLocal(), item.modifiedGmt())) {
      if (date.wrong()) {
        notes.add(
            "\"" + ImportSource.cut(date.raw(), 40) + "\" is no date; the next best one was taken");
      }
    }
    if (item.title().length() > LONGEST_TITLE) {
      notes.add("its title was cut after 20,000 characters");
    }
    if (ImportSource.slug(item.slug()).length() == ImportSource.LONGEST_SLUG) {
      notes.add("its slug was cut after 200 characters");
    }
    if (item.guid().length() > LONGEST_GUID) {
      notes.add("its guid was too long and is a new one");
    }
    return notes;
  }
}
