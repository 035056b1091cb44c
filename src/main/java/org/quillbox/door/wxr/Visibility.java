package org.quillbox.door.wxr;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides what of an export may be seen. An export does not say whether a type was public, nor who might
 * read an entry: what is not clearly for everybody arrives private and is listed, because a wrong private
 * entry is mended in a second and a leak never. Pure; source: rules 9, 10 and 12 of the plugin map.
 */
public final class Visibility {

  /** What becomes of an entry. */
  public sealed interface Verdict {
    /** Its own status decides. */
    record AsItWas() implements Verdict {}

    /** No address of its own; shown only inside what includes it. */
    record Inside(String origin) implements Verdict {}

    /** Stored, seen in the console only: the type was never meant for readers. */
    record PrivateType(String origin) implements Verdict {}

    /** Stored as private: the entry was for some only. */
    record Restricted(String origin, String sign) implements Verdict {}

    /** True when readers may get an address of it, as far as its status lets them. */
    default boolean open() {
      return switch (this) {
        case AsItWas _ -> true;
        case Inside _, PrivateType _, Restricted _ -> false;
      };
    }
  }

  private final TypeRules rules;
  private final List<TypeRules.MarkRow> metas;
  private final List<TypeRules.MarkRow> paths;
  private final List<TypeRules.MarkRow> traceTypes;
  private final List<TypeRules.MarkRow> traceMetas;
  private final List<TypeRules.MarkRow> traceCodes;

  public Visibility() {
    rules = TypeRules.load();
    metas = rules.marks("meta");
    paths = rules.marks("path");
    traceTypes = rules.marks("trace-type");
    traceMetas = rules.marks("trace-meta");
    traceCodes = rules.marks("trace-code");
  }

  /**
   * The verdict on one entry.
   *
   * @param hadMembers the owner says that the site had members: everything with an address is held back
   * @param hiddenForums old numbers of forums that were not open to everybody
   */
  public Verdict decide(WxrPart.Item item, boolean hadMembers, Set<Long> hiddenForums) {
    Optional<TypeRules.TypeRow> row = rules.type(item.type());
    String origin = row.map(TypeRules.TypeRow::origin).orElse("a plugin or theme");
    TypeRules.Seen seen =
        row.map(TypeRules.TypeRow::seen)
            .orElseGet(() ->
                item.status().equals("publish") && pretty(item.link())
                    ? TypeRules.Seen.PUBLIC
                    : TypeRules.Seen.PRIVATE);
    return switch (seen) {
      case PRIVATE -> new Verdict.PrivateType(origin);
      case INSIDE -> new Verdict.Inside(origin);
      case FORUM ->
          hiddenForums.contains(forumOf(item))
              ? new Verdict.Restricted(origin, "its forum was not public")
              : marked(item, hadMembers);
      case PUBLIC -> marked(item, hadMembers);
    };
  }

  /** Origin of a type, for the report. */
  public String origin(String type) {
    return rules.type(type).map(TypeRules.TypeRow::origin).orElse("unknown");
  }

  /** What readers see of a type, for the report. */
  public String readersSee(String type, boolean open) {
    return rules
        .type(type)
        .map(TypeRules.TypeRow::readersSee)
        .orElse(open ? "the entry at its old address" : "nothing");
  }

  /** Membership plugins this entry shows traces of; their rules may be missing from the export. */
  public Set<String> memberTraces(WxrPart.Item item) {
    Set<String> found = new TreeSet<>();
    for (TypeRules.MarkRow row : traceTypes) {
      if (row.names(item.type())) {
        found.add(row.origin());
      }
    }
    for (WxrPart.Meta m : item.meta()) {
      for (TypeRules.MarkRow row : traceMetas) {
        if (row.names(m.key())) {
          found.add(row.origin());
        }
      }
    }
    if (item.content().indexOf('[') >= 0) {
      for (TypeRules.MarkRow row : traceCodes) {
        if (opens(item.content(), row.key())) {
          found.add(row.origin());
        }
      }
    }
    return found;
  }

  private Verdict marked(WxrPart.Item item, boolean hadMembers) {
    for (WxrPart.Meta m : item.meta()) {
      for (TypeRules.MarkRow row : metas) {
        if (row.names(m.key()) && row.holds(m.value())) {
          return new Verdict.Restricted(row.origin(), m.key());
        }
      }
    }
    Optional<String> folder = privateFolder(item.attachmentUrl());
    if (folder.isPresent()) {
      return new Verdict.Restricted(folder.get(), "the file lay in a protected folder");
    }
    if (hadMembers) {
      return new Verdict.Restricted("the owner", "the site had members");
    }
    return new Verdict.AsItWas();
  }

  private Optional<String> privateFolder(String attachmentUrl) {
    String lower = attachmentUrl.toLowerCase(Locale.ROOT);
    int uploads = lower.indexOf("/uploads/");
    if (uploads < 0) {
      return Optional.empty();
    }
    String inside = lower.substring(uploads + "/uploads/".length());
    return paths.stream()
        .filter(p -> inside.startsWith(p.key()))
        .map(TypeRules.MarkRow::origin)
        .findFirst();
  }

  /** The forum an entry of a forum belongs to: its own number for a forum. */
  static long forumOf(WxrPart.Item item) {
    if (item.type().equals("forum")) {
      return item.id();
    }
    long byMeta = item.metaValue("_bbp_forum_id").map(WxrItems::number).orElse(0L);
    return byMeta != 0 ? byMeta : item.parent();
  }

  /** An address that names the entry by its path, as WordPress gives only to what has pages of its own. */
  static boolean pretty(String link) {
    try {
      URI uri = URI.create(link);
      String path = uri.getRawPath();
      return path != null
          && uri.getRawQuery() == null
          && path.length() > 1
          && !path.endsWith(".php");
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean opens(String text, String code) {
    String bracket = "[" + code;
    boolean prefix = code.endsWith("_") || code.endsWith("-");
    for (int at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      int end = at + bracket.length();
      char after = end < text.length() ? text.charAt(end) : ']';
      if (prefix || after == ']' || after == ' ' || after == '\n' || after == '/') {
        return true;
      }
    }
    return false;
  }
}
