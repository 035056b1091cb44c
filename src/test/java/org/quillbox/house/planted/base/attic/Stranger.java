package org.quillbox.house.planted.base.attic;

/** Stands in a package that is no room. */
public final class Stranger {
  @Override
  public String toString() {
    return "stranger";
  }
}
