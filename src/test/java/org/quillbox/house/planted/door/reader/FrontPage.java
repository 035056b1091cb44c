package org.quillbox.house.planted.door.reader;

import org.quillbox.house.planted.site.content.Pieces;

/** Reads without recording. */
final class FrontPage {
  private FrontPage() {}

  static String show(Pieces pieces) {

    return pieces.find(1);
  }
}
