package org.quillbox.app;

import org.quillbox.base.http.HttpParts;
import org.quillbox.door.reader.ReaderModule;

/** Hangs the readers' door. */
final class ReaderParts {
  private ReaderParts() {}

  static void connect(Quillbox q, HttpParts parts, String address) {
    ReaderModule module =
        new ReaderModule(
            new ReaderModule.Ground(
                q.settings(),
                q.people(),
                q.terms(),
                q.catalogue(),
                q.entries(),
                q.comments(),
                q.permalinks(),
                q.pages(),
                q.randoms(),
                q.data().media()),
            parts,
            () -> address);
    parts.early(module.early());
    parts.door(module.reader());
  }
}
