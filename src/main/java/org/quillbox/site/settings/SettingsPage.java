package org.quillbox.site.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quillbox.base.console.Choice;
import org.quillbox.base.console.Field;
import org.quillbox.base.console.FormState;
import org.quillbox.base.console.Tab;

/**
 * The settings as they are shown: which stand together, what each is called, and the sentence that says
 * what it changes and for whom. Fields carry WordPress's option names, so that a refusal of {@link
 * Settings#save} finds its field.
 */
enum SettingsPage {
  GENERAL("General", "/console/settings"),
  READING("Reading", "/console/settings/reading"),
  PERMALINKS("Permalinks", "/console/settings/permalinks");

  /** Sent for a switch that is off: browsers send nothing for it. */
  private static final String OFF = "0";

  private final String label;
  private final String href;

  SettingsPage(String label, String href) {
    this.label = label;
    this.href = href;
  }

  String href() {
    return href;
  }

  static List<Tab> tabs(SettingsPage current) {
    List<Tab> tabs = new ArrayList<>();
    for (SettingsPage page : values()) {
      tabs.add(Tab.of(page.label, page.href, page == current));
    }
    return List.copyOf(tabs);
  }

  /**
   * What a screen knows beside the options.
   *
   * @param now for the sentences that show a time
   * @param pages published pages to choose a front page from: id and title
   */
  record Knows(Instant now, List<Choice> pages) {
    Knows {
      pages = List.copyOf(pages);
    }
  }

  /** The fields of this page, filled from a form. */
  List<Field> fields(FormState state, Knows knows) {
    List<Field> fields =
        switch (this) {
          case GENERAL -> general(state, knows);
          case READING -> reading(knows);
          case PERMALINKS -> permalinks();
        };
    return fields.stream().map(field -> field.filled(state)).toList();
  }

  /** The form of options as they are stored; a switch that is off is an empty box. */
  FormState of(Map<String, String> options) {
    FormState state = FormState.blank();
    for (Map.Entry<String, String> option : options.entrySet()) {
      boolean off = isSwitch(option.getKey()) && option.getValue().equals(OFF);
      state = state.with(option.getKey(), off ? "" : option.getValue());
    }
    return state;
  }

  /** What a sent form asks to be stored: the options of this page and no others. */
  Map<String, String> options(FormState sent, Knows knows) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Field field : fields(sent, knows)) {
      if (field.kind() == Field.Kind.CHECK) {
        options.put(field.name(), field.isOn() ? "1" : OFF);
      } else if (sent.has(field.name())) {
        options.put(field.name(), sent.value(field.name()));
      }
    }
    return options;
  }

  private static boolean isSwitch(String option) {
    return Option.named(option).filter(o -> o.kind() == Option.Kind.SWITCH).isPresent();
  }

  private static List<Field> general(FormState state, Knows knows) {
    return List.of(
        Field.text("blogname", "Site title")
            .look("mid")
            .effect("Appears in the masthead, the browser tab and the feeds."),
        Field.text("blogdescription", "Tagline")
            .effect("Appears beside the title on the front page and in search results."),
        Field.email("admin_email", "Owner’s email")
            .look("mid")
            .effect("The box writes here when something needs you. Never shown to readers."),
        Field.text("timezone_string", "Time zone")
            .look("mid")
            .attribute("list", "zones")
            .effect(zoneEffect(state.value("timezone_string"), knows.now())),
        Field.text("date_format", "Date format")
            .look("short mono")
            .effect("How dates are written for readers. F is the month, j the day, Y the year."),
        Field.text("time_format", "Time format")
            .look("short mono")
            .effect(
                "How times are written for readers. g is the hour, i the minute, a is am or pm."),
        Field.select("start_of_week", "Week starts on", days())
            .look("mid")
            .effect("The first column of the calendar block."),
        Field.text("WPLANG", "Language")
            .look("short mono")
            .effect(
                "Told to browsers and screen readers, and used for month names. For example en or de."));
  }

  private static String zoneEffect(String zone, Instant now) {
    try {
      String time =
          DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(now.atZone(ZoneId.of(zone)));
      return "It is " + time + " there now. Scheduled posts go out by this clock.";
    } catch (DateTimeException _) {
      return "Scheduled posts go out by this clock. Write a place such as Europe/Oslo.";
    }
  }

  private static List<Choice> days() {
    return List.of(
        Choice.of("0", "Sunday"),
        Choice.of("1", "Monday"),
        Choice.of("2", "Tuesday"),
        Choice.of("3", "Wednesday"),
        Choice.of("4", "Thursday"),
        Choice.of("5", "Friday"),
        Choice.of("6", "Saturday"));
  }

  private static List<Field> reading(Knows knows) {
    List<Choice> pages = new ArrayList<>();
    pages.add(Choice.of("0", "No page"));
    pages.addAll(knows.pages());
    return List.of(
        Field.radios(
                "show_on_front",
                "Front page shows",
                List.of(Choice.of("posts", "The newest posts"), Choice.of("page", "A page")))
            .effect("What readers see first."),
        Field.select("page_on_front", "Front page", pages)
            .look("mid")
            .effect("Used when the front page shows a page."),
        Field.select("page_for_posts", "Posts page", pages)
            .look("mid")
            .effect("Lists the newest posts when the front page shows a page."),
        Field.number("posts_per_page", "Posts on a page")
            .effect("On the front page, in archives and in search. From 1 to 100."),
        Field.number("posts_per_rss", "Posts in a feed")
            .effect("The newest ones; feed readers keep the rest. From 1 to 100."),
        Field.check("rss_use_excerpt", "Feeds carry excerpts only")
            .effect("Off, people read whole posts in their feed reader."),
        Field.check("blog_public", "Search engines may list the site")
            .effect(
                "Off, they are asked to stay away. Anybody with the address can still read it."));
  }

  private static List<Field> permalinks() {
    return List.of(
        Field.radios(
                "permalink_structure",
                "Addresses of posts",
                List.of(
                    Choice.of(
                        "/%year%/%monthnum%/%postname%/", "Month and name", "/2026/11/a-post/"),
                    Choice.of(
                        "/%year%/%monthnum%/%day%/%postname%/",
                        "Day and name", "/2026/11/24/a-post/"),
                    Choice.of("/%postname%/", "Name", "/a-post/"),
                    Choice.of("/archives/%post_id%", "Number", "/archives/123"),
                    Choice.of("", "Plain", "/?p=123")))
            .effect("Old addresses of the other shapes lead to the new ones by themselves."),
        Field.text("category_base", "Category base")
            .look("short mono")
            .effect("The word before a category in its address. Left empty it is “category”."),
        Field.text("tag_base", "Tag base")
            .look("short mono")
            .effect("The word before a tag in its address. Left empty it is “tag”."));
  }
}
