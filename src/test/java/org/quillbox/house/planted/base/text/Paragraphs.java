package org.quillbox.house.planted.base.text;

import org.quillbox.house.planted.base.store.Shelf;

/** Sees a room it may not see. */
public final class Paragraphs {
  @Override
  public String toString() {

    return new Shelf().take();
  }
}
