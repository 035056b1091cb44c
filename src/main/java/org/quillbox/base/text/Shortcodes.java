package org.quillbox.base.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Sees to it that no reader meets a raw shortcode. Each name follows its line in the data file ({@link
 * ShortcodeRules}). Names without one: enclosing, its inside stays, unless a word of its name says that the inside
 * was for some readers only; void, its address becomes a link or a picture, else its title is printed, else
 * nothing. Stored text is never changed by this.
 *
 * <p>Place in the order of rendering: language tags, page cut, automatic paragraphs (classic text), this,
 * typography, sanitiser. Text in verbatim elements is left alone; shortcodes inside attributes are emptied.
 */
public final class Shortcodes {
  private final ShortcodeRules rules;
  private final ShortcodeExpander expander;

  public Shortcodes(ShortcodeRules rules, ShortcodeExpander expander) {
    this.rules = rules;
    this.expander = expander;
  }

  /**
   * A text after expansion.
   *
   * @param html not sanitised yet
   * @param met what was found, in order, nested ones included
   */
  public record Expanded(String html, List<Met> met) {}

  /** Expands a text in HTML. A text without shortcodes comes back as it is. */
  public Expanded expand(String html) {
    if (html.indexOf('[') < 0) {
      return new Expanded(html, List.of());
    }
    ShortcodeParser.Parsed parsed = ShortcodeParser.parse(html, rules);
    List<Met> met = new ArrayList<>();
    for (BracketTag word : parsed.bareWords()) {
      met.add(new Met(word.name(), Met.UNKNOWN, Met.Outcome.SHOWN, "[" + word.name() + "]"));
    }
    if (!parsed.hasShortcodes()) {
      return new Expanded(joined(parsed), List.copyOf(met));
    }
    ShortcodeRun run = new ShortcodeRun(parsed, rules, expander, met, false);
    return new Expanded(run.whole(), List.copyOf(met));
  }

  /**
   * A text without shortcodes where there is no room for blocks: titles, excerpts, terms, search, feeds'
   * descriptions. Prose inside stays, players and pictures go, guarded passages go.
   */
  public static String strip(String text) {
    if (text.indexOf('[') < 0) {
      return text;
    }
    ShortcodeRules rules = ShortcodeRules.standard();
    ShortcodeParser.Parsed parsed = ShortcodeParser.parse(text, rules);
    if (!parsed.hasShortcodes()) {
      return joined(parsed);
    }
    return new ShortcodeRun(parsed, rules, ShortcodeExpander.NONE, new ArrayList<>(), true).whole();
  }

  /**
   * A text whose guarded passages are empty, everything else as stored: before it is cut anywhere, so that no half
   * of a passage loses its guard.
   */
  static String conceal(String text) {
    if (text.indexOf('[') < 0) {
      return text;
    }
    ShortcodeRules rules = ShortcodeRules.standard();
    ShortcodeParser.Parsed parsed = ShortcodeParser.parse(text, rules);
    StringBuilder out = new StringBuilder(text.length());
    List<ShortcodeParser.Piece> pieces = parsed.pieces();
    boolean changed = false;
    for (int i = 0; i < pieces.size(); i++) {
      out.append(source(pieces.get(i)));
      int close = parsed.partner(i);
      if (pieces.get(i) instanceof ShortcodeParser.Piece.Tag(BracketTag tag, String _)
          && close > i
          && rules.guards(tag.name(), tag.rule())) {
        changed = true;
        i = close - 1;
      }
    }
    return changed ? out.toString() : text;
  }

  private static String joined(ShortcodeParser.Parsed parsed) {
    StringBuilder out = new StringBuilder();
    parsed.pieces().forEach(piece -> out.append(source(piece)));
    return out.toString();
  }

  /** A piece as it stands in the text. */
  static String source(ShortcodeParser.Piece piece) {
    return switch (piece) {
      case ShortcodeParser.Piece.Markup(String html) -> html;
      case ShortcodeParser.Piece.ParagraphOpen(String tag) -> tag;
      case ShortcodeParser.Piece.ParagraphClose() -> "</p>";
      case ShortcodeParser.Piece.Tag(BracketTag tag, String program) ->
          program == null ? tag.source() : tag.source() + program + "[/" + tag.name() + "]";
    };
  }
}
