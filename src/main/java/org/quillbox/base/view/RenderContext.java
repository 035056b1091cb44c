package org.quillbox.base.view;

import java.util.HashMap;
import java.util.Map;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.IncludeEventHandler;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.AbstractContext;
import org.apache.velocity.context.Context;
import org.apache.velocity.context.InternalContextAdapter;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Html;

/**
 * The variables of one rendering, and the gate through which every value passes on its way out: text is
 * escaped, {@link Html} is not, and things that are neither text nor number are refused.
 */
final class RenderContext extends AbstractContext
    implements ReferenceInsertionEventHandler, IncludeEventHandler {
  private final Map<String, @Nullable Object> values;
  private final Budget budget;

  RenderContext(Map<String, ?> model, Budget budget) {
    this.values = new HashMap<>(model);
    this.budget = budget;
    EventCartridge gate = new EventCartridge();
    gate.addReferenceInsertionEventHandler(this);
    gate.addIncludeEventHandler(this);
    gate.attachToContext(this);
  }

  @Override
  public @Nullable Object referenceInsert(
      Context context, String reference, @Nullable Object value) {
    budget.step();
    return switch (value) {
      case null -> null;
      case Html html -> html.markup();
      case CharSequence text -> Html.escape(text.toString());
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case Character c -> Html.escape(c.toString());
      default ->
          throw new RenderFailure(
              reference
                  + " is a "
                  + value.getClass().getSimpleName()
                  + ", which has no text of its own. Name the field to print.");
    };
  }

  @Override
  public String includeEvent(
      Context context, String path, String currentPath, String directiveName) {
    budget.checkClock();
    if (context instanceof InternalContextAdapter inside
        && inside.getTemplateNameStack().length >= Budget.DEPTH) {
      throw new RenderFailure(
          "Templates are nested more than " + Budget.DEPTH + " deep at " + path + ".");
    }
    return path;
  }

  @Override
  public @Nullable Object internalGet(String key) {
    return values.get(key);
  }

  @Override
  public @Nullable Object internalPut(String key, Object value) {
    budget.step();
    if (value instanceof CharSequence text && text.length() > Budget.VARIABLE) {
      throw new RenderFailure(
          "$" + key + " would hold more than " + Budget.VARIABLE + " characters.");
    }
    // Long arithmetic that overflows turns into these, and they double in a loop.
    if (value instanceof java.math.BigInteger || value instanceof java.math.BigDecimal) {
      throw new RenderFailure("$" + key + " would be a number past the range of 64 bits.");
    }
    return values.put(key, value);
  }

  @Override
  public boolean internalContainsKey(String key) {
    return values.containsKey(key);
  }

  @Override
  public String[] internalGetKeys() {
    return values.keySet().toArray(String[]::new);
  }

  @Override
  public @Nullable Object internalRemove(String key) {
    return values.remove(key);
  }
}
