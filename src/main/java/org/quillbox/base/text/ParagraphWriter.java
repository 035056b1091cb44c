package org.quillbox.base.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes markup whose paragraphs survive what happens inside them: a block in the middle splits its paragraph,
 * and a paragraph that lost its only content, or line breaks that stood beside a removed tag, go with it.
 * Paragraphs nothing happened in are written as they came.
 */
final class ParagraphWriter {
  private static final String BREAK = "(?:\\s|<br ?/?>|&nbsp;|\\u00a0)";
  private static final Pattern LEADING = Pattern.compile("^" + BREAK + "++");

  private final StringBuilder out = new StringBuilder();
  private @Nullable String tag;
  private int opened;
  private int content;
  private boolean touched;

  boolean inParagraph() {
    return tag != null;
  }

  void raw(String markup) {
    out.append(markup);
  }

  void open(String openingTag) {
    if (tag != null) {
      finish("");
    }
    tag = openingTag;
    opened = out.length();
    out.append(openingTag);
    content = out.length();
    touched = false;
  }

  void close() {
    if (tag == null) {
      // Its beginning went with what was removed; a browser would make an empty paragraph of it.
      return;
    }
    finish("</p>");
  }

  /** Something in this paragraph was a shortcode: its white space may be cleaned up. */
  void touch() {
    touched = true;
  }

  /** Ends this paragraph and starts the next one like it; nothing outside a paragraph. */
  void split() {
    String same = tag;
    if (same == null) {
      out.append('\n');
      return;
    }
    touched = true;
    finish("</p>\n");
    open(same);
    touched = true;
  }

  /** A block: the paragraph around it, if there is one, ends before and goes on behind. */
  void flow(String block, boolean paragraphGoesOn) {
    String same = tag == null ? "<p>" : tag;
    if (tag != null) {
      touched = true;
      finish("</p>\n");
    }
    out.append(block);
    if (paragraphGoesOn) {
      open(same);
      touched = true;
    }
  }

  /** Brings the state to what the source says behind a passage that was taken out. */
  void resume(boolean inParagraphNow) {
    touched = true;
    if (tag != null && !inParagraphNow) {
      finish("</p>");
    } else if (tag == null && inParagraphNow) {
      open("<p>");
      touched = true;
    }
  }

  private void finish(String end) {
    if (touched) {
      trim();
      if (out.length() == content) {
        out.setLength(opened);
        tag = null;
        return;
      }
    }
    out.append(end);
    tag = null;
  }

  private void trim() {
    Matcher leading = LEADING.matcher(out).region(content, out.length());
    if (leading.find()) {
      out.delete(content, leading.end());
    }
    int n = out.length();
    boolean more = true;
    while (more && n > content) {
      n = stripEnd(n);
      more = n < out.length();
      out.setLength(n);
    }
  }

  private int stripEnd(int n) {
    char last = out.charAt(n - 1);
    if (Character.isWhitespace(last) || last == '\u00a0') {
      return n - 1;
    }
    for (String end : new String[] {"<br />", "<br/>", "<br>", "&nbsp;"}) {
      if (n - end.length() >= content && out.indexOf(end, n - end.length()) == n - end.length()) {
        return n - end.length();
      }
    }
    return n;
  }

  String finished() {
    if (tag != null) {
      finish("</p>");
    }
    return out.toString();
  }
}
