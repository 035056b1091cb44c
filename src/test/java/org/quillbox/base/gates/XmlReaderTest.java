package org.quillbox.base.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quillbox.base.kernel.Problem;

class XmlReaderTest {
  private static XmlReader reader(byte[] document, XmlLimits limits) throws IOException {
    return XmlReader.open(new ByteArrayInputStream(document), "export.xml", limits);
  }

  private static List<String> events(byte[] document, XmlLimits limits) throws IOException {
    List<String> seen = new ArrayList<>();
    try (XmlReader xml = reader(document, limits)) {
      while (xml.next()) {
        seen.add(
            switch (xml.event()) {
              case START -> "<" + xml.prefix() + ":" + xml.name() + ">";
              case END -> "</" + xml.name() + ">";
              case TEXT -> xml.text();
            });
      }
    }
    return seen;
  }

  private static List<String> events(String document) throws IOException {
    return events(document.getBytes(StandardCharsets.UTF_8), XmlLimits.file());
  }

  private static Problem refusal(byte[] document, XmlLimits limits) {
    return assertThrows(Problem.class, () -> events(document, limits));
  }

  @Test
  void elementsTextsAndCdataComeInOrder() throws IOException {
    assertEquals(
        List.of("<:rss>", "<wp:id>", "7", "</id>", "<:t>", "a & <b>", "</t>", "</rss>"),
        events(
            "<?xml version='1.0'?><!-- c --><rss xmlns:wp='urn:w'><wp:id>7</wp:id><t><![CDATA[a & <b>]]></t></rss>"));
  }

  @Test
  void theTextOfAnElementIsGatheredAndOthersAreSkipped() throws IOException {
    String document =
        "<r><a x='1'>one<![CDATA[ two]]>&amp;<i>three</i></a><b><c><b>no</b></c></b><d>four</d></r>";
    try (XmlReader xml = reader(document.getBytes(StandardCharsets.UTF_8), XmlLimits.call())) {
      assertTrue(xml.next() && xml.starts("r"));
      assertTrue(xml.next() && xml.starts("", "a"));
      assertEquals("1", xml.attribute("x"));
      assertEquals("one two&three", xml.elementText());
      assertTrue(xml.next() && xml.starts("b"));
      xml.skip();
      assertTrue(xml.next() && xml.starts("d"));
      assertEquals(2, xml.depth());
      assertEquals("four", xml.elementText());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<!DOCTYPE r [<!ENTITY a 'x'>]><r>&a;</r> | DOCTYPE",
        "<!DOCTYPE r SYSTEM 'http://127.0.0.1:9/x.dtd'><r/> | DOCTYPE",
        "<!DOCTYPE r [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><r/> | DOCTYPE",
        "<r>&nbsp;</r> | line 1",
        "<r><a></r> | line 1, column",
        "<r>~<a>~text | line 3, column 5: the file ends in the middle",
        "<r>~<a x='1 | the file ends in the middle",
        "<r>~<![CDATA[text | the file ends in the middle",
        "<r>~</r>~<s/> | line 3",
        "<r>a~b & c</r> | line 2",
        "<r>&#0;</r> | line 1",
        "plain text | line 1",
        "<?xml version='1.0' encoding='koi8-r'?><r/> | Save it as UTF-8"
      })
  void whatIsWrongIsSaidWithItsLineAndARemedy(String document, String said) {
    Problem refused =
        refusal(document.replace('~', '\n').getBytes(StandardCharsets.UTF_8), XmlLimits.file());
    assertInstanceOf(Problem.Invalid.class, refused);
    assertTrue(refused.getMessage().startsWith("export.xml"), refused.getMessage());
    assertTrue(refused.getMessage().contains(said), refused.getMessage());
    assertFalse(refused.getMessage().contains("http://www.w3.org"), refused.getMessage());
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    assertTrue(refusal(new byte[0], XmlLimits.file()).getMessage().contains("is empty"));
  }

  @Test
  void nothingOutsideTheDocumentIsOpened(@TempDir Path directory) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "the secret");
    String document = "<!DOCTYPE r [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]><r>&s;</r>";
    Problem refused = refusal(document.getBytes(StandardCharsets.UTF_8), XmlLimits.file());
    assertFalse(refused.getMessage().contains("the secret"));
  }

  @Test
  void aBombOfEntitiesIsRefusedBeforeItIsLit() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE b [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 40; i++) {
      bomb.append("<!ENTITY a")
          .append(i)
          .append(" '&a")
          .append(i - 1)
          .append(";&a")
          .append(i - 1)
          .append(";'>");
    }
    bomb.append("]><b>&a39;</b>");
    assertTrue(
        refusal(bomb.toString().getBytes(StandardCharsets.UTF_8), XmlLimits.call())
            .getMessage()
            .contains("DOCTYPE"));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
  void encodingsAreReadAsDeclared(String name) throws IOException {
    String label = name.startsWith("UTF-16") ? "UTF-16" : name;
    String document = "<?xml version=\"1.0\" encoding=\"" + label + "\"?><r>größer café</r>";
    assertEquals(
        List.of("<:r>", "größer café", "</r>"),
        events(document.getBytes(Charset.forName(name)), XmlLimits.file()));
    byte[] plain = "<r>größer</r>".getBytes(StandardCharsets.UTF_8);
    byte[] marked = new byte[plain.length + 3];
    System.arraycopy(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, 0, marked, 0, 3);
    System.arraycopy(plain, 0, marked, 3, plain.length);
    assertEquals(List.of("<:r>", "größer", "</r>"), events(marked, XmlLimits.file()));
  }

  @Test
  void bytesOfAnotherEncodingAreRefusedWithTheirLine() {
    Problem refused =
        refusal("<r>\n\n  caf\u00e9</r>".getBytes(StandardCharsets.ISO_8859_1), XmlLimits.file());
    assertTrue(
        refused.getMessage().startsWith("export.xml, line 3, column 6: bytes that are not UTF-8"),
        refused.getMessage());
    byte[] half = {'<', 'r', '>', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '<', '/', 'r', '>'};
    assertTrue(refusal(half, XmlLimits.file()).getMessage().contains("column 4"));
  }

  @Test
  void forbiddenCharactersOfAFileAreLeftOutAndNotedByLine() throws IOException {
    byte[] document = "<r>a\u0008\n\0b\r\nc\u000b</r>".getBytes(StandardCharsets.UTF_8);
    try (XmlReader xml = reader(document, XmlLimits.file())) {
      assertTrue(xml.next());
      assertEquals("a\nb\nc", xml.elementText());
      assertEquals(3, xml.skippedCharacters());
      assertEquals(
          List.of(
              "line 1: the forbidden character U+0008 was left out",
              "line 2: the forbidden character U+0000 was left out",
              "line 3: the forbidden character U+000B was left out"),
          xml.notes());
    }
    Problem refused = refusal(document, XmlLimits.call());
    assertEquals(
        "export.xml, line 1, column 5: the character U+0008 is not allowed in XML. Remove it and try again.",
        refused.getMessage());
  }

  @Test
  void limitsOfDepthElementsAttributesNamesAndTextHold() {
    XmlLimits small = new XmlLimits(5, 10, 3, 20, 100_000, false);
    String attributes = "<r a='1' b='2' c='3' d='4'/>";
    for (String document :
        List.of(
            "<a>".repeat(6) + "</a>".repeat(6),
            "<r>" + "<a/>".repeat(10) + "</r>",
            attributes,
            "<" + "n".repeat(21) + "/>",
            "<r><![CDATA[" + "x".repeat(500_000) + "]]></r>",
            "<r a='" + "x".repeat(500_000) + "'/>",
            "<r><!--" + "x".repeat(500_000) + "--></r>")) {
      Problem refused = refusal(document.getBytes(StandardCharsets.UTF_8), small);
      assertEquals(413, refused.status(), document.substring(0, Math.min(40, document.length())));
      assertTrue(refused.getMessage().contains("line 1"), refused.getMessage());
    }
  }

  @Test
  void aTextInManyPiecesIsLimitedToo() throws IOException {
    byte[] document =
        ("<r>" + "x".repeat(30_000) + "<i/>" + "y".repeat(90_000) + "</r>")
            .getBytes(StandardCharsets.UTF_8);
    try (XmlReader xml = reader(document, new XmlLimits(5, 10, 3, 20, 100_000, false))) {
      assertTrue(xml.next());
      assertThrows(Problem.TooLarge.class, xml::elementText);
    }
  }

  /** 128 MiB in the check, 2 GiB with -Dquillbox.slow=true. */
  @Test
  void aVeryLongFileStreamsInConstantMemory() throws IOException {
    long size = Boolean.getBoolean("quillbox.slow") ? 2L << 30 : 128L << 20;
    Runtime memory = Runtime.getRuntime();
    long most = 0;
    long items = 0;
    System.gc();
    long before = memory.totalMemory() - memory.freeMemory();
    try (XmlReader xml = XmlReader.open(new LongExport(size), "export.xml", XmlLimits.file())) {
      while (xml.next()) {
        if (xml.starts("title")) {
          assertEquals("Bread & butter", xml.elementText());
          if (++items % 100_000 == 0) {
            System.gc();
            most = Math.max(most, memory.totalMemory() - memory.freeMemory() - before);
          }
        }
      }
    }
    assertTrue(items > size / 1200, "items: " + items);
    assertTrue(most < 16 << 20, "bytes kept: " + most);
  }

  /** An export of that many bytes, never whole anywhere. */
  private static final class LongExport extends InputStream {
    private static final byte[] ITEM =
        ("<item><title>Bread &amp; butter</title><content><![CDATA["
                + "All work and no play. ".repeat(45)
                + "]]></content></item>\n")
            .getBytes(StandardCharsets.UTF_8);
    private long left;
    private byte[] now = "<rss>".getBytes(StandardCharsets.UTF_8);
    private int at;

    LongExport(long size) {
      left = size / ITEM.length;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      if (at == now.length) {
        if (left < 0) {
          return -1;
        }
        now = left > 0 ? ITEM : "</rss>".getBytes(StandardCharsets.UTF_8);
        left--;
        at = 0;
      }
      int count = Math.min(length, now.length - at);
      System.arraycopy(now, at, to, offset, count);
      at += count;
      return count;
    }
  }

  @Test
  void theReaderTellsWhereItIs() throws IOException {
    try (XmlReader xml =
        reader("<r>\n\n<a b='c'/></r>".getBytes(StandardCharsets.UTF_8), XmlLimits.file())) {
      while (xml.next() && !xml.starts("a")) {}
      assertEquals(3, xml.line());
      assertEquals(List.of(new XmlReader.Attribute("", "b", "c")), xml.attributes());
      assertNotNull(xml.attribute("b"));
      assertEquals(
          "export.xml, line 3: the date is wrong.", xml.invalid("the date is wrong.").getMessage());
    }
  }
}
