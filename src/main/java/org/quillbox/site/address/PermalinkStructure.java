package org.quillbox.site.address;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quillbox.base.kernel.Problem;

/**
 * The form of a site's addresses, as the options {@code permalink_structure}, {@code category_base} and {@code
 * tag_base} hold it (contract 21). Whether it ends with a slash decides whether any address does.
 *
 * @param pattern e.g. {@code /%year%/%monthnum%/%postname%/}; empty means plain addresses ({@code /?p=12})
 * @param categoryBase what stands before a category instead of {@code category}; empty for the default
 * @param tagBase what stands before a tag instead of {@code tag}; empty for the default
 */
public record PermalinkStructure(String pattern, String categoryBase, String tagBase) {
  private static final int LONGEST = 200;

  /** First segments that lead somewhere else: no structure and no base may begin with one. */
  private static final Set<String> TAKEN =
      Set.of(
          "wp-admin",
          "wp-content",
          "wp-includes",
          "wp-json",
          "assets",
          "feed",
          "comments",
          "page",
          "search",
          "embed",
          "healthz",
          "setup");

  /** The structures offered by name. */
  public enum Preset {
    PLAIN(""),
    DAY_AND_NAME("/%year%/%monthnum%/%day%/%postname%/"),
    MONTH_AND_NAME("/%year%/%monthnum%/%postname%/"),
    NUMERIC("/archives/%post_id%"),
    POST_NAME("/%postname%/");

    private final String pattern;

    Preset(String pattern) {
      this.pattern = pattern;
    }

    public String pattern() {
      return pattern;
    }
  }

  /** What a new site has. */
  public static final PermalinkStructure DEFAULT = of(Preset.MONTH_AND_NAME.pattern());

  /**
   * Tidies and checks all three.
   *
   * @throws Problem.Invalid naming the option and what to write instead
   */
  public PermalinkStructure {
    pattern = tidyPattern(pattern);
    if (!pattern.isEmpty()) {
      check(StructurePiece.parse(pattern));
    }
    categoryBase = tidyBase("category_base", categoryBase);
    tagBase = tidyBase("tag_base", tagBase);
    if (or(categoryBase, "category").equalsIgnoreCase(or(tagBase, "tag"))) {
      throw new Problem.Invalid(
          "tag_base",
          "Categories and tags cannot share the base \""
              + or(tagBase, "tag")
              + "\": no address would tell them apart. Choose another word for one of them.");
    }
  }

  /** A structure with the default bases. */
  public static PermalinkStructure of(String pattern) {
    return new PermalinkStructure(pattern, "", "");
  }

  /** Whether addresses are of the form {@code /?p=12}. */
  public boolean isPlain() {
    return pattern.isEmpty();
  }

  private static String or(String base, String otherwise) {
    return base.isEmpty() ? otherwise : base;
  }

  private static String tidyPattern(String given) {
    String pattern = given.strip();
    if (pattern.isEmpty()) {
      return "";
    }
    pattern = ("/" + pattern).replaceAll("/{2,}", "/");
    // Sites on servers without rewriting had it; their addresses are redirected to the same without
    // it.
    if (pattern.toLowerCase(Locale.ROOT).startsWith("/index.php/")) {
      pattern = pattern.substring("/index.php".length());
    }
    if (pattern.length() > LONGEST) {
      throw invalid("The structure is longer than " + LONGEST + " characters. Shorten it.");
    }
    return pattern;
  }

  private static void check(List<StructurePiece> pieces) {
    Set<PermalinkTag> seen = EnumSet.noneOf(PermalinkTag.class);
    boolean open = false;
    for (StructurePiece piece : pieces) {
      switch (piece) {
        case StructurePiece.Text text -> {
          checkText(text.text());
          open = false;
        }
        case StructurePiece.Tag(PermalinkTag tag) -> {
          if (!seen.add(tag)) {
            throw invalid(tag.written() + " stands twice. Leave one of the two out.");
          }
          if (open && !tag.fixedWidth()) {
            throw invalid(
                "Put something between "
                    + tag.written()
                    + " and the tag before it, such as a slash.");
          }
          open = !tag.fixedWidth();
        }
      }
    }
    if (!seen.contains(PermalinkTag.POSTNAME) && !seen.contains(PermalinkTag.POST_ID)) {
      throw invalid(
          "Without %postname% or %post_id% several posts would share an address. Add one of the two.");
    }
    if (pieces.get(0) instanceof StructurePiece.Text(String text) && text.indexOf('/', 1) > 0) {
      String first = text.substring(1, text.indexOf('/', 1));
      if (TAKEN.contains(first.toLowerCase(Locale.ROOT))) {
        throw invalid(
            "\"/" + first + "/\" is an address of its own. Begin the structure with another word.");
      }
    }
  }

  private static void checkText(String text) {
    if (text.chars().anyMatch(PermalinkStructure::forbidden)) {
      throw invalid(
          "The structure may hold tags, slashes, letters, digits, dots and hyphens, but no spaces, "
              + "quotes, question marks, number signs or backslashes. Take them out.");
    }
    if (("/" + text + "/").contains("/./") || ("/" + text + "/").contains("/../")) {
      throw invalid("A part of the structure cannot be just dots. Give it a name.");
    }
  }

  private static String tidyBase(String option, String given) {
    String base = given.strip().replaceAll("/{2,}", "/").replaceAll("^/|/$", "");
    if (base.regionMatches(true, 0, "index.php/", 0, 10)) {
      base = base.substring(10);
    }
    if (base.length() > LONGEST) {
      throw new Problem.Invalid(
          option, "The base is longer than " + LONGEST + " characters. Shorten it.");
    }
    if (base.chars().anyMatch(c -> c == '%' || forbidden(c))
        || ("/" + base + "/").contains("/./")
        || ("/" + base + "/").contains("/../")) {
      throw new Problem.Invalid(
          option, "The base may hold letters, digits, hyphens and slashes only. Change it.");
    }
    String first = base.split("/", 2)[0].toLowerCase(Locale.ROOT);
    if (TAKEN.contains(first)) {
      throw new Problem.Invalid(
          option, "\"" + first + "\" is an address of its own. Choose another word as base.");
    }
    return base;
  }

  private static boolean forbidden(int c) {
    return Character.isISOControl(c)
        || Character.isWhitespace(c)
        || "?#\\\"'<>;&[]{}^`|".indexOf(c) >= 0;
  }

  static Problem.Invalid invalid(String sentence) {
    return new Problem.Invalid("permalink_structure", sentence);
  }
}
