package org.quillbox.base.text;

import java.util.List;
import java.util.Optional;

/** A value out of PHP's serialised form; never an object. */
public sealed interface PhpValue {
  /** PHP's null. */
  record Null() implements PhpValue {}

  /** True or false. */
  record Bool(boolean value) implements PhpValue {}

  /** A whole number. */
  record Whole(long value) implements PhpValue {}

  /** A number with a fraction. */
  record Real(double value) implements PhpValue {}

  /** A string. */
  record Text(String value) implements PhpValue {}

  /** List and map in one, in order; keys are numbers or strings, both kept as text. */
  record Table(List<Entry> entries) implements PhpValue {
    public Table {
      entries = List.copyOf(entries);
    }

    /** One key and its value. */
    public record Entry(String key, PhpValue value) {}

    /** The value under a key; the last one where a key stands twice, as PHP reads it. */
    public Optional<PhpValue> find(String key) {
      return entries.reversed().stream()
          .filter(e -> e.key().equals(key))
          .map(Entry::value)
          .findFirst();
    }

    public List<PhpValue> values() {
      return entries.stream().map(Entry::value).toList();
    }
  }

  /** The value as PHP would print it; empty for null and tables. */
  default String text() {
    return switch (this) {
      case Null _, Table _ -> "";
      case Bool b -> b.value() ? "1" : "";
      case Whole w -> Long.toString(w.value());
      case Real r ->
          r.value() == Math.rint(r.value()) && Math.abs(r.value()) < 1e15
              ? Long.toString((long) r.value())
              : Double.toString(r.value());
      case Text t -> t.value();
    };
  }
}
