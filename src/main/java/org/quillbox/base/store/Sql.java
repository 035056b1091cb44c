package org.quillbox.base.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A statement whose conditions vary: text and parameters grow together, values never enter the text. */
public final class Sql {
  private final StringBuilder text;
  private final List<Object> parameters = new ArrayList<>();
  private boolean where;

  public Sql(String start, Object... parameters) {
    this.text = new StringBuilder(start);
    Collections.addAll(this.parameters, parameters);
  }

  /** Adds {@code where} or {@code and} and the condition. */
  public Sql and(String condition, Object... values) {
    text.append(where ? " and " : " where ").append(condition);
    where = true;
    Collections.addAll(parameters, values);
    return this;
  }

  /** As {@link #and}, for a column that is one of several values; none of them matches nothing. */
  public Sql andIn(String column, Collection<?> values) {
    if (values.isEmpty()) {
      return and("1 = 0");
    }
    and(column + " in (" + marks(values.size()) + ")");
    parameters.addAll(values);
    return this;
  }

  public Sql append(String more, Object... values) {
    text.append(' ').append(more);
    Collections.addAll(parameters, values);
    return this;
  }

  /** {@code ?,?,?} for so many values. */
  public static String marks(int count) {
    return String.join(",", Collections.nCopies(count, "?"));
  }

  /** A pattern for {@code like ? escape '!'} that finds the text itself, wherever it stands. */
  public static String containing(String text) {
    return "%" + literal(text) + "%";
  }

  /** A pattern for {@code like ? escape '!'} for what begins with the text. */
  public static String beginning(String text) {
    return literal(text) + "%";
  }

  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  String text() {
    return text.toString();
  }

  Object[] parameters() {
    return parameters.toArray();
  }
}
