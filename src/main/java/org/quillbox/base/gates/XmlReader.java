package org.quillbox.base.gates;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Problem;

/**
 * The one way to read XML (security X1): event by event, in constant memory, however long the document. A
 * document type is refused, so there are no entities but the five of XML; nothing outside the document is
 * ever opened. What is malformed, cut off, wrongly encoded or beyond the {@link XmlLimits} ends in a {@link
 * Problem} that names line and column and says what to do.
 *
 * <pre>
 * try (XmlReader xml = XmlReader.open(in, "export.xml", XmlLimits.file())) {
 *   while (xml.next()) {
 *     if (xml.starts("item")) { ... }
 *   }
 * }
 * </pre>
 */
public final class XmlReader implements AutoCloseable {
  private static final XMLInputFactory FACTORY = factory();

  /** What {@link #next} stopped at. */
  public enum Event {
    START,
    END,
    TEXT
  }

  /** Carries a problem through the parser, which knows only its own exceptions. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Refused(Problem problem) {
      super(problem.getMessage(), problem, false, false);
      this.problem = problem;
    }
  }

  /** One attribute. */
  public record Attribute(String prefix, String name, String value) {}

  private final XmlText text;
  private final XMLStreamReader parser;
  private final XmlLimits limits;
  private final String what;
  private Event event = Event.END;
  private int depth;
  private long elements;

  private XmlReader(XmlText text, XMLStreamReader parser, String what, XmlLimits limits) {
    this.text = text;
    this.parser = parser;
    this.what = what;
    this.limits = limits;
  }

  /**
   * Starts reading.
   *
   * @param in closed with the reader
   * @param what how messages name the document: "export.xml", "The request"
   * @throws Problem.Invalid when the document is empty or its encoding is none of UTF-8, UTF-16, ISO-8859-1
   *     and windows-1252
   */
  public static XmlReader open(InputStream in, String what, XmlLimits limits) throws IOException {
    XmlText text = new XmlText(in, what, limits);
    try {
      return new XmlReader(text, FACTORY.createXMLStreamReader(text), what, limits);
    } catch (XMLStreamException e) {
      throw problem(e, text, what);
    } catch (Refused e) {
      throw e.problem;
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory made = XMLInputFactory.newDefaultFactory();
    made.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    made.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    made.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    made.setProperty(XMLInputFactory.IS_COALESCING, false);
    made.setProperty("javax.xml.stream.isSupportingExternalEntities", false);
    made.setProperty("http://javax.xml.XMLConstants/property/accessExternalDTD", "");
    // Ours count per document and per token; the parser's own would end a long honest file.
    made.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    made.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    made.setProperty("jdk.xml.elementAttributeLimit", "200");
    made.setXMLResolver((publicId, systemId, base, name) -> {
      throw new XMLStreamException("nothing outside the document is read");
    });
    return made;
  }

  /** Goes to the next start, end or text; false at the end of the document. */
  public boolean next() {
    try {
      while (parser.hasNext()) {
        text.event();
        int type = parser.next();
        switch (type) {
          case XMLStreamConstants.START_ELEMENT -> {
            event = Event.START;
            depth++;
            check();
            return true;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            event = Event.END;
            depth--;
            return true;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            event = Event.TEXT;
            return true;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_DECLARATION ->
              throw invalid("a document type (DOCTYPE) is not accepted. Remove it and try again.");
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw invalid(
                  "the entity &"
                      + parser.getLocalName()
                      + "; is not known in XML. Write the character itself.");
          default -> {}
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw problem(e, text, what);
    } catch (Refused e) {
      throw e.problem;
    }
  }

  private void check() {
    elements++;
    if (depth > limits.depth()) {
      throw tooLarge("elements are nested deeper than " + limits.depth());
    }
    if (elements > limits.elements()) {
      throw tooLarge("there are more than " + limits.elements() + " elements");
    }
    if (parser.getAttributeCount() + parser.getNamespaceCount() > limits.attributes()) {
      throw tooLarge("an element has more than " + limits.attributes() + " attributes");
    }
    long longest = parser.getLocalName().length();
    for (int i = 0; i < parser.getAttributeCount(); i++) {
      longest = Math.max(longest, parser.getAttributeLocalName(i).length());
    }
    if (longest > limits.name()) {
      throw tooLarge("a name is longer than " + limits.name() + " characters");
    }
  }

  /** What the reader stands at. */
  public Event event() {
    return event;
  }

  /** True at the start of an element of this local name, whatever its prefix. */
  public boolean starts(String localName) {
    return event == Event.START && parser.getLocalName().equals(localName);
  }

  /** True at the start of an element of this prefix (empty for none) and local name. */
  public boolean starts(String prefix, String localName) {
    return starts(localName) && prefix().equals(prefix);
  }

  /** Local name of the element that starts or ends here. */
  public String name() {
    return parser.getLocalName();
  }

  /** Prefix of the element that starts or ends here; empty for none. */
  public String prefix() {
    String prefix = parser.getPrefix();
    return prefix == null ? "" : prefix;
  }

  /** Namespace of the element that starts or ends here; empty for none. */
  public String namespace() {
    String uri = parser.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** Value of an attribute of the element that starts here, by local name. */
  public @Nullable String attribute(String localName) {
    for (int i = 0; i < parser.getAttributeCount(); i++) {
      if (parser.getAttributeLocalName(i).equals(localName)) {
        return parser.getAttributeValue(i);
      }
    }
    return null;
  }

  /** All attributes of the element that starts here. */
  public List<Attribute> attributes() {
    List<Attribute> found = new ArrayList<>();
    for (int i = 0; i < parser.getAttributeCount(); i++) {
      String prefix = parser.getAttributePrefix(i);
      found.add(
          new Attribute(
              prefix == null ? "" : prefix,
              parser.getAttributeLocalName(i),
              parser.getAttributeValue(i)));
    }
    return found;
  }

  /** The characters here. One text of the document may come in several pieces. */
  public String text() {
    return parser.getText();
  }

  /**
   * At a start: everything written up to its end, elements inside counted for their text. Stands at that
   * end afterwards.
   */
  public String elementText() {
    int outside = depth - 1;
    StringBuilder all = new StringBuilder();
    while (next()) {
      if (event == Event.TEXT) {
        if (all.length() + (long) parser.getTextLength() > limits.text()) {
          throw tooLarge("a single text is longer than " + limits.text() / 1024 / 1024 + " MiB");
        }
        all.append(parser.getTextCharacters(), parser.getTextStart(), parser.getTextLength());
      } else if (event == Event.END && depth == outside) {
        break;
      }
    }
    return all.toString();
  }

  /** At a start: goes to its end, whatever is between. */
  public void skip() {
    int outside = depth - 1;
    while (next()) {
      if (event == Event.END && depth == outside) {
        return;
      }
    }
  }

  /** How many elements are open here; the one that starts counts. */
  public int depth() {
    return depth;
  }

  /** Line of what the reader stands at, from 1. */
  public int line() {
    return parser.getLocation().getLineNumber();
  }

  /** Characters read so far, for progress. */
  public long charactersRead() {
    return text.charactersRead();
  }

  /** How many forbidden characters were left out. */
  public long skippedCharacters() {
    return text.skipped();
  }

  /** The first hundred of them, each with its line. */
  public List<String> notes() {
    return text.notes();
  }

  /** A problem of this place of the document, for callers that find more wrong than its form. */
  public Problem.Invalid invalid(String message) {
    return new Problem.Invalid("file", what + ", line " + line() + ": " + message);
  }

  private Problem.TooLarge tooLarge(String message) {
    return new Problem.TooLarge("xml_too_large", what + ", line " + line() + ": " + message + ".");
  }

  private static Problem problem(XMLStreamException e, XmlText text, String what) {
    if (e.getNestedException() instanceof IOException io && AtomicFile.isFull(io)) {
      return new Problem.Unavailable(
          "storage_full", "The disk is full. Free some space and try again.", true, io);
    }
    long line = e.getLocation() == null ? text.line() : e.getLocation().getLineNumber();
    String place =
        what
            + ", line "
            + line
            + (e.getLocation() == null ? "" : ", column " + e.getLocation().getColumnNumber());
    String words = String.valueOf(e.getMessage());
    int message = words.indexOf("Message: ");
    String said = (message < 0 ? words : words.substring(message + 9)).strip();
    String advice =
        cutOff(said)
            ? ": the file ends in the middle. It was cut off: export it again, or copy it again. ("
            : ": this is not well-formed XML. Export the file again, or mend that line. (";
    return new Problem.Invalid("file", place + advice + said + ")");
  }

  private static boolean cutOff(String said) {
    return said.contains("start and end within the same entity")
        || said.contains("nexpected end")
        || said.contains("remature end")
        || said.contains("CDATA section must end")
        || said.contains("Stream closed");
  }

  @Override
  public void close() throws IOException {
    try {
      parser.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      text.close();
    }
  }
}
