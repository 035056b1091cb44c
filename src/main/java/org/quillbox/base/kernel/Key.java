package org.quillbox.base.kernel;

import java.util.Locale;

/**
 * What a reader's page depends on and what a change touches: the one vocabulary between the two. A page
 * records the keys it read; a change names the keys it touched; the page may be served while none of its
 * keys was touched after it began (architecture section 5).
 */
public sealed interface Key {
  /** Number of slots the keys are spread over. A collision costs one needless render, never a stale page. */
  int SLOTS = 65536;

  /** The form in the change feed, e.g. {@code row:post:12}. */
  String text();

  /** Place in the table of stamps; 0 belongs to {@link Everything} alone. */
  default int slot() {
    // FNV-1a over the text: spread well and equal on every node and in every release.
    int hash = 0x811c9dc5;
    String text = text();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
    }
    hash ^= hash >>> 16;
    return 1 + (hash & 0x7fffffff) % (SLOTS - 1);
  }

  /** What is shown of one thing. */
  record Row(String kind, long id) implements Key {
    @Override
    public String text() {
      return "row:" + kind + ":" + id;
    }
  }

  /** Membership and order of a list; scope is the list's own name, e.g. {@code term:4}. */
  record Members(String scope) implements Key {
    @Override
    public String text() {
      return "list:" + scope;
    }
  }

  /** Neighbours of an entry. */
  record Near(long id) implements Key {
    @Override
    public String text() {
      return "near:" + id;
    }
  }

  /**
   * Resolution of addresses that begin alike: the first three folded characters of the last segment. Read
   * also when nothing was found, so that a 404 goes stale when the thing appears.
   */
  record Name(String prefix) implements Key {
    /** The key of an address segment or slug. */
    public static Name of(String segment) {
      String folded = segment.toLowerCase(Locale.ROOT);
      return new Name(folded.length() <= 3 ? folded : folded.substring(0, 3));
    }

    @Override
    public String text() {
      return "name:" + prefix;
    }
  }

  /** How many members a list has. */
  record Count(String scope) implements Key {
    @Override
    public String text() {
      return "count:" + scope;
    }
  }

  /** One option of the site. */
  record Option(String name) implements Key {
    @Override
    public String text() {
      return "option:" + name;
    }
  }

  /** The menu at a location. */
  record Menu(String location) implements Key {
    @Override
    public String text() {
      return "menu:" + location;
    }
  }

  /** The search index. */
  record Index() implements Key {
    @Override
    public String text() {
      return "index";
    }
  }

  /** Every page there is: used for changes too wide to list. */
  record Everything() implements Key {
    @Override
    public String text() {
      return "all";
    }

    @Override
    public int slot() {
      return 0;
    }
  }

  /** Slot of a key given by its text, as the feed stores it. */
  static int slotOf(String text) {
    return text.equals("all") ? 0 : new Raw(text).slot();
  }

  /** A key known by its text alone. */
  record Raw(String text) implements Key {}
}
