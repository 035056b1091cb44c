package org.quillbox.app;

import org.quillbox.base.http.Door;
import org.quillbox.base.http.HttpParts;

/** Builds the readers' door. */
final class ReaderParts {
  private ReaderParts() {}

  static Door door(Quillbox q, HttpParts parts) {
    throw new UnsupportedOperationException(parts.toString() + q);
  }
}
