package org.quillbox.door.wxr;

import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Where the parser comes from: the one hardened factory of the gates. The reader of exports needs a parser
 * that refuses DOCTYPE, hands over CDATA in pieces and does not count text against entity limits (the JDK
 * books text that follows {@code &amp;} on an entity called "[xml]" and stops after 100,000 characters).
 */
@FunctionalInterface
public interface XmlOpener {
  /** A parser at the start of the document. */
  XMLStreamReader open(InputStream in) throws XMLStreamException;
}
