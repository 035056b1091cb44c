package org.quillbox.site.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options there are, with WordPress's names and defaults (contract 28) and what each may hold. */
public enum Option {
  BLOGNAME("blogname", "A Quillbox site", Kind.TEXT),
  BLOGDESCRIPTION("blogdescription", "", Kind.TEXT),
  ADMIN_EMAIL("admin_email", "", Kind.EMAIL),
  TIMEZONE_STRING("timezone_string", "UTC", Kind.ZONE),
  DATE_FORMAT("date_format", "F j, Y", Kind.TEXT),
  TIME_FORMAT("time_format", "g:i a", Kind.TEXT),
  START_OF_WEEK("start_of_week", "1", Kind.NUMBER, 0, 6),
  WPLANG("WPLANG", "en", Kind.LANGUAGE),
  POSTS_PER_PAGE("posts_per_page", "10", Kind.NUMBER, 1, 100),
  POSTS_PER_RSS("posts_per_rss", "10", Kind.NUMBER, 1, 100),
  RSS_USE_EXCERPT("rss_use_excerpt", "0", Kind.SWITCH),
  BLOG_PUBLIC("blog_public", "1", Kind.SWITCH),
  SHOW_ON_FRONT("show_on_front", "posts", Kind.FRONT),
  PAGE_ON_FRONT("page_on_front", "0", Kind.NUMBER, 0, Integer.MAX_VALUE),
  PAGE_FOR_POSTS("page_for_posts", "0", Kind.NUMBER, 0, Integer.MAX_VALUE),
  DEFAULT_CATEGORY("default_category", "0", Kind.NUMBER, 0, Integer.MAX_VALUE),
  DEFAULT_COMMENT_STATUS("default_comment_status", "open", Kind.OPEN),
  THREAD_COMMENTS("thread_comments", "1", Kind.SWITCH),
  THREAD_COMMENTS_DEPTH("thread_comments_depth", "5", Kind.NUMBER, 2, 10),
  PAGE_COMMENTS("page_comments", "0", Kind.SWITCH),
  COMMENTS_PER_PAGE("comments_per_page", "50", Kind.NUMBER, 1, 500),
  COMMENT_ORDER("comment_order", "asc", Kind.ORDER),
  PERMALINK_STRUCTURE("permalink_structure", "/%year%/%monthnum%/%postname%/", Kind.PERMALINK),
  CATEGORY_BASE("category_base", "", Kind.BASE),
  TAG_BASE("tag_base", "", Kind.BASE),
  CANONICAL_ADDRESS("canonical_address", "", Kind.ADDRESS),
  FORMER_HOSTS("former_hosts", "", Kind.LINES),
  SITE_INK("site_ink", "rubric", Kind.INK);

  /** What an option may hold. */
  enum Kind {
    TEXT,
    LINES,
    NUMBER,
    SWITCH,
    EMAIL,
    ZONE,
    LANGUAGE,
    FRONT,
    OPEN,
    ORDER,
    PERMALINK,
    BASE,
    ADDRESS,
    INK
  }

  private final String wire;
  private final String standard;
  private final Kind kind;
  private final int least;
  private final int most;

  Option(String wire, String standard, Kind kind) {
    this(wire, standard, kind, 0, 0);
  }

  Option(String wire, String standard, Kind kind, int least, int most) {
    this.wire = wire;
    this.standard = standard;
    this.kind = kind;
    this.least = least;
    this.most = most;
  }

  /** The option with WordPress's name, if there is one. */
  public static Optional<Option> named(String wire) {
    return Arrays.stream(values()).filter(o -> o.wire.equals(wire)).findFirst();
  }

  /** WordPress's name, e.g. {@code posts_per_page}. */
  public String wire() {
    return wire;
  }

  /** The value of a site where nobody chose. */
  public String standard() {
    return standard;
  }

  Kind kind() {
    return kind;
  }

  /** Why a value cannot be taken, as a sentence with the remedy. */
  public Optional<String> objectionTo(String value) {
    return Optional.ofNullable(objection(value));
  }

  /** Why a value cannot be taken, as a sentence with the remedy; null when it can. */
  @Nullable String objection(String value) {
    if (value.indexOf('\0') >= 0) {
      return "This holds a character that cannot be stored. Type it again.";
    }
    return switch (kind) {
      case TEXT -> value.length() > 1000 ? "Use 1,000 characters or fewer." : null;
      case LINES -> value.length() > 20_000 ? "Use 20,000 characters or fewer." : null;
      case NUMBER -> number(value);
      case SWITCH -> oneOf(value, "0", "1");
      case FRONT -> oneOf(value, "posts", "page");
      case OPEN -> oneOf(value, "open", "closed");
      case ORDER -> oneOf(value, "asc", "desc");
      case INK -> oneOf(value, "rubric", "verdigris", "prussian", "sepia", "lampblack");
      case EMAIL ->
          value.isEmpty() || value.matches("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+")
              ? null
              : "Write an address such as name@example.org, or leave it empty.";
      case ZONE -> zone(value);
      case LANGUAGE ->
          value.isEmpty() || value.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
              ? null
              : "Write a language tag such as en, de or pt-BR.";
      case PERMALINK ->
          value.isEmpty() || value.startsWith("/") && value.contains("%") && !value.contains(" ")
              ? null
              : "Begin with a slash and use at least %postname% or %post_id%, for example /%year%/%postname%/.";
      case BASE ->
          value.matches("[\\p{L}\\p{N}/_-]{0,100}")
              ? null
              : "Use letters, digits, hyphens and slashes only.";
      case ADDRESS ->
          value.isEmpty() || value.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+")
              ? null
              : "Write the address with https:// and without a path, for example https://example.org, or leave it empty.";
    };
  }

  private @Nullable String number(String value) {
    try {
      int n = Integer.parseInt(value);
      if (n >= least && n <= most) {
        return null;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    return most == Integer.MAX_VALUE
        ? "Write a whole number from " + least + " on."
        : "Write a whole number from " + least + " to " + most + ".";
  }

  private static @Nullable String zone(String value) {
    try {
      ZoneId.of(value);
      return null;
    } catch (DateTimeException e) {
      return "There is no time zone of that name. Write one such as Europe/Berlin or UTC+2.";
    }
  }

  private static @Nullable String oneOf(String value, String... allowed) {
    return Arrays.asList(allowed).contains(value)
        ? null
        : "Choose one of: " + String.join(", ", allowed) + ".";
  }
}
