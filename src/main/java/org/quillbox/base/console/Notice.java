package org.quillbox.base.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What just happened or stands in the way, above everything else on the page. It stays until the next
 * action; a bad one is an alert and lists a link to each field that needs a hand.
 *
 * @param kind how loud it is
 * @param headline the fact, one sentence, with its full stop
 * @param more why, and what to do; may be empty
 * @param links to the fields, or the one action that helps
 * @param deed what can be done at once; null for nothing
 */
public record Notice(
    Kind kind, String headline, String more, List<Link> links, @Nullable Deed deed) {
  public Notice {
    links = List.copyOf(links);
  }

  /** A notice that offers nothing to be sent. */
  public Notice(Kind kind, String headline, String more, List<Link> links) {
    this(kind, headline, more, links, null);
  }

  /**
   * One thing to be done with a button, such as taking back what was just done. Only for notices that stand
   * outside a form.
   *
   * @param label the button
   * @param action where it is sent
   * @param fields what is sent
   */
  public record Deed(String label, String action, List<FormState.Hidden> fields) {
    public Deed {
      fields = List.copyOf(fields);
    }
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

  /** The same with a button. */
  public Notice offering(Deed button) {
    return new Notice(kind, headline, more, links, button);
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
