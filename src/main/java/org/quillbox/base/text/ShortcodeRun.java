package org.quillbox.base.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Html;

/**
 * One expansion of one text: walks the paired pieces and writes what readers see. Nesting beyond {@value #DEEPEST}
 * levels is hidden rather than shown, since a guard may be among the levels.
 */
final class ShortcodeRun {
  private static final int DEEPEST = 100;
  private static final int LONGEST_EXAMPLE = 120;

  private final List<ShortcodeParser.Piece> pieces;
  private final ShortcodeParser.Parsed parsed;
  private final ShortcodeRules rules;
  private final ShortcodeExpander expander;
  private final List<Met> met;
  private final boolean plain;

  /**
   * @param met filled on the way
   * @param plain for text without blocks
   */
  ShortcodeRun(
      ShortcodeParser.Parsed parsed,
      ShortcodeRules rules,
      ShortcodeExpander expander,
      List<Met> met,
      boolean plain) {
    this.pieces = parsed.pieces();
    this.parsed = parsed;
    this.rules = rules;
    this.expander = expander;
    this.met = met;
    this.plain = plain;
  }

  String whole() {
    ParagraphWriter out = new ParagraphWriter();
    emit(0, pieces.size(), out, 0);
    return out.finished();
  }

  private void emit(int from, int to, ParagraphWriter out, int depth) {
    for (int i = from; i < to; i++) {
      switch (pieces.get(i)) {
        case ShortcodeParser.Piece.Markup(String html) -> out.raw(html);
        case ShortcodeParser.Piece.ParagraphOpen(String tag) -> out.open(tag);
        case ShortcodeParser.Piece.ParagraphClose() -> out.close();
        case ShortcodeParser.Piece.Tag(BracketTag tag, String program) -> {
          if (!parsed.accepted(i)) {
            out.raw(tag.source());
          } else if (tag.closing()) {
            out.touch();
          } else {
            i = shortcode(i, tag, program, to, out, depth);
          }
        }
      }
    }
  }

  /** Writes one shortcode and answers the index of its last piece. */
  private int shortcode(
      int at, BracketTag tag, @Nullable String program, int to, ParagraphWriter out, int depth) {
    ShortcodeRule rule = tag.rule();
    boolean guard =
        rules.guards(tag.name(), rule)
            && (parsed.partner(at) > at || (rule != null && !rule.prefix()));
    // A guard that never closes hides what follows: a leak cannot be taken back.
    int close =
        parsed.partner(at) > at ? parsed.partner(at) : guard && !tag.selfClosing() ? to : at;
    int last = close == to ? to - 1 : close;
    out.touch();
    if (guard || (depth >= DEEPEST && close > at)) {
      note(tag, rule, Met.Outcome.GUARDED);
      out.resume(paragraphAfter(at + 1, close, out.inParagraph()));
      return last;
    }
    Passage inside = new Passage(at, close, tag, program, depth);
    if (rule == null) {
      unknown(inside, out);
    } else {
      known(inside, rule, out);
    }
    return last;
  }

  /** A shortcode with its place: pieces between {@code at} and {@code close} are its inside. */
  private record Passage(int at, int close, BracketTag tag, @Nullable String program, int depth) {
    boolean encloses() {
      return close > at || program != null;
    }
  }

  private void known(Passage p, ShortcodeRule rule, ParagraphWriter out) {
    switch (rule.kind()) {
      case UNWRAP -> {
        note(p.tag(), rule, Met.Outcome.UNWRAPPED);
        unwrap(p, rule, out);
      }
      case DROP, GUARD -> {
        note(p.tag(), rule, Met.Outcome.DROPPED);
        out.resume(paragraphAfter(p.at() + 1, p.close(), out.inParagraph()));
      }
      case NOTE -> {
        note(p.tag(), rule, Met.Outcome.NOTE);
        inside(p, out);
      }
      case LINK, TEXT, DECODE, BLOCK, INCLUDE -> answered(p, rule, out);
    }
  }

  private void answered(Passage p, ShortcodeRule rule, ParagraphWriter out) {
    boolean paragraphs = hasParagraphs(p);
    boolean after = paragraphAfter(p.at() + 1, p.close(), out.inParagraph());
    String source = p.program() != null ? p.program() : source(p);
    String inner = p.program() != null ? "" : inner(p, out.inParagraph());
    ShortcodeExpander.Call call =
        new ShortcodeExpander.Call(
            p.tag().name(),
            rule,
            ShortcodeAttributes.parse(p.tag().attributes()),
            inner,
            source,
            p.encloses());
    Expansion answer = plain ? ShortcodeText.answer(call) : Expansion.DECLINED;
    boolean asks =
        rule.kind() == ShortcodeRule.Kind.BLOCK || rule.kind() == ShortcodeRule.Kind.INCLUDE;
    if (!plain && asks) {
      answer = expander.expand(call);
    }
    if (answer instanceof Expansion.Declined) {
      answer = new OwnBlocks(expander).answer(call);
    }
    note(p.tag(), rule, outcome(rule.kind(), answer));
    write(answer, inner, paragraphs, after, out);
  }

  private static Met.Outcome outcome(ShortcodeRule.Kind kind, Expansion answer) {
    if (answer instanceof Expansion.Nothing || answer instanceof Expansion.Declined) {
      return Met.Outcome.NOTE;
    }
    if (answer instanceof Expansion.Unwrapped) {
      return Met.Outcome.UNWRAPPED;
    }
    return switch (kind) {
      case LINK -> Met.Outcome.LINK;
      case TEXT -> Met.Outcome.TEXT;
      case DECODE -> Met.Outcome.DECODED;
      case INCLUDE -> Met.Outcome.INCLUDED;
      case BLOCK, UNWRAP, DROP, GUARD, NOTE -> Met.Outcome.BLOCK;
    };
  }

  private void write(
      Expansion answer, String inner, boolean paragraphs, boolean after, ParagraphWriter out) {
    switch (answer) {
      case Expansion.Flow(String html) -> {
        if (plain) {
          out.raw(html);
        } else {
          out.flow(html, after);
        }
      }
      case Expansion.Inline(String html) -> {
        out.raw(html);
        out.resume(after);
      }
      case Expansion.Unwrapped _ -> {
        if (paragraphs && !plain) {
          out.flow(inner, after);
        } else {
          out.raw(inner);
        }
      }
      case Expansion.Nothing _, Expansion.Declined _ -> out.resume(after);
    }
  }

  private void unwrap(Passage p, ShortcodeRule rule, ParagraphWriter out) {
    switch (rule.target()) {
      case "parens" -> {
        out.raw(" (");
        inside(p, out);
        out.raw(")");
      }
      case "block" -> {
        out.split();
        inside(p, out);
        out.split();
      }
      case "harvest" -> {
        out.split();
        String found =
            OwnBlocks.harvest(
                ShortcodeAttributes.parse(p.tag().attributes()), expander, p.encloses());
        if (plain) {
          out.raw(PlainText.of(found));
        } else if (!found.isEmpty()) {
          out.flow(found, out.inParagraph());
        }
        inside(p, out);
        out.split();
      }
      default -> inside(p, out);
    }
  }

  private void unknown(Passage p, ParagraphWriter out) {
    if (p.encloses()) {
      note(p.tag(), null, Met.Outcome.UNWRAPPED);
      inside(p, out);
      return;
    }
    Expansion answer = OwnBlocks.unknown(ShortcodeAttributes.parse(p.tag().attributes()), expander);
    if (plain && answer instanceof Expansion.Flow) {
      answer = Expansion.NOTHING;
    }
    note(
        p.tag(),
        null,
        switch (answer) {
          case Expansion.Flow _ -> Met.Outcome.BLOCK;
          case Expansion.Inline(String html) ->
              html.startsWith("<a ") ? Met.Outcome.LINK : Met.Outcome.TEXT;
          case Expansion.Unwrapped _, Expansion.Nothing _, Expansion.Declined _ -> Met.Outcome.NOTE;
        });
    write(answer, "", false, out.inParagraph(), out);
  }

  /** The inside where it stands; inside no shortcode there is nothing. */
  private void inside(Passage p, ParagraphWriter out) {
    String program = p.program();
    if (program != null) {
      out.raw(Html.escape(program));
    } else {
      emit(p.at() + 1, p.close(), out, p.depth() + 1);
    }
  }

  private String inner(Passage p, boolean inParagraph) {
    ParagraphWriter scratch = new ParagraphWriter();
    if (inParagraph && hasParagraphs(p)) {
      scratch.open("<p>");
      scratch.touch();
    }
    emit(p.at() + 1, p.close(), scratch, p.depth() + 1);
    return scratch.finished();
  }

  private String source(Passage p) {
    StringBuilder out = new StringBuilder();
    for (int i = p.at() + 1; i < p.close(); i++) {
      out.append(Shortcodes.source(pieces.get(i)));
    }
    return out.toString();
  }

  private boolean hasParagraphs(Passage p) {
    for (int i = p.at() + 1; i < p.close(); i++) {
      if (pieces.get(i) instanceof ShortcodeParser.Piece.ParagraphOpen
          || pieces.get(i) instanceof ShortcodeParser.Piece.ParagraphClose) {
        return true;
      }
    }
    return false;
  }

  /** Whether a paragraph is open behind a passage. */
  private boolean paragraphAfter(int from, int to, boolean before) {
    for (int i = Math.min(to, pieces.size()) - 1; i >= from; i--) {
      if (pieces.get(i) instanceof ShortcodeParser.Piece.ParagraphOpen) {
        return true;
      }
      if (pieces.get(i) instanceof ShortcodeParser.Piece.ParagraphClose) {
        return false;
      }
    }
    return before;
  }

  private void note(BracketTag tag, @Nullable ShortcodeRule rule, Met.Outcome outcome) {
    String source = tag.source();
    String example =
        source.length() <= LONGEST_EXAMPLE ? source : source.substring(0, LONGEST_EXAMPLE) + "…";
    met.add(new Met(tag.name(), rule == null ? Met.UNKNOWN : rule.origin(), outcome, example));
  }
}
