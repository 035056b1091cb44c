package org.quillbox.base.text;

import java.util.Set;

/**
 * Typographic quotes, dashes, ellipsis, primes and multiplication signs in prose, as WordPress's readers know
 * them. Tags, comments, verbatim elements, shortcodes and addresses keep their bytes. One difference: a quote
 * after an inline tag looks at the letter before the tag, so {@code <em>x</em>"} closes.
 */
public final class Texturize {
  private static final Set<String> ELISIONS =
      Set.of(
          "tain", "twere", "twas", "tis", "twill", "til", "bout", "nuff", "round", "cause", "em");

  private final String text;
  private final StringBuilder out;

  /** The last character of prose written; a space at the start of a block. */
  private char before = ' ';

  private boolean doubleOpen;
  private boolean singleOpen;

  private Texturize(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length() + 16);
  }

  /** HTML with its prose set properly. */
  public static String apply(String html) {
    Texturize work = new Texturize(html);
    work.markup();
    return work.out.toString();
  }

  /** Text without markup (a title, a label): nothing in it is a tag. */
  public static String plain(String text) {
    Texturize work = new Texturize(text);
    work.prose(0, text.length());
    return work.out.toString();
  }

  private void markup() {
    MarkupScan scan = new MarkupScan(text);
    ShortcodeRules rules = ShortcodeRules.standard();
    RawShortcodes raw = new RawShortcodes(text, rules);
    int prose = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = -1;
      boolean block = false;
      if (c == '<') {
        end = scan.tagEnd(at);
        if (end > 0) {
          block = MarkupScan.BLOCKS.contains(scan.name(at)) || scan.name(at).equals("br");
          end = scan.verbatimEnd(at, end);
        }
      } else if (c == '[') {
        end = raw.end(at);
        if (end < 0) {
          BracketTag tag = BracketTag.read(text, at, rules);
          end = tag != null && tag.rule() != null ? tag.end() : -1;
        }
      }
      if (end < 0) {
        at++;
        continue;
      }
      prose(prose, at);
      out.append(text, at, end);
      if (block) {
        before = ' ';
        doubleOpen = false;
        singleOpen = false;
      } else if (end - at > 1 && before == ' ' && c == '<' && verbatim(at)) {
        before = 'x';
      }
      at = end;
      prose = end;
    }
    prose(prose, text.length());
  }

  private boolean verbatim(int at) {
    return text.startsWith("<code", at)
        || text.startsWith("<kbd", at)
        || text.startsWith("<img", at);
  }

  private void prose(int from, int to) {
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      at =
          switch (c) {
            case '"' -> doubleQuote(at, to);
            case '\'' -> singleQuote(at, to);
            case '`' ->
                at + 1 < to && text.charAt(at + 1) == '`' ? put('“', at + 2) : put(c, at + 1);
            case '.' -> dots(at, to);
            case '-' -> dashes(at, to);
            case 'x' -> times(at, to);
            case '(' ->
                text.startsWith("(tm)", at) && at + 4 <= to ? put('™', at + 4) : put(c, at + 1);
            case ':' -> text.startsWith("://", at) ? address(at, to) : put(c, at + 1);
            case '&' -> entity(at, to);
            default -> put(c, at + 1);
          };
    }
  }

  private int put(char c, int next) {
    out.append(c);
    before = c;
    return next;
  }

  /** An address in running text keeps its bytes up to the next white space. */
  private int address(int at, int to) {
    int end = at;
    while (end < to && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '"') {
      end++;
    }
    out.append(text, at, end);
    before = text.charAt(end - 1);
    return end;
  }

  private int entity(int at, int to) {
    int end = Math.min(to, at + 10);
    for (int i = at + 1; i < end; i++) {
      if (text.charAt(i) == ';') {
        String name = text.substring(at, i + 1);
        out.append(name);
        before =
            name.equals("&nbsp;") || name.equals("&#160;") ? ' ' : name.equals("&lt;") ? '(' : 'x';
        return i + 1;
      }
    }
    return put('&', at + 1);
  }

  private int doubleQuote(int at, int to) {
    char next = at + 1 < to ? text.charAt(at + 1) : ' ';
    boolean atEnd = at + 1 >= to;
    if (MarkupScan.digit(before) && !doubleOpen && !MarkupScan.letter(next)) {
      out.append('″');
      before = '″';
      return at + 1;
    }
    boolean opens = opensAfter(before) && (atEnd ? !doubleOpen : !Character.isWhitespace(next));
    doubleOpen = opens;
    return put(opens ? '“' : '”', at + 1);
  }

  private int singleQuote(int at, int to) {
    char next = at + 1 < to ? text.charAt(at + 1) : ' ';
    if (next == '\'') {
      return put('”', at + 2);
    }
    boolean nextInWord = Character.isLetterOrDigit(next);
    if (MarkupScan.digit(before) && !singleOpen && !nextInWord) {
      return put('′', at + 1);
    }
    if (!opensAfter(before)) {
      singleOpen = singleOpen && nextInWord;
      return put('’', at + 1);
    }
    boolean apostrophe = shortYear(at + 1, to) || elision(at + 1, to);
    if (apostrophe || (at + 1 < to && Character.isWhitespace(next))) {
      return put('’', at + 1);
    }
    singleOpen = true;
    return put('‘', at + 1);
  }

  private static boolean opensAfter(char before) {
    return Character.isWhitespace(before) || before == '\u00a0' || "([{“‘–—-/".indexOf(before) >= 0;
  }

  /** {@code '90s} and {@code '07}: two digits, then no further one and no closing quote. */
  private boolean shortYear(int at, int to) {
    if (at + 2 > to
        || !MarkupScan.digit(text.charAt(at))
        || !MarkupScan.digit(text.charAt(at + 1))) {
      return false;
    }
    char after = at + 2 < to ? text.charAt(at + 2) : ' ';
    return !MarkupScan.digit(after) && after != '\'' && after != '%';
  }

  private boolean elision(int at, int to) {
    int end = at;
    while (end < to && MarkupScan.letter(text.charAt(end)) && end - at < 8) {
      end++;
    }
    return ELISIONS.contains(text.substring(at, end).toLowerCase(java.util.Locale.ROOT))
        && (end >= to || text.charAt(end) != '\'' || text.startsWith("'t", end));
  }

  private int dots(int at, int to) {
    boolean three = at + 3 <= to && text.startsWith("...", at);
    return three ? put('…', at + 3) : put('.', at + 1);
  }

  private int dashes(int at, int to) {
    int end = at;
    while (end < to && text.charAt(end) == '-') {
      end++;
    }
    char after = end < to ? text.charAt(end) : ' ';
    boolean spaced = Character.isWhitespace(before) && Character.isWhitespace(after);
    return switch (end - at) {
      case 1 -> put(spaced && at > 0 && end < to ? '–' : '-', end);
      case 2 -> punycode(at) ? keep(at, end) : put(spaced ? '—' : '–', end);
      case 3 -> put('—', end);
      default -> keep(at, end);
    };
  }

  private int keep(int at, int end) {
    out.append(text, at, end);
    before = text.charAt(end - 1);
    return end;
  }

  private boolean punycode(int at) {
    return at >= 2 && text.regionMatches(true, at - 2, "xn", 0, 2);
  }

  /** {@code 9x9}: digits on both sides, and the number before is not a hexadecimal mark. */
  private int times(int at, int to) {
    boolean right = at + 1 < to && MarkupScan.digit(text.charAt(at + 1));
    if (!right || !MarkupScan.digit(before)) {
      return put('x', at + 1);
    }
    int from = at;
    while (from > 0 && at - from < 20 && numeral(text.charAt(from - 1))) {
      from--;
    }
    boolean word = from > 0 && Character.isLetterOrDigit(text.charAt(from - 1));
    int end = at + 1;
    while (end < to && numeral(text.charAt(end)) && end - at < 20) {
      end++;
    }
    boolean wordAfter = end < to && Character.isLetter(text.charAt(end)) && text.charAt(end) != 'x';
    boolean hexadecimal = text.startsWith("0", from) && at - from == 1;
    return put(word || wordAfter || hexadecimal ? 'x' : '×', at + 1);
  }

  private static boolean numeral(char c) {
    return MarkupScan.digit(c) || c == '.' || c == ',';
  }
}
