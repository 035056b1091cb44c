package org.quillbox.base.view;

import java.io.Writer;

/** Collects the output of one rendering and stops it when it grows past the limit. */
final class CappedWriter extends Writer {
  private final StringBuilder out = new StringBuilder(16 * 1024);
  private final Budget budget;

  CappedWriter(Budget budget) {
    this.budget = budget;
  }

  @Override
  public void write(char[] chars, int from, int length) {
    grow(length);
    out.append(chars, from, length);
  }

  @Override
  public void write(String text, int from, int length) {
    grow(length);
    out.append(text, from, from + length);
  }

  private void grow(int length) {
    budget.step();
    if (out.length() + (long) length > Budget.OUTPUT) {
      throw new RenderFailure(
          "The template wrote more than " + Budget.OUTPUT + " characters and was stopped.");
    }
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    // Memory only.
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
