package org.quillbox.door.theme;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.view.Url;

/**
 * A post, page or other entry.
 *
 * @param title plain text with typographic quotes; "Protected: " stands before it where it needs a password
 * @param kicker the category named above the title
 * @param body of this part; empty where a password is needed, and in lists that show excerpts only
 * @param excerpt plain text
 * @param more words of the link to the rest; empty when the body is whole
 * @param isLocked true when a password is needed to see the body
 * @param classes WordPress's class names of a post (contract 29)
 * @param parts links to the parts of a text in several; empty for a text in one
 */
public record PostView(
    long id,
    String type,
    String title,
    String url,
    Optional<TermView> kicker,
    List<TermView> categories,
    List<TermView> tags,
    AuthorView author,
    DateView date,
    DateView modified,
    Optional<PictureView> picture,
    Html body,
    String excerpt,
    String more,
    List<HeadingView> headings,
    boolean isSticky,
    boolean isLocked,
    boolean commentsOpen,
    int commentCount,
    String classes,
    List<LinkView> parts) {
  /** Characters of a first paragraph that still reads as a lead. */
  private static final int LEAD = 220;

  private static final int WORDS_A_MINUTE = 230;
  private static final Pattern PULL_QUOTE =
      Pattern.compile("wp-block-pullquote[^>]*>\\s*<blockquote[^>]*>\\s*<p[^>]*>\\s*([^<\\s])");
  private static final Pattern TAGS = Pattern.compile("<[^>]*>");

  public PostView {
    url = Url.safe(url);
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    headings = List.copyOf(headings);
    parts = List.copyOf(parts);
  }

  /** Whether the first paragraph is short enough, and followed by enough, to be set as a lead. */
  public boolean hasLead() {
    String markup = body.markup().stripLeading();
    int end = markup.indexOf("</p>");
    if (end < 0 || !markup.startsWith("<p")) {
      return false;
    }
    String first = markup.substring(0, end);
    int words = TAGS.matcher(first).replaceAll("").strip().length();
    int rest = TAGS.matcher(markup.substring(end)).replaceAll("").strip().length();
    return words > 0 && words <= LEAD && !first.contains("<img") && rest > 2 * LEAD;
  }

  /** Whether every pull quote of the body opens with a quotation mark, which can hang before the line. */
  public boolean hasMarks() {
    Matcher quote = PULL_QUOTE.matcher(body.markup());
    boolean found = false;
    while (quote.find()) {
      found = true;
      if ("“„«‘\"".indexOf(quote.group(1).charAt(0)) < 0) {
        return false;
      }
    }
    return found;
  }

  /** Minutes it takes to read the body, at least 1; 0 when there is no body here. */
  public int minutes() {
    String text = TAGS.matcher(body.markup()).replaceAll(" ").strip();
    return text.isEmpty()
        ? 0
        : Math.max(1, Math.round(text.split("\\s+").length / (float) WORDS_A_MINUTE));
  }

  /** Whether this is the last part of the text, or the text is in one. */
  public boolean isEnd() {
    return parts.isEmpty() || parts.getLast().current();
  }
}
