package org.quillbox.base.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Automatic paragraphs for text written without block markup: a blank line starts a paragraph, a single line
 * break is a {@code <br />}, block elements are left alone, verbatim elements and the inside of code shortcodes
 * keep their bytes. Where WordPress leaves unbalanced markup (text beside a block inside a {@code div}) this
 * writes the paragraph a browser would have made of it. Shortcodes alone in a paragraph lose that paragraph when
 * {@link Shortcodes} expands them.
 */
public final class Autop {
  private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*+\\n\\s*+");
  private static final Pattern TWO_BREAKS =
      Pattern.compile("(?i)<br ?/?>[ \\t]*\\n?[ \\t]*<br ?/?>\\s*");

  /** Blocks that hold running text of their own: single line breaks count, paragraphs are not made. */
  private static final Set<String> PHRASE =
      Set.of(
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "figcaption",
          "summary",
          "legend",
          "caption",
          "dt",
          "figure",
          "address",
          "hgroup");

  /** Blocks that hold only other blocks, and those whose line breaks mean nothing. */
  private static final Set<String> STRUCTURE =
      Set.of(
          "ul",
          "ol",
          "dl",
          "menu",
          "table",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "colgroup",
          "select",
          "optgroup",
          "option");

  private static final Set<String> VOID = Set.of("hr", "col", "br", "img", "input");

  private final String text;
  private final MarkupScan scan;
  private final StringBuilder out;
  private final Deque<String> open = new ArrayDeque<>();
  private final StringBuilder run = new StringBuilder();
  private boolean afterBlock = true;
  private @Nullable String paragraph;

  private Autop(String text) {
    this.text = text;
    this.scan = new MarkupScan(text);
    this.out = new StringBuilder(text.length() + text.length() / 8);
  }

  /** The text with its paragraphs; empty for a text of white space only. */
  public static String apply(String html) {
    String unix = html.replace("\r\n", "\n").replace('\r', '\n');
    if (unix.isBlank()) {
      return "";
    }
    Autop work = new Autop(unix);
    work.walk();
    return work.out.toString();
  }

  private void walk() {
    RawShortcodes raw = new RawShortcodes(text, ShortcodeRules.standard());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '[') {
        int end = raw.end(at);
        if (end > at) {
          keep(text.substring(at, end));
          at = end;
          continue;
        }
      }
      int end = c == '<' ? scan.tagEnd(at) : -1;
      if (end < 0) {
        run.append(c);
        at++;
        continue;
      }
      at = tag(at, end);
    }
    flush(true);
    if (paragraph != null) {
      out.append("</p>\n");
    }
  }

  private int tag(int at, int end) {
    String name = scan.name(at);
    int whole = scan.verbatimEnd(at, end);
    if (whole > end) {
      String element = text.substring(at, whole);
      if (MarkupScan.BLOCKS.contains(name)) {
        flush(false);
        line(element);
      } else {
        keep(element);
      }
      return whole;
    }
    if (!MarkupScan.BLOCKS.contains(name)) {
      keep(text.substring(at, end));
      return end;
    }
    boolean closes = scan.closes(at);
    block(name, closes, text.substring(at, end));
    return end;
  }

  /** A whole block element on a line of its own. */
  private void line(String element) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
    out.append(element).append('\n');
    afterBlock = true;
  }

  private void block(String name, boolean closes, String tag) {
    if (name.equals("p")) {
      flush(!closes || paragraph != null);
      if (closes) {
        if (paragraph != null) {
          out.append(tag).append('\n');
        }
        paragraph = null;
      } else {
        endParagraph();
        paragraph = tag;
        out.append(tag);
      }
      afterBlock = closes;
      return;
    }
    flush(closes);
    endParagraph();
    if (closes) {
      out.append(tag);
      if (open.contains(name)) {
        while (!open.pop().equals(name)) {
          // Elements left open inside end here, as a browser ends them.
        }
      }
    } else {
      out.append(tag);
      if (!VOID.contains(name) && !tag.endsWith("/>")) {
        open.push(name);
      }
    }
    afterBlock = closes || VOID.contains(name);
    if (afterBlock || STRUCTURE.contains(name)) {
      out.append('\n');
    }
  }

  private void endParagraph() {
    if (paragraph != null) {
      out.append("</p>\n");
      paragraph = null;
    }
  }

  /** Something whose line breaks are its own: NUL stands for a break until the paragraph is written. */
  private void keep(String piece) {
    run.append(piece.indexOf('\n') < 0 ? piece : piece.replace('\n', '\0'));
  }

  private void flush(boolean beforeEnd) {
    if (run.isEmpty()) {
      return;
    }
    String pending = TWO_BREAKS.matcher(run).replaceAll("\n\n");
    run.setLength(0);
    String context = open.isEmpty() ? "" : open.peek();
    if (pending.isBlank()) {
      // White space beside a block means nothing; its line break is kept for whoever reads the
      // source.
      if (paragraph == null
          && pending.indexOf('\n') >= 0
          && !out.isEmpty()
          && out.charAt(out.length() - 1) != '\n') {
        out.append('\n');
      }
      return;
    }
    if (paragraph != null) {
      splitParagraph(pending);
    } else if (STRUCTURE.contains(context)) {
      out.append(pending.replace('\0', '\n').strip()).append('\n');
    } else if (PHRASE.contains(context)) {
      out.append(breaks(pending));
    } else if (wraps(context, pending)) {
      wrap(pending);
    } else {
      out.append(breaks(pending));
      if (!beforeEnd) {
        out.append('\n');
      }
    }
    afterBlock = false;
  }

  private boolean wraps(String context, String pending) {
    if (context.isEmpty() || context.equals("blockquote")) {
      return true;
    }
    boolean blankLine = BLANK_LINES.matcher(pending).find();
    boolean cell =
        context.equals("li")
            || context.equals("td")
            || context.equals("th")
            || context.equals("dd");
    return blankLine || (afterBlock && !cell);
  }

  private void wrap(String pending) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
    for (String one : paragraphs(pending)) {
      if (showsNothing(one)) {
        out.append(breaks(one)).append('\n');
      } else {
        out.append("<p>").append(breaks(one)).append("</p>\n");
      }
    }
  }

  private void splitParagraph(String pending) {
    List<String> parts = paragraphs(pending);
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        out.append("</p>\n<p>");
      }
      out.append(breaks(parts.get(i)));
    }
  }

  private static List<String> paragraphs(String run) {
    List<String> parts = new ArrayList<>();
    for (String part : BLANK_LINES.split(run)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  /** Only comments and tags that show nothing: wrapping them would leave an empty paragraph. */
  private static boolean showsNothing(String part) {
    if (part.charAt(0) != '<' || part.charAt(part.length() - 1) != '>') {
      return false;
    }
    MarkupScan tags = new MarkupScan(part);
    int at = 0;
    while (at < part.length()) {
      char c = part.charAt(at);
      int end = c == '<' ? tags.tagEnd(at) : -1;
      if (end < 0) {
        if (!Character.isWhitespace(c)) {
          return false;
        }
        at++;
        continue;
      }
      if (!EMPTY_TAGS.contains(tags.name(at))) {
        return false;
      }
      at = end;
    }
    return true;
  }

  private static final Set<String> EMPTY_TAGS =
      Set.of(
          "!--",
          "a",
          "abbr",
          "b",
          "br",
          "em",
          "i",
          "link",
          "meta",
          "script",
          "small",
          "span",
          "strong",
          "style",
          "template",
          "u",
          "noscript");

  private static String breaks(String part) {
    String trimmed = part.strip();
    StringBuilder made = new StringBuilder(trimmed.length() + 32);
    for (int i = 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      if (c == '\0') {
        made.append('\n');
      } else if (c == '\n') {
        while (!made.isEmpty()
            && (made.charAt(made.length() - 1) == ' ' || made.charAt(made.length() - 1) == '\t')) {
          made.setLength(made.length() - 1);
        }
        made.append(endsWithBreak(made) ? "\n" : "<br />\n");
      } else {
        made.append(c);
      }
    }
    return made.toString();
  }

  private static boolean endsWithBreak(StringBuilder made) {
    int n = made.length();
    return n >= 4
        && made.charAt(n - 1) == '>'
        && made.substring(Math.max(0, n - 6))
            .toLowerCase(java.util.Locale.ROOT)
            .matches("(?s).*<br ?/?>");
  }
}
