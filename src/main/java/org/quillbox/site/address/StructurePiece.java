package org.quillbox.site.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a structure is made of: text that stands as it is, and tags. */
sealed interface StructurePiece {
  record Text(String text) implements StructurePiece {}

  record Tag(PermalinkTag tag) implements StructurePiece {}

  // Longer words first: "%da%d0..." must not be taken for a tag, "%date%" must not be taken for
  // hex.
  Pattern PERCENT = Pattern.compile("%([a-zA-Z_]{3,})%|((?:%[0-9a-fA-F]{2})+)|%");

  /**
   * Takes a structure apart; encoded text (WordPress stores other scripts so) is decoded.
   *
   * @throws org.quillbox.base.kernel.Problem.Invalid for a tag that does not exist or a stray percent sign
   */
  static List<StructurePiece> parse(String pattern) {
    List<StructurePiece> out = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Matcher percent = PERCENT.matcher(pattern);
    int from = 0;
    while (percent.find()) {
      text.append(pattern, from, percent.start());
      from = percent.end();
      String word = percent.group(1);
      String hex = percent.group(2);
      if (word != null) {
        PermalinkTag tag = PermalinkTag.of(word).orElseThrow(() -> unknown("%" + word + "%"));
        if (!text.isEmpty()) {
          out.add(new Text(text.toString()));
          text.setLength(0);
        }
        out.add(new Tag(tag));
      } else {
        text.append(
            Optional.ofNullable(hex).flatMap(Percent::decode).orElseThrow(() -> unknown("%")));
      }
    }
    text.append(pattern, from, pattern.length());
    if (!text.isEmpty()) {
      out.add(new Text(text.toString()));
    }
    return List.copyOf(out);
  }

  private static RuntimeException unknown(String what) {
    String known =
        Stream.of(PermalinkTag.values())
            .map(PermalinkTag::written)
            .collect(Collectors.joining(", "));
    return PermalinkStructure.invalid(
        (what.equals("%") ? "There is a percent sign that is no tag" : "There is no tag " + what)
            + ". The tags are "
            + known
            + ".");
  }
}
