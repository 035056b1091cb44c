package org.quillbox.base.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What just happened or stands in the way, above everything else on the page. It stays until the next
 * action; a bad one is an alert and lists a link to each field that needs a hand.
 *
 * @param kind how loud it is
 * @param headline the fact, one sentence, with its full stop
 * @param more why, and what to do; may be empty
 * @param links to the fields, or the one action that helps
 */
public record Notice(Kind kind, String headline, String more, List<Link> links) {
  public Notice {
    links = List.copyOf(links);
  }

  /** How loud a notice is. */
  public enum Kind {
    /** Done as asked; announced politely. */
    GOOD,
    /** Somebody should look. */
    WARN,
    /** Not done. */
    BAD
  }

  public static Notice good(String headline, String more) {
    return new Notice(Kind.GOOD, headline, more, List.of());
  }

  public static Notice warn(String headline, String more) {
    return new Notice(Kind.WARN, headline, more, List.of());
  }

  public static Notice bad(String headline, String more) {
    return new Notice(Kind.BAD, headline, more, List.of());
  }

  /**
   * The notice above a form that was refused: each problem leads to its field, by the field's own label.
   *
   * @param headline what was not done and what is safe
   * @param fields the fields of the form; a problem of none of them is shown without a label
   */
  public static Notice refused(String headline, FormState state, List<Field> fields) {
    Map<String, String> labels =
        fields.stream().collect(Collectors.toMap(Field::name, Field::label, (one, _) -> one));
    List<Link> links = new ArrayList<>();
    state
        .problems()
        .forEach((field, sentence) -> {
          String label = labels.containsKey(field) ? labels.get(field) + ": " : "";
          links.add(Link.to(label + sentence, "#" + Field.idOf(field)));
        });
    return new Notice(Kind.BAD, headline, "", links);
  }

  /** The same with actions. */
  public Notice with(Link... actions) {
    return new Notice(kind, headline, more, List.of(actions));
  }

  /** Class of the washed row. */
  public String css() {
    return switch (kind) {
      case GOOD -> "notice good";
      case WARN -> "notice warn";
      case BAD -> "notice bad";
    };
  }

  /** Icon of the row; it repeats what the words say. */
  public String icon() {
    return switch (kind) {
      case GOOD -> "circle-check";
      case WARN -> "triangle-alert";
      case BAD -> "circle-alert";
    };
  }

  /** What it is to a screen reader. */
  public String role() {
    return kind == Kind.BAD ? "alert" : "status";
  }
}
