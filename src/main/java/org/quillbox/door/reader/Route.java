package org.quillbox.door.reader;

import org.quillbox.site.address.FeedFormat;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.Scope;
import org.quillbox.site.people.Person;
import org.quillbox.site.taxonomy.Term;

/** What an address turned out to be. */
sealed interface Route {
  /** The latest posts. */
  record Home(int page, String address) implements Route {}

  /** A post, or an entry of another public type. */
  record Single(Entry entry, int part, String address) implements Route {}

  /** A page. */
  record PageAt(Entry entry, int part, String address) implements Route {}

  /** The page of a file. */
  record Attachment(Entry entry, String address) implements Route {}

  /** Posts with a term. */
  record TermArchive(Term term, int page, String address) implements Route {}

  /** Posts of a person. */
  record AuthorArchive(Person author, int page, String address) implements Route {}

  /** Posts of a year, month or day. */
  record DateArchive(Scope scope, int page, String address) implements Route {}

  /** What a reader looked for. */
  record Search(String words, int page, String address) implements Route {}

  /** The feed of something else. */
  record Feed(Route of, FeedFormat format, String address) implements Route {}

  /** It is somewhere else. */
  record Redirect(String path, boolean isPermanent) implements Route {}

  /** There is nothing. */
  record Missing() implements Route {}

  /** Where this belongs; empty where there is no such place. */
  default String place() {
    return switch (this) {
      case Home h -> h.address;
      case Single s -> s.address;
      case PageAt p -> p.address;
      case Attachment a -> a.address;
      case TermArchive t -> t.address;
      case AuthorArchive a -> a.address;
      case DateArchive d -> d.address;
      case Search s -> s.address;
      case Feed f -> f.address;
      case Redirect _, Missing _ -> "";
    };
  }
}
