package org.quillbox.house.planted.door.reader;

import org.quillbox.house.planted.base.kernel.Reads;
import org.quillbox.house.planted.site.content.Pieces;

/** Reads and records. */
final class InnocentPage {
  private InnocentPage() {}

  static String show(Pieces pieces, Reads reads) {
    return pieces.find(reads, 1);
  }
}
