package org.quillbox.door.wxr;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quillbox.base.gates.XmlLimits;
import org.quillbox.base.gates.XmlReader;
import org.quillbox.base.kernel.Problem;

/**
 * A cursor over the elements of an export: goes from child to child, knows names by family instead of by
 * namespace address, weighs what one item holds, and tells a file that was cut from one that is broken.
 */
final class WxrXml {
  /** Characters of one value; a longer one is no text anybody wrote. */
  static final int LONGEST_VALUE = XmlLimits.file().text();

  /** Characters of one item with its meta data and comments: it is held in memory whole. */
  static final int LARGEST_ITEM = 32 << 20;

  private static final Pattern PARSER_SAYS = Pattern.compile("(?s)\\((.+)\\)$");

  /** What a namespace address stands for; exports write http and https, versions 1.0 to 1.2. */
  enum Family {
    RSS,
    WP,
    CONTENT,
    EXCERPT,
    DC,
    OTHER
  }

  private final WxrBytes bytes;
  private final XmlReader xml;
  private long items;
  private long weight;

  WxrXml(InputStream in, String file) throws IOException {
    bytes = WxrBytes.open(in);
    try {
      xml = XmlReader.open(bytes, file, XmlLimits.file());
    } catch (Problem.Invalid e) {
      throw bytes.cut() ? WxrTrouble.truncated(bytes.line(), 0) : e;
    }
  }

  WxrBytes bytes() {
    return bytes;
  }

  /** Line the parser has reached. */
  long line() {
    return Math.max(1, xml.line());
  }

  /** The number of whole items seen, for the sentence about a file that was cut. */
  void itemsSeen(long n) {
    items = n;
  }

  /** Starts weighing: the texts read from here on belong to one item. */
  void newItem() {
    weight = 0;
  }

  /** Goes to the next child of the current element; false when the element ended instead. */
  boolean child() {
    try {
      while (xml.next()) {
        switch (xml.event()) {
          case START -> {
            return true;
          }
          case END -> {
            return false;
          }
          case TEXT -> {
            // Blanks between elements.
          }
        }
      }
      return false;
    } catch (Problem.Invalid e) {
      throw told(e);
    }
  }

  /** Local name of the element just entered. */
  String name() {
    return xml.name();
  }

  /** Family of the element just entered. */
  Family family() {
    String uri = xml.namespace();
    if (uri.isEmpty()) {
      return Family.RSS;
    }
    String lower = uri.toLowerCase(Locale.ROOT);
    if (lower.contains("wordpress.org/export/")) {
      return lower.contains("/excerpt") ? Family.EXCERPT : Family.WP;
    }
    if (lower.contains("purl.org/rss/1.0/modules/content")) {
      return Family.CONTENT;
    }
    return lower.contains("purl.org/dc/elements/") ? Family.DC : Family.OTHER;
  }

  /** An attribute of the element just entered, empty when it is not there. */
  String attribute(String name) {
    return Objects.requireNonNullElse(xml.attribute(name), "");
  }

  /** The text of the element just entered, up to its end; elements inside give their text. */
  String text() {
    String name = xml.name();
    long start = line();
    String value;
    try {
      value = xml.elementText();
    } catch (Problem.TooLarge _) {
      throw WxrTrouble.tooLarge(start, "the value of <" + name + ">", LONGEST_VALUE >> 20);
    } catch (Problem.Invalid e) {
      throw told(e);
    }
    // 64: what an entry costs beside its characters.
    weight += value.length() + 64L;
    if (weight > LARGEST_ITEM) {
      throw WxrTrouble.tooLarge(start, "one item with all its comments", LARGEST_ITEM >> 20);
    }
    return value;
  }

  /** Passes over the element just entered. */
  void skip() {
    try {
      xml.skip();
    } catch (Problem.Invalid e) {
      throw told(e);
    }
  }

  void close() throws IOException {
    xml.close();
  }

  /** The sentence about this file: what the parser met is known, what the owner did is known better here. */
  private Problem told(Problem.Invalid e) {
    if (e.code().startsWith("wxr_")) {
      return e;
    }
    if (bytes.cut() && line() >= bytes.line()) {
      return WxrTrouble.truncated(bytes.line(), items);
    }
    Matcher said = PARSER_SAYS.matcher(e.getMessage());
    return said.find() ? WxrTrouble.malformed(line(), plain(said.group(1))) : e;
  }

  /** What the parser found, without the riddles it gives about namespaces. */
  private static String plain(String said) {
    int riddle = said.indexOf("#ElementPrefixUnbound?");
    if (riddle >= 0) {
      String prefix = said.substring(said.indexOf('?', riddle) + 1).replaceFirst("&.*", "");
      return "the prefix " + prefix + ": is not declared on <rss>.";
    }
    if (said.contains("#AttributeNotUnique?")) {
      return "an attribute stands twice in one element.";
    }
    if (said.contains("maxElementDepth")) {
      return "elements are nested deeper than any export does.";
    }
    return said.endsWith(".") ? said : said + ".";
  }
}
