package org.quillbox.house.planted.base.store;

/** What text may not see. */
public final class Shelf {
  public String take() {
    return "book";
  }
}
