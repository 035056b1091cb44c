package org.quillbox.site.content;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.console.FormState;
import org.quillbox.base.text.Markdown;

/**
 * The writing form and an entry, in both directions. Names of fields are those that {@link EntryRules}
 * and {@code Terms} complain about, so that every problem finds its field. What was typed is never
 * changed on the way back: Markdown is converted for the draft only.
 */
final class EntryForm {
  static final String MARKDOWN = "markdown";
  static final String HTML = "html";

  /** Buttons: values of the field {@code do}. */
  enum Deed {
    SAVE,
    PUBLISH,
    REVIEW,
    DRAFT,
    PREVIEW,
    TRASH,
    RESTORE;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The button that was pressed; a form sent by the Enter key saves. */
    static Deed pressed(FormState state) {
      return Arrays.stream(values())
          .filter(deed -> deed.wire().equals(state.value("do")))
          .findFirst()
          .orElse(SAVE);
    }
  }

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]", Locale.ROOT);
  private static final DateTimeFormatter READ =
      DateTimeFormatter.ofPattern("uuuu-M-d['T'][' ']H:mm[:ss]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private EntryForm() {}

  /** The form of something new: Markdown, now, to everyone, open to comments. */
  static FormState blank(String type) {
    return FormState.blank()
        .with("format", MARKDOWN)
        .with("when", "now")
        .with("to", "all")
        .with("version", "0")
        .with("comments", type.equals(EntryType.POST) ? "1" : "");
  }

  /** The form of an entry as it is stored. */
  static FormState of(Entry entry, Body body, List<Long> categories, List<String> tags) {
    LocalDateTime date = entry.publishedLocal();
    boolean dated = date != null && entry.status() != EntryStatus.DRAFT;
    return FormState.blank()
        .with("title", entry.title())
        .with("format", HTML)
        .with("content", body.content())
        .with("excerpt", body.excerpt())
        .with("slug", entry.slug())
        .with("categories", categories.stream().map(String::valueOf).toList())
        .with("tags", String.join(", ", tags))
        .with("when", dated ? "at" : "now")
        .with("date", date == null ? "" : shown(date))
        .with("to", audience(entry))
        .with("secret_word", entry.secretWord())
        .with("sticky", entry.isSticky() ? "1" : "")
        .with("comments", entry.commentsOpen() ? "1" : "")
        .with("parent", Long.toString(entry.parent()))
        .with("menu_order", Integer.toString(entry.menuOrder()))
        .with("version", Long.toString(entry.version()));
  }

  private static String audience(Entry entry) {
    if (entry.status() == EntryStatus.PRIVATE) {
      return "private";
    }
    return entry.isProtected() ? "password" : "all";
  }

  /** Seconds are shown only where there are some, so that saving again does not move the date. */
  private static String shown(LocalDateTime date) {
    String text = SHOWN.format(date);
    return text.endsWith(":00") ? text.substring(0, text.length() - 3) : text;
  }

  /** Names of tags as typed, separated by commas. */
  static List<String> tags(FormState state) {
    List<String> names = new ArrayList<>();
    for (String name : state.value("tags").split("[,\n\r]", -1)) {
      if (!name.isBlank() && !names.contains(name.strip())) {
        names.add(name.strip());
      }
    }
    return names;
  }

  /** The form with a sentence for each field that cannot be understood. */
  static FormState check(FormState typed) {
    FormState state = typed;
    if (typed.value("when").equals("at") && date(typed).isEmpty()) {
      state =
          state.problem(
              "date",
              typed.value("date").isBlank()
                  ? "Choose a day and a time, or publish now."
                  : "There is no such time. Write it like 2026-12-01 09:00.");
    }
    if (typed.value("to").equals("password") && typed.value("secret_word").isEmpty()) {
      state = state.problem("secret_word", "Write the password, or choose everyone.");
    }
    for (String id : typed.values("categories")) {
      if (number(id) < 0) {
        state = state.problem("categories", "Choose from the categories there are.");
      }
    }
    if (number(typed.value("parent")) < 0) {
      state = state.problem("parent", "Choose a page that is there, or none.");
    }
    long order = number(typed.value("menu_order"));
    if (order < 0 || order > Integer.MAX_VALUE) {
      state = state.problem("menu_order", "Write a whole number, such as 0 or 10.");
    }
    return state;
  }

  /**
   * What the form asks for. Only for a form that passed {@link #check}.
   *
   * @param before the entry as it is stored; null for a new one
   * @param tags ids of its tags
   */
  static EntryDraft draft(
      FormState state, String type, Deed deed, @Nullable Entry before, List<Long> tags) {
    String content = state.value("content");
    return new EntryDraft(
        type,
        state.value("title"),
        state.value("format").equals(MARKDOWN) ? Markdown.toBlocks(content) : content,
        state.value("excerpt"),
        state.value("slug"),
        state.values("categories").stream().map(EntryForm::number).toList(),
        tags,
        status(state, deed, before),
        state.value("when").equals("at") ? date(state).orElse(null) : null,
        state.value("to").equals("password") ? state.value("secret_word") : "",
        !state.value("sticky").isEmpty(),
        !state.value("comments").isEmpty(),
        number(state.value("parent")),
        Math.toIntExact(number(state.value("menu_order"))),
        Math.max(0, number(state.value("version"))));
  }

  /** Where the entry goes: saving leaves it where it is, except that what readers see follows "to". */
  private static EntryStatus status(FormState state, Deed deed, @Nullable Entry before) {
    EntryStatus goesOut =
        state.value("to").equals("private") ? EntryStatus.PRIVATE : EntryStatus.PUBLISH;
    return switch (deed) {
      case PUBLISH -> goesOut;
      case REVIEW -> EntryStatus.PENDING;
      case DRAFT -> EntryStatus.DRAFT;
      case SAVE, PREVIEW, TRASH, RESTORE ->
          switch (before == null ? EntryStatus.DRAFT : before.status()) {
            case PUBLISH, FUTURE, PRIVATE -> goesOut;
            case PENDING -> EntryStatus.PENDING;
            case DRAFT, TRASH, INHERIT -> EntryStatus.DRAFT;
          };
    };
  }

  private static Optional<LocalDateTime> date(FormState state) {
    try {
      return Optional.of(LocalDateTime.parse(state.value("date").strip(), READ));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** A number that is not negative; empty counts as 0, anything else is -1. */
  private static long number(String text) {
    String plain = text.strip();
    if (plain.isEmpty()) {
      return 0;
    }
    return plain.matches("\\d{1,18}") ? Long.parseLong(plain) : -1;
  }
}
