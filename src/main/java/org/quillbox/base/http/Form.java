package org.quillbox.base.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quillbox.base.kernel.Problem;

/** What somebody typed into a form: every field with its values, in the order they came. */
public final class Form {
  /** Takes a file of a form while it arrives; returns when it has read what it wants. */
  @FunctionalInterface
  public interface Receiver {
    /**
     * @param file what the browser said of it; none of it is to be trusted
     * @param bytes the content, never more than the limit: beyond it a {@code Problem} is thrown by reading
     * @param soFar the fields that stood before the file
     */
    void receive(FileField file, InputStream bytes, Form soFar) throws IOException;
  }

  /**
   * A file field.
   *
   * @param field name of the field
   * @param fileName last part of the name on the visitor's machine; may be empty when nothing was chosen
   * @param contentType as the browser said, or empty
   */
  public record FileField(String field, String fileName, String contentType) {}

  static final Receiver NO_FILES =
      (file, bytes, soFar) -> {
        if (!file.fileName().isEmpty()) {
          throw new Problem.Invalid(file.field(), "This form takes no file.");
        }
      };

  private final Map<String, List<String>> values;

  private Form(Map<String, List<String>> values) {
    this.values = values;
  }

  /** A form with these fields. */
  public static Form of(Map<String, List<String>> values) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    values.forEach((name, all) -> copy.put(name, new ArrayList<>(all)));
    return new Form(copy);
  }

  void add(String name, String value) {
    values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
  }

  /** True when the field was sent, even empty: a ticked box. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The last value of the field; empty when it was not sent. Nothing is trimmed. */
  public String text(String name) {
    return find(name).orElse("");
  }

  /** The last value of the field. */
  public Optional<String> find(String name) {
    List<String> all = values.get(name);
    return all == null ? Optional.empty() : Optional.of(all.getLast());
  }

  /** All values of the field, e.g. of ticked categories. */
  public List<String> all(String name) {
    return Collections.unmodifiableList(values.getOrDefault(name, List.of()));
  }

  /** The same without the fields whose names begin so. */
  public Form without(String prefix) {
    Form rest = of(values);
    rest.values.keySet().removeIf(name -> name.startsWith(prefix));
    return rest;
  }

  /** Every field. */
  public Map<String, List<String>> values() {
    return Collections.unmodifiableMap(values);
  }
}
