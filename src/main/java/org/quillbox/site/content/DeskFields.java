package org.quillbox.site.content;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.console.Choice;
import org.quillbox.base.console.Field;
import org.quillbox.base.console.FormState;
import org.quillbox.base.console.Link;
import org.quillbox.base.console.Notice;
import org.quillbox.base.console.ShownTime;
import org.quillbox.base.console.Status;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.site.taxonomy.Term;

/**
 * The controls of the writing form, as they are for this entry and this person.
 *
 * @param entry null for something new
 * @param categories all there are, by name
 * @param pages all there are, in tree order; a page may stand below one of them
 * @param now from the clock
 * @param action where the form is sent
 */
record DeskFields(
    String type,
    @Nullable Entry entry,
    FormState state,
    List<Term> categories,
    List<Entries.Placed> pages,
    Actor actor,
    ZoneId zone,
    Instant now,
    String action) {

  private boolean isPage() {
    return type.equals(EntryType.PAGE);
  }

  private EntryStatus status() {
    return entry == null ? EntryStatus.DRAFT : entry.status();
  }

  /** The form whole. */
  WritingDesk made(String ticket, List<Notice> notices) {
    boolean live = status() == EntryStatus.PUBLISH || status() == EntryStatus.FUTURE;
    return new WritingDesk(
        (entry == null ? "A new " : "Editing a ") + EntryWords.one(type),
        action,
        Link.to(EntryWords.many(type), EntryWords.list(type)),
        EntryWords.status(status()),
        saved(),
        entry == null ? "" : EntryWords.live(entry),
        state.value("version"),
        ticket,
        deeds(),
        notices,
        title(),
        format(),
        state.value("format").equals(EntryForm.MARKDOWN)
            ? "A line of its own for each paragraph; ## for a heading."
            : "HTML, or block markup as it is stored.",
        content(),
        sentence(live),
        date(),
        secretWord(),
        rest(),
        entry != null && status() != EntryStatus.TRASH,
        status() == EntryStatus.TRASH);
  }

  private String saved() {
    if (entry == null) {
      return "Not saved yet";
    }
    Status word = EntryWords.status(entry.status());
    return word.word() + ", saved " + ShownTime.of(entry.modifiedAt(), zone, now);
  }

  private List<Choice> deeds() {
    boolean publishes = actor.can(isPage() ? Capability.PUBLISH_PAGES : Capability.PUBLISH_POSTS);
    boolean later = state.value("when").equals("at");
    return switch (status()) {
      case DRAFT, INHERIT ->
          publishes
              ? List.of(
                  Choice.of("save", "Save draft"),
                  Choice.of("publish", later ? "Schedule" : "Publish"))
              : List.of(Choice.of("save", "Save draft"), Choice.of("review", "Send for review"));
      case PENDING ->
          publishes
              ? List.of(
                  Choice.of("save", "Save"), Choice.of("publish", later ? "Schedule" : "Publish"))
              : List.of(Choice.of("draft", "Back to draft"), Choice.of("save", "Save"));
      case PUBLISH, FUTURE, PRIVATE ->
          List.of(Choice.of("draft", "Back to draft"), Choice.of("save", "Update"));
      case TRASH -> List.of();
    };
  }

  private Field title() {
    return Field.text("title", "Title").filled(state);
  }

  private Field format() {
    return Field.radios(
            "format",
            "Write in",
            List.of(Choice.of(EntryForm.MARKDOWN, "Markdown"), Choice.of(EntryForm.HTML, "HTML")))
        .filled(state);
  }

  private Field content() {
    return Field.text("content", "Text").filled(state);
  }

  private WritingDesk.Sentence sentence(boolean live) {
    Field when =
        Field.select(
                "when",
                "When",
                List.of(
                    Choice.of("now", live ? "as it is" : "now"), Choice.of("at", "at a set time")))
            .filled(state);
    Field to =
        Field.select(
                "to",
                "Who may read it",
                List.of(
                    Choice.of("all", "everyone"),
                    Choice.of("password", "those with the password"),
                    Choice.of("private", "people who work on this site")))
            .filled(state);
    return new WritingDesk.Sentence("Publish", when.choices(), to.choices());
  }

  private Field date() {
    return Field.text("date", "Date and time")
        .hint("Year-month-day hour:minute, by the site’s clock (" + zone.getId() + ").")
        .look("mono")
        .filled(state);
  }

  private Field secretWord() {
    return Field.text("secret_word", "Password for readers")
        .attribute("autocomplete", "off")
        .filled(state);
  }

  private List<Field> rest() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.text("slug", "Address")
            .hint("The last part of it. Left empty, it is made from the title.")
            .look("mono")
            .filled(state));
    if (isPage()) {
      fields.add(Field.select("parent", "Below", parents()).filled(state));
      fields.add(
          Field.number("menu_order", "Order")
              .hint("Smaller numbers stand first among pages of one level.")
              .filled(state));
    } else {
      fields.add(Field.checks("categories", "Categories", categoryTree()).filled(state));
      fields.add(Field.text("tags", "Tags").hint("Separated by commas.").filled(state));
    }
    fields.add(
        Field.area("excerpt", "Excerpt", 3)
            .hint("Left empty, the first 55 words are used.")
            .filled(state));
    if (!isPage()) {
      fields.add(Field.check("sticky", "Keep at the top of the front page").filled(state));
    }
    fields.add(Field.check("comments", "Readers may comment").filled(state));
    return fields;
  }

  private List<Choice> parents() {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of("0", "No page: it stands at the top"));
    for (Entries.Placed placed : pages) {
      if (entry == null || placed.page().id() != entry.id()) {
        String indent = "– ".repeat(placed.depth());
        choices.add(
            Choice.of(Long.toString(placed.page().id()), indent + EntryWords.title(placed.page())));
      }
    }
    return choices;
  }

  private List<Choice> categoryTree() {
    Map<Long, List<Term>> below = new HashMap<>();
    categories.forEach(
        term -> below.computeIfAbsent(term.parent(), _ -> new ArrayList<>()).add(term));
    List<Choice> choices = new ArrayList<>();
    grow(below, 0, 0, choices);
    // Below a parent that is gone, or in a circle: shown all the same.
    below
        .values()
        .forEach(rest ->
            rest.forEach(term -> choices.add(Choice.of(Long.toString(term.id()), term.name()))));
    return choices;
  }

  private static void grow(
      Map<Long, List<Term>> below, long parent, int depth, List<Choice> choices) {
    List<Term> here = below.remove(parent);
    if (here != null) {
      for (Term term : here) {
        choices.add(Choice.at(depth, Long.toString(term.id()), term.name()));
        grow(below, term.id(), depth + 1, choices);
      }
    }
  }

  /** Every field, for the labels of the notice above a form that was refused. */
  List<Field> all() {
    List<Field> all = new ArrayList<>(rest());
    all.addAll(List.of(title(), content(), date(), secretWord()));
    return all;
  }
}
