package org.quillbox.base.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into markup, paragraph tags and shortcode tags, and pairs the shortcodes. Linear in the text.
 *
 * <p>What counts as a shortcode: a known name (an ordinary word among them only alone in its paragraph), an
 * attribute {@code key=value}, a slash before the bracket, or a closing twin. Everything else in brackets is
 * prose and keeps its bytes, as do brackets in verbatim elements.
 */
final class ShortcodeParser {
  /** One piece of the text in order. */
  sealed interface Piece {
    /** Text and tags that are passed on. */
    record Markup(String html) implements Piece {}

    /** A paragraph begins. */
    record ParagraphOpen(String tag) implements Piece {}

    /** A paragraph ends. */
    record ParagraphClose() implements Piece {}

    /** A bracket; with an inside of its own when that is program text. */
    record Tag(BracketTag tag, @Nullable String program) implements Piece {}
  }

  static final int NONE = -1;

  private final String text;
  private final ShortcodeRules rules;
  private final MarkupScan scan;
  private final RawShortcodes raw;
  private final List<Piece> pieces = new ArrayList<>();
  private int copied;

  private ShortcodeParser(String text, ShortcodeRules rules) {
    this.text = text;
    this.rules = rules;
    this.scan = new MarkupScan(text);
    this.raw = new RawShortcodes(text, rules);
  }

  /** A text in pieces: the halves of each shortcode know each other, and each bracket what it is. */
  static final class Parsed {
    private final List<Piece> pieces;
    private final int[] partner;
    private final boolean[] accepted;
    private final List<BracketTag> bareWords;

    private Parsed(
        List<Piece> pieces, int[] partner, boolean[] accepted, List<BracketTag> bareWords) {
      this.pieces = pieces;
      this.partner = partner;
      this.accepted = accepted;
      this.bareWords = bareWords;
    }

    List<Piece> pieces() {
      return pieces;
    }

    /** Index of the other half of a piece, or {@link #NONE}. */
    int partner(int index) {
      return partner[index];
    }

    /** Whether a bracket is a shortcode. */
    boolean accepted(int index) {
      return accepted[index];
    }

    /** Unknown words alone in their paragraph, for the report. */
    List<BracketTag> bareWords() {
      return bareWords;
    }

    boolean hasShortcodes() {
      for (boolean one : accepted) {
        if (one) {
          return true;
        }
      }
      return false;
    }
  }

  /** The text in pieces; the same pieces written one after the other are the text, but for escaped brackets. */
  static Parsed parse(String text, ShortcodeRules rules) {
    ShortcodeParser parser = new ShortcodeParser(text, rules);
    parser.scan();
    int[] partner = parser.pair();
    List<BracketTag> bareWords = new ArrayList<>();
    return new Parsed(parser.pieces, partner, parser.accept(partner, bareWords), bareWords);
  }

  private void scan() {
    int at = 0;
    while (at < text.length()) {
      int next =
          switch (text.charAt(at)) {
            case '<' -> tag(at);
            case '[' -> bracket(at);
            default -> at + 1;
          };
      at = next;
    }
    copy(text.length());
  }

  private void copy(int to) {
    if (copied < to) {
      pieces.add(new Piece.Markup(text.substring(copied, to)));
    }
    copied = to;
  }

  private void replace(int from, int to, Piece piece) {
    copy(from);
    pieces.add(piece);
    copied = to;
  }

  private int tag(int at) {
    int end = scan.tagEnd(at);
    if (end < 0) {
      return at + 1;
    }
    String name = scan.name(at);
    if (name.equals("p")) {
      replace(
          at,
          end,
          scan.closes(at)
              ? new Piece.ParagraphClose()
              : new Piece.ParagraphOpen(emptied(text.substring(at, end))));
      return end;
    }
    int whole = scan.verbatimEnd(at, end);
    if (whole == end && !name.equals("!--") && text.substring(at, end).indexOf('[') >= 0) {
      String tag = text.substring(at, end);
      String safe = emptied(tag);
      if (!safe.equals(tag)) {
        replace(at, end, new Piece.Markup(safe));
      }
    }
    return whole;
  }

  /** A tag without the shortcodes in its attributes: they are never expanded there. */
  private String emptied(String tag) {
    StringBuilder out = new StringBuilder(tag.length());
    int at = 0;
    while (at < tag.length()) {
      BracketTag bracket = tag.charAt(at) == '[' ? BracketTag.read(tag, at, rules) : null;
      ShortcodeRule rule = bracket == null ? null : bracket.rule();
      boolean known =
          bracket != null
              && rule != null
              && (bracket.closing()
                  || (!rule.word() && (bracket.bare() || bracket.hasPlainValue())));
      if (bracket != null && (known || bracket.hasPair() || bracket.selfClosing())) {
        at = bracket.end();
      } else {
        out.append(tag.charAt(at));
        at++;
      }
    }
    return out.toString();
  }

  private int bracket(int at) {
    if (at + 1 < text.length() && text.charAt(at + 1) == '[') {
      return escaped(at);
    }
    BracketTag tag = BracketTag.read(text, at, rules);
    if (tag == null) {
      return at + 1;
    }
    ShortcodeRule rule = tag.rule();
    if (rule != null && rule.raw() && !tag.closing() && !tag.selfClosing()) {
      int closer = raw.closer(tag);
      if (closer >= 0) {
        int end = text.indexOf(']', closer) + 1;
        replace(at, end, new Piece.Tag(tag, text.substring(tag.end(), closer)));
        return end;
      }
    }
    replace(at, tag.end(), new Piece.Tag(tag, null));
    return tag.end();
  }

  /** Two brackets: of a known name they print one, around an unknown one they are prose. */
  private int escaped(int at) {
    BracketTag tag = BracketTag.read(text, at + 1, rules);
    if (tag == null || tag.closing()) {
      return at + 1;
    }
    boolean doubled = text.startsWith("]", tag.end());
    if (tag.rule() == null) {
      return doubled ? tag.end() + 1 : at + 1;
    }
    if (doubled) {
      replace(at, tag.end() + 1, new Piece.Markup(text.substring(at + 1, tag.end())));
      return tag.end() + 1;
    }
    int closer = raw.closer(tag);
    if (closer >= 0) {
      int end = text.indexOf(']', closer) + 1;
      if (text.startsWith("]", end)) {
        replace(at, end + 1, new Piece.Markup(text.substring(at + 1, end)));
        return end + 1;
      }
    }
    return at + 1;
  }

  /** A closer takes the nearest opener where the name may nest, else the outermost, as WordPress does. */
  private int[] pair() {
    int[] partner = new int[pieces.size()];
    Arrays.fill(partner, NONE);
    Deque<Integer> open = new ArrayDeque<>();
    Map<String, Deque<Integer>> byName = new HashMap<>();
    for (int i = 0; i < partner.length; i++) {
      if (!(pieces.get(i) instanceof Piece.Tag(BracketTag tag, String program))
          || program != null) {
        continue;
      }
      Deque<Integer> same = byName.computeIfAbsent(tag.name(), n -> new ArrayDeque<>());
      if (!tag.closing()) {
        if (!tag.selfClosing()) {
          open.push(i);
          same.push(i);
        }
        continue;
      }
      if (same.isEmpty()) {
        continue;
      }
      ShortcodeRule rule = tag.rule();
      int other = rule == null || rule.nests() ? same.peekFirst() : same.peekLast();
      partner[i] = other;
      partner[other] = i;
      int popped;
      do {
        popped = open.pop();
        byName.getOrDefault(((Piece.Tag) pieces.get(popped)).tag().name(), same).pollFirst();
      } while (popped != other);
    }
    return partner;
  }

  private boolean[] accept(int[] partner, List<BracketTag> bareWords) {
    boolean[] accepted = new boolean[pieces.size()];
    Set<String> used = new HashSet<>();
    for (int i = 0; i < accepted.length; i++) {
      if (pieces.get(i) instanceof Piece.Tag(BracketTag tag, String program) && !tag.closing()) {
        accepted[i] = program != null || partner[i] != NONE || opens(tag);
        if (accepted[i]) {
          used.add(tag.name());
        } else if (tag.rule() == null && tag.bare() && tag.name().length() > 2 && alone(tag)) {
          bareWords.add(tag);
        }
      }
    }
    for (int i = 0; i < accepted.length; i++) {
      if (pieces.get(i) instanceof Piece.Tag(BracketTag tag, String _) && tag.closing()) {
        accepted[i] = partner[i] != NONE || tag.rule() != null || used.contains(tag.name());
      }
    }
    return accepted;
  }

  /** Whether an opening tag without a twin is a shortcode. */
  private boolean opens(BracketTag tag) {
    if (tag.selfClosing()) {
      return true;
    }
    boolean linkText = text.startsWith("(", tag.end());
    if (tag.hasPair()) {
      return !linkText || tag.rule() != null;
    }
    ShortcodeRule rule = tag.rule();
    if (rule == null || linkText) {
      return false;
    }
    if (tag.bare()) {
      return !rule.word() || alone(tag);
    }
    if (rule.word()) {
      String value = tag.attributes().strip();
      return Addresses.address(value) || value.chars().allMatch(c -> c >= '0' && c <= '9');
    }
    return rule.prefix() || tag.hasPlainValue();
  }

  /** Whether nothing but white space, line breaks and other brackets stands in the same paragraph or line. */
  private boolean alone(BracketTag tag) {
    return edge(tag.start() - 1, -1) && edge(tag.end(), 1);
  }

  private boolean edge(int from, int step) {
    for (int i = from, seen = 0; i >= 0 && i < text.length() && seen < 200; i += step, seen++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '[' && step > 0) || (c == ']' && step < 0)) {
        return true;
      }
      if ((step > 0 && c == '<') || (step < 0 && c == '>')) {
        int start = step > 0 ? i : text.lastIndexOf('<', i);
        String name = start < 0 ? "" : scan.name(start);
        return name.equals("br") || name.equals("!--") || MarkupScan.BLOCKS.contains(name);
      }
      if (!Character.isWhitespace(c) && c != '\u00a0') {
        return false;
      }
    }
    return true;
  }
}
