package org.quillbox.base.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form holds: every value exactly as it was typed, and a sentence for each field that was refused.
 * A refused form is answered with this, so nothing typed is ever lost. Immutable; fields keep the order
 * in which they came.
 */
public final class FormState {
  private final Map<String, List<String>> values;
  private final Map<String, String> problems;

  private FormState(Map<String, List<String>> values, Map<String, String> problems) {
    this.values = values;
    this.problems = problems;
  }

  /** A form nobody has filled in. */
  public static FormState blank() {
    return new FormState(Map.of(), Map.of());
  }

  /** As it was sent: each name with all its values. */
  public static FormState typed(Map<String, ? extends List<String>> sent) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    sent.forEach((name, all) -> copy.put(name, List.copyOf(all)));
    return new FormState(Collections.unmodifiableMap(copy), Map.of());
  }

  /** The same with one field set. */
  public FormState with(String name, String value) {
    return with(name, List.of(value));
  }

  /** The same with a field of several values set. */
  public FormState with(String name, List<String> all) {
    Map<String, List<String>> copy = new LinkedHashMap<>(values);
    copy.put(name, List.copyOf(all));
    return new FormState(Collections.unmodifiableMap(copy), problems);
  }

  /** The same without a field, for what must not travel back. */
  public FormState without(String name) {
    Map<String, List<String>> copy = new LinkedHashMap<>(values);
    copy.remove(name);
    return new FormState(Collections.unmodifiableMap(copy), problems);
  }

  /** The same with a problem; the first sentence for a field stands. */
  public FormState problem(String field, String sentence) {
    Map<String, String> copy = new LinkedHashMap<>(problems);
    copy.putIfAbsent(field, sentence);
    return new FormState(values, Collections.unmodifiableMap(copy));
  }

  /** The same with all these problems. */
  public FormState problems(Map<String, String> all) {
    FormState state = this;
    for (Map.Entry<String, String> one : all.entrySet()) {
      state = state.problem(one.getKey(), one.getValue());
    }
    return state;
  }

  /** Field name to sentence, in order of the checks. */
  public Map<String, String> problems() {
    return problems;
  }

  /** True when at least one field was refused. */
  public boolean isRefused() {
    return !problems.isEmpty();
  }

  /** The sentence for a field; empty when it is fine. */
  public String problemOf(String field) {
    return problems.getOrDefault(field, "");
  }

  /** True when the form came with this field, be it empty. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value as typed, of several the last; empty when the field did not come. */
  public String value(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.getLast();
  }

  /** All values of a field, in order. */
  public List<String> values(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Every value as a hidden field, to carry a whole form through another page. */
  public List<Hidden> hidden() {
    List<Hidden> all = new ArrayList<>();
    values.forEach((name, each) -> each.forEach(value -> all.add(new Hidden(name, value))));
    return List.copyOf(all);
  }

  /** One value that travels unseen. */
  public record Hidden(String name, String value) {}
}
