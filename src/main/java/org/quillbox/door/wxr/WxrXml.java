package org.quillbox.door.wxr;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.quillbox.base.kernel.Problem;

/**
 * A cursor over the elements of an export: only starts, ends and texts, names by family instead of by
 * namespace address, every failure of the parser a sentence with its line.
 */
final class WxrXml {
  /** Characters of one value; a longer one is no text anybody wrote. */
  static final int LONGEST_VALUE = 10 << 20;

  /** Characters of one item with its meta data and comments: it is held in memory whole. */
  static final int LARGEST_ITEM = 32 << 20;

  private static final int DEEPEST = 100;

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
  private final XMLStreamReader parser;
  private final StringBuilder text = new StringBuilder(8 * 1024);
  private long items;
  private int depth;
  private long weight;

  WxrXml(InputStream in, XmlOpener opener) throws IOException {
    bytes = WxrBytes.open(in);
    bytes.allow(LONGEST_VALUE);
    try {
      parser = opener.open(bytes);
    } catch (XMLStreamException e) {
      throw trouble(e);
    }
  }

  WxrBytes bytes() {
    return bytes;
  }

  /** Line the parser has reached. */
  long line() {
    return Math.max(1, parser.getLocation().getLineNumber());
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
    while (true) {
      switch (event()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> {
          // Blanks between elements, comments, processing instructions.
        }
      }
    }
  }

  /** Local name of the element just entered. */
  String name() {
    return parser.getLocalName();
  }

  /** Family of the element just entered. */
  Family family() {
    String uri = parser.getNamespaceURI();
    return uri == null || uri.isEmpty() ? Family.RSS : familyOf(uri);
  }

  /** True when the current element declares WordPress's export namespace. */
  boolean declaresWordPress() {
    for (int i = 0; i < parser.getNamespaceCount(); i++) {
      String uri = parser.getNamespaceURI(i);
      if (uri != null && familyOf(uri) == Family.WP) {
        return true;
      }
    }
    return false;
  }

  private static Family familyOf(String uri) {
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
    String value = parser.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** The text of the element just entered, up to its end; elements inside give their text. */
  String text() {
    String name = parser.getLocalName();
    long start = line();
    int base = depth;
    text.setLength(0);
    while (depth >= base) {
      switch (event()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          text.append(parser.getTextCharacters(), parser.getTextStart(), parser.getTextLength());
          if (text.length() > LONGEST_VALUE) {
            throw WxrTrouble.tooLarge(start, "the value of <" + name + ">", LONGEST_VALUE >> 20);
          }
        }
        default -> {
          // Structure inside a text is passed over, its text is kept.
        }
      }
    }
    String value = text.toString();
    if (text.capacity() > 1 << 20) {
      text.setLength(0);
      text.trimToSize();
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
    int base = depth;
    while (depth >= base) {
      event();
    }
  }

  private int event() {
    bytes.allow(LONGEST_VALUE);
    int event;
    try {
      if (!parser.hasNext()) {
        return XMLStreamConstants.END_DOCUMENT;
      }
      event = parser.next();
    } catch (XMLStreamException e) {
      throw trouble(e);
    }
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        depth++;
        if (depth > DEEPEST) {
          throw WxrTrouble.tooDeep(line());
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw WxrTrouble.doctype(line());
      default -> {
        // The caller's business.
      }
    }
    return event;
  }

  private Problem trouble(XMLStreamException e) {
    // A gate that refuses DOCTYPE itself may say so as a problem, as may the bytes: pass it on.
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof Problem problem) {
        return problem;
      }
    }
    long line =
        e.getLocation() == null ? bytes.line() : Math.max(1, e.getLocation().getLineNumber());
    String said = sentence(e);
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("doctype") || lower.contains("dtd")) {
      return WxrTrouble.doctype(line);
    }
    if (bytes.cut() && line >= bytes.line()) {
      return WxrTrouble.truncated(bytes.line(), items);
    }
    return WxrTrouble.malformed(line, said);
  }

  /** What the parser found, without its own prefix and without namespace riddles. */
  private static String sentence(XMLStreamException e) {
    String said = e.getMessage() == null ? "the parser gave no reason" : e.getMessage();
    int message = said.indexOf("Message: ");
    if (message >= 0) {
      said = said.substring(message + "Message: ".length());
    }
    said = said.strip();
    int riddle = said.indexOf("#ElementPrefixUnbound?");
    if (riddle >= 0) {
      said =
          "the prefix "
              + said.substring(said.indexOf('?', riddle) + 1).replaceFirst("&.*", "")
              + ": is not declared on <rss>";
    } else if (said.contains("#AttributeNotUnique?")) {
      said = "an attribute stands twice in one element";
    }
    return said.endsWith(".") ? said : said + ".";
  }
}
