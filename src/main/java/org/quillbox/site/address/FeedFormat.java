package org.quillbox.site.address;

import java.util.Locale;
import java.util.Optional;

/** The dialects a feed is asked in, by the word that stands in the address (contract 21 and 22). */
public enum FeedFormat {
  RSS2("rss2"),
  ATOM("atom"),
  RDF("rdf"),
  RSS("rss");

  private final String word;

  FeedFormat(String word) {
    this.word = word;
  }

  /** The word in the address, e.g. {@code atom}. */
  public String word() {
    return word;
  }

  /** The format a word names; {@code feed} is the default one. */
  static Optional<FeedFormat> of(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    if (folded.equals("feed")) {
      return Optional.of(RSS2);
    }
    for (FeedFormat format : values()) {
      if (format.word.equals(folded)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
