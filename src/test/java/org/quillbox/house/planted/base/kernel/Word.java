package org.quillbox.house.planted.base.kernel;

import org.jsoup.Jsoup;

/** A kernel that knows a library. */
public final class Word {
  @Override
  public String toString() {
    return Jsoup.parse("<p>word").text();
  }
}
