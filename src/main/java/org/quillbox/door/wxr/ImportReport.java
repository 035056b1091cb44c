package org.quillbox.door.wxr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import did, so that the owner can check it: by item and by construct. Its numbers add up for each
 * type and in all: read = taken + duplicate + refused. Filled by one thread; memory is bounded, lists end at
 * {@value #LONGEST_LIST} lines and the counts go on.
 */
public final class ImportReport {
  /** Lines kept of each list. */
  public static final int LONGEST_LIST = 10_000;

  private static final int EXAMPLES = 3;

  /** What became of an item. */
  public enum Outcome {
    TAKEN,
    /** Stands twice in the file, or was taken by an earlier run. */
    DUPLICATE,
    REFUSED
  }

  /**
   * One item.
   *
   * @param reason empty for an item that was simply taken
   */
  public record ItemLine(
      long ordinal,
      long line,
      long oldId,
      String type,
      String title,
      Outcome outcome,
      String reason) {}

  /** How many items of a type became what. */
  public record TypeCount(String type, long taken, long duplicate, long refused) {
    public long read() {
      return taken + duplicate + refused;
    }
  }

  /** What kind of thing a plugin left behind. */
  public enum Kind {
    SHORTCODE,
    BLOCK,
    TYPE,
    META,
    LANGUAGE
  }

  /**
   * Something that is not plain WordPress, told once however often it was met.
   *
   * @param guard it hid text from visitors: such lines stand first
   * @param examples titles of the first entries it was met in
   */
  public record Construct(
      String name,
      String origin,
      Kind kind,
      boolean guard,
      long count,
      List<String> examples,
      String readersSee) {}

  /** Somebody of the file and who it became here. */
  public record AuthorLine(String oldLogin, String login, String publicSlug, boolean created) {}

  /** A thing and a sentence about it. */
  public record Note(String subject, String remark) {}

  private final Map<String, Map<Outcome, Long>> types = new TreeMap<>();
  private final List<ItemLine> items = new ArrayList<>();
  private final Map<String, Construct> constructs = new LinkedHashMap<>();
  private final Map<NoteKind, NoteList> notes = new EnumMap<>(NoteKind.class);
  private final List<AuthorLine> authors = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /** The lists of remarks, in the order they are shown. */
  public enum NoteKind {
    MISSING_FILE("Files that were not there"),
    RESTRICTED("Entries that were not for everybody (now private)"),
    PRIVATE_TYPE("Types nobody but you sees"),
    SUSPICIOUS_TAG("Tags to look at"),
    MENDED("What had to be mended");

    private final String heading;

    NoteKind(String heading) {
      this.heading = heading;
    }

    /** Shown above the list. */
    public String heading() {
      return heading;
    }
  }

  private static final class NoteList {
    private final List<Note> lines = new ArrayList<>();
    private long count;
  }

  public void item(WxrPart.Item item, Outcome outcome, String reason) {
    types
        .computeIfAbsent(item.type(), _ -> new EnumMap<>(Outcome.class))
        .merge(outcome, 1L, Long::sum);
    // What went wrong is worth a line even where the list is full of what went well.
    if (items.size() < LONGEST_LIST || (outcome == Outcome.REFUSED && makeRoom())) {
      items.add(
          new ItemLine(
              item.ordinal(), item.line(), item.id(), item.type(), named(item), outcome, reason));
    }
  }

  /** A construct met in an entry; the first words about it stand. */
  public void construct(
      String name, String origin, Kind kind, boolean guard, String readersSee, String entryTitle) {
    constructs.merge(
        kind + " " + name,
        new Construct(name, origin, kind, guard, 1, List.of(entryTitle), readersSee),
        (had, now) -> {
          List<String> examples = new ArrayList<>(had.examples());
          if (examples.size() < EXAMPLES && !examples.contains(entryTitle)) {
            examples.add(entryTitle);
          }
          return new Construct(
              had.name(),
              had.origin(),
              had.kind(),
              had.guard() || now.guard(),
              had.count() + 1,
              List.copyOf(examples),
              had.readersSee());
        });
  }

  public void note(NoteKind kind, String subject, String remark) {
    NoteList list = notes.computeIfAbsent(kind, _ -> new NoteList());
    list.count++;
    if (list.lines.size() < LONGEST_LIST) {
      list.lines.add(new Note(subject, remark));
    }
  }

  public void author(String oldLogin, String login, String publicSlug, boolean created) {
    authors.add(new AuthorLine(oldLogin, login, publicSlug, created));
  }

  /** Counts what is no item: comments, categories, files. */
  public void count(String what, long more) {
    counts.merge(what, more, Long::sum);
  }

  /** Notes the verdict on an entry when it is not left as it was. */
  public void verdict(WxrPart.Item item, Visibility.Verdict verdict, String readersSee) {
    switch (verdict) {
      case Visibility.Verdict.AsItWas _ -> {
        // Nothing to tell.
      }
      case Visibility.Verdict.Inside inside ->
          construct(item.type(), inside.origin(), Kind.TYPE, false, readersSee, named(item));
      case Visibility.Verdict.PrivateType type -> {
        String key = Kind.TYPE + " " + item.type();
        if (!constructs.containsKey(key)) {
          note(NoteKind.PRIVATE_TYPE, item.type(), "left by " + type.origin());
        }
        construct(item.type(), type.origin(), Kind.TYPE, false, readersSee, named(item));
      }
      case Visibility.Verdict.Restricted held ->
          note(
              NoteKind.RESTRICTED,
              named(item),
              "held back: " + held.sign() + " (" + held.origin() + ")");
    }
  }

  public List<TypeCount> types() {
    return types.entrySet().stream()
        .map(e ->
            new TypeCount(
                e.getKey(),
                e.getValue().getOrDefault(Outcome.TAKEN, 0L),
                e.getValue().getOrDefault(Outcome.DUPLICATE, 0L),
                e.getValue().getOrDefault(Outcome.REFUSED, 0L)))
        .toList();
  }

  /** All types together. */
  public TypeCount total() {
    long taken = 0;
    long duplicate = 0;
    long refused = 0;
    for (TypeCount t : types()) {
      taken += t.taken();
      duplicate += t.duplicate();
      refused += t.refused();
    }
    return new TypeCount("all", taken, duplicate, refused);
  }

  /** The lines kept, at most {@value #LONGEST_LIST}; {@link #total} knows how many there were. */
  public List<ItemLine> items() {
    return List.copyOf(items);
  }

  /** Guards first, then by how often they were met. */
  public List<Construct> constructs() {
    return constructs.values().stream()
        .sorted(
            Comparator.comparing((Construct c) -> !c.guard())
                .thenComparing(Construct::count, Comparator.reverseOrder())
                .thenComparing(Construct::name))
        .toList();
  }

  public List<Note> notes(NoteKind kind) {
    NoteList list = notes.get(kind);
    return list == null ? List.of() : List.copyOf(list.lines);
  }

  /** How many remarks of a kind there were, those past the end of the list included. */
  public long noteCount(NoteKind kind) {
    NoteList list = notes.get(kind);
    return list == null ? 0 : list.count;
  }

  public List<AuthorLine> authors() {
    return List.copyOf(authors);
  }

  public Map<String, Long> counts() {
    return new LinkedHashMap<>(counts);
  }

  private boolean makeRoom() {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i).outcome() == Outcome.TAKEN) {
        items.remove(i);
        return true;
      }
    }
    return false;
  }

  private static String named(WxrPart.Item item) {
    String title = item.title().strip();
    if (title.isEmpty()) {
      title = "(no title, number " + item.id() + ")";
    }
    return title.length() > 120
        ? title.substring(0, title.offsetByCodePoints(0, 100)) + "…"
        : title;
  }
}
