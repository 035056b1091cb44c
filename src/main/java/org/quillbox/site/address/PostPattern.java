package org.quillbox.site.address;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A structure at work: fills the addresses of posts and recognizes them. */
final class PostPattern {
  private final List<StructurePiece> pieces;
  private final Pattern path;
  private final boolean slashed;

  /** Takes the pattern of a structure that is not plain. */
  PostPattern(String pattern) {
    pieces = StructurePiece.parse(pattern);
    slashed = pattern.endsWith("/");
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      switch (pieces.get(i)) {
        case StructurePiece.Text(String text) -> {
          String bare =
              i == pieces.size() - 1 && slashed ? text.substring(0, text.length() - 1) : text;
          regex.append(Pattern.quote(bare.toLowerCase(Locale.ROOT)));
        }
        case StructurePiece.Tag(PermalinkTag tag) ->
            // Names of groups hold no underscore.
            regex.append("(?<").append(group(tag)).append('>').append(tag.matches()).append(')');
      }
    }
    path = Pattern.compile(regex.toString());
  }

  private static String group(PermalinkTag tag) {
    return tag.word().replace("_", "");
  }

  /** Whether addresses end with a slash. */
  boolean slashed() {
    return slashed;
  }

  /** The folders before the first tag, with slashes: {@code /}, or {@code /blog/}. Not encoded. */
  String front() {
    return pieces.get(0) instanceof StructurePiece.Text(String text)
        ? text.substring(0, text.lastIndexOf('/') + 1)
        : "/";
  }

  /** The tags in their order. */
  List<PermalinkTag> tags() {
    return pieces.stream()
        .filter(StructurePiece.Tag.class::isInstance)
        .map(piece -> ((StructurePiece.Tag) piece).tag())
        .toList();
  }

  /** Whether the address of a page may look like the address of a post. */
  boolean sharesRoot() {
    PermalinkTag first = tags().getFirst();
    return first == PermalinkTag.POSTNAME
        || first == PermalinkTag.CATEGORY
        || first == PermalinkTag.AUTHOR;
  }

  boolean has(PermalinkTag tag) {
    return tags().contains(tag);
  }

  /** The address of a post, encoded. */
  String fill(EntryPath post) {
    StringBuilder out = new StringBuilder();
    for (StructurePiece piece : pieces) {
      switch (piece) {
        case StructurePiece.Text(String text) -> out.append(Percent.encodePath(text));
        case StructurePiece.Tag(PermalinkTag tag) -> out.append(value(tag, post));
      }
    }
    return out.toString();
  }

  private static String value(PermalinkTag tag, EntryPath post) {
    var date = post.published();
    return switch (tag) {
      case YEAR -> DateFolders.digits(4, date.getYear());
      case MONTHNUM -> DateFolders.digits(2, date.getMonthValue());
      case DAY -> DateFolders.digits(2, date.getDayOfMonth());
      case HOUR -> DateFolders.digits(2, date.getHour());
      case MINUTE -> DateFolders.digits(2, date.getMinute());
      case SECOND -> DateFolders.digits(2, date.getSecond());
      case POST_ID -> Long.toString(post.id());
      case POSTNAME -> Percent.encode(post.slug());
      case CATEGORY -> Percent.encodePath(String.join("/", post.category()));
      case AUTHOR -> Percent.encode(post.author());
    };
  }

  /** What the segments (decoded, lower case) say of a post, on its first page. */
  Optional<Candidate> read(List<String> core, int page, int comments) {
    Matcher matcher = path.matcher("/" + String.join("/", core));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<PermalinkTag, String> said = new EnumMap<>(PermalinkTag.class);
    for (PermalinkTag tag : tags()) {
      said.put(tag, matcher.group(group(tag)));
    }
    String category = said.getOrDefault(PermalinkTag.CATEGORY, "");
    PostParts parts =
        new PostParts(
            number(said, PermalinkTag.YEAR),
            number(said, PermalinkTag.MONTHNUM),
            number(said, PermalinkTag.DAY),
            number(said, PermalinkTag.HOUR),
            number(said, PermalinkTag.MINUTE),
            number(said, PermalinkTag.SECOND),
            category.isEmpty() ? List.of() : List.of(category.split("/")),
            said.getOrDefault(PermalinkTag.AUTHOR, ""));
    String id = said.get(PermalinkTag.POST_ID);
    if (id != null) {
      return Optional.of(new Candidate.PostById(Long.parseLong(id), parts, page, comments));
    }
    return Optional.of(
        new Candidate.PostBySlug(
            said.getOrDefault(PermalinkTag.POSTNAME, ""), parts, page, comments));
  }

  private static int number(Map<PermalinkTag, String> said, PermalinkTag tag) {
    String digits = said.get(tag);
    return digits == null ? -1 : Integer.parseInt(digits);
  }
}
