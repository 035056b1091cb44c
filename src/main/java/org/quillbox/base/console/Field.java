package org.quillbox.base.console;

import java.util.ArrayList;
import java.util.List;

/**
 * A control with its label, hint and problem, tied together for a screen reader. Made by a factory, shaped
 * by withers, filled from a {@link FormState} last: {@code Field.text("title", "Site
 * title").hint("...").filled(state)}.
 *
 * @param name name it is sent under
 * @param label names the thing
 * @param kind what is drawn
 * @param hint a line before the control; may be empty
 * @param effect what changes and for whom, after the control; may be empty
 * @param problem why it was refused; empty when fine
 * @param values what it holds, as typed
 * @param choices for kinds with choices
 * @param look further classes of the control, such as {@code mid} or {@code mono}
 * @param attributes further attributes of the control
 */
public record Field(
    String name,
    String label,
    Kind kind,
    String hint,
    String effect,
    String problem,
    List<String> values,
    List<Choice> choices,
    String look,
    List<Attribute> attributes) {

  public Field {
    values = List.copyOf(values);
    choices = List.copyOf(choices);
    attributes = List.copyOf(attributes);
  }

  /** What is drawn. */
  public enum Kind {
    TEXT,
    PASSWORD,
    EMAIL,
    NUMBER,
    AREA,
    SELECT,
    RADIOS,
    CHECKS,
    CHECK,
    FILE
  }

  /** One more attribute of the control. */
  public record Attribute(String name, String value) {}

  private static Field of(String name, String label, Kind kind, List<Choice> choices) {
    return new Field(name, label, kind, "", "", "", List.of(), choices, "", List.of());
  }

  public static Field text(String name, String label) {
    return of(name, label, Kind.TEXT, List.of());
  }

  public static Field password(String name, String label) {
    return of(name, label, Kind.PASSWORD, List.of());
  }

  /** Sent as typed; the browser helps with the keyboard only, the box judges. */
  public static Field email(String name, String label) {
    return of(name, label, Kind.EMAIL, List.of());
  }

  /** A whole number; a text control, so that what was typed instead of a number is not lost. */
  public static Field number(String name, String label) {
    return of(name, label, Kind.NUMBER, List.of()).look("short");
  }

  public static Field area(String name, String label, int rows) {
    return of(name, label, Kind.AREA, List.of()).attribute("rows", Integer.toString(rows));
  }

  public static Field select(String name, String label, List<Choice> choices) {
    return of(name, label, Kind.SELECT, choices);
  }

  public static Field radios(String name, String label, List<Choice> choices) {
    return of(name, label, Kind.RADIOS, choices);
  }

  /** Any number of choices. */
  public static Field checks(String name, String label, List<Choice> choices) {
    return of(name, label, Kind.CHECKS, choices);
  }

  /** One yes or no; sent as {@code 1}. */
  public static Field check(String name, String label) {
    return of(name, label, Kind.CHECK, List.of());
  }

  public static Field file(String name, String label) {
    return of(name, label, Kind.FILE, List.of());
  }

  public Field hint(String line) {
    return new Field(name, label, kind, line, effect, problem, values, choices, look, attributes);
  }

  public Field effect(String sentence) {
    return new Field(name, label, kind, hint, sentence, problem, values, choices, look, attributes);
  }

  public Field look(String classes) {
    return new Field(
        name, label, kind, hint, effect, problem, values, choices, classes, attributes);
  }

  /** Adds an attribute; an empty value is one without a value. */
  public Field attribute(String attribute, String value) {
    List<Attribute> more = new ArrayList<>(attributes);
    more.add(new Attribute(attribute, value));
    return new Field(name, label, kind, hint, effect, problem, values, choices, look, more);
  }

  /** Takes the typed values, the choices they make and the problem out of a form. */
  public Field filled(FormState state) {
    List<String> typed = state.values(name);
    List<Choice> marked = new ArrayList<>();
    choices.forEach(choice -> marked.add(choice.chosen(typed.contains(choice.value()))));
    // What is none of the choices is shown all the same: it was sent, or it stands in the store.
    for (String value : typed) {
      boolean known = choices.stream().anyMatch(choice -> choice.value().equals(value));
      if (!choices.isEmpty() && !known && !value.isEmpty()) {
        marked.add(Choice.of(value, value).chosen(true));
      }
    }
    return new Field(
        name, label, kind, hint, effect, state.problemOf(name), typed, marked, look, attributes);
  }

  /** Id of the control of a field with this name. */
  public static String idOf(String name) {
    return "f-" + name.replaceAll("[^A-Za-z0-9_-]", "-");
  }

  public String id() {
    return idOf(name);
  }

  /** The value as typed, of several the last. */
  public String value() {
    return values.isEmpty() ? "" : values.getLast();
  }

  /** True for a ticked box. */
  public boolean isOn() {
    return !value().isEmpty();
  }

  public boolean isRefused() {
    return !problem.isEmpty();
  }

  /** Type of the input element. */
  public String type() {
    return switch (kind) {
      case PASSWORD -> "password";
      case EMAIL -> "email";
      case FILE -> "file";
      case TEXT, NUMBER, AREA, SELECT, RADIOS, CHECKS, CHECK -> "text";
    };
  }

  /** Ids of the sentences that belong to the control, for {@code aria-describedby}; may be empty. */
  public String describedBy() {
    List<String> ids = new ArrayList<>();
    if (!hint.isEmpty()) {
      ids.add(id() + "-h");
    }
    if (!problem.isEmpty()) {
      ids.add(id() + "-x");
    }
    if (!effect.isEmpty()) {
      ids.add(id() + "-e");
    }
    return String.join(" ", ids);
  }
}
