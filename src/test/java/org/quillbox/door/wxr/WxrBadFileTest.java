package org.quillbox.door.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quillbox.base.kernel.Problem;

class WxrBadFileTest {
  private final String good = WxrFiles.text("mill-house.xml");

  private static Problem refused(byte[] file) {
    return assertThrows(Problem.class, () -> WxrFiles.read(file));
  }

  private static Problem refused(String file) {
    return refused(file.getBytes(StandardCharsets.UTF_8));
  }

  private static void says(Problem p, String code, String... words) {
    assertEquals(code, p.code(), p.getMessage());
    for (String word : words) {
      assertTrue(p.getMessage().contains(word), p.getMessage() + " lacks: " + word);
    }
  }

  private static long lineOf(String text, String what) {
    return text.substring(0, text.indexOf(what)).chars().filter(c -> c == '\n').count() + 1;
  }

  @Test
  void a_file_cut_anywhere_is_called_cut_and_names_its_last_line() {
    byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
    int end = good.substring(0, good.indexOf("</channel>")).getBytes(StandardCharsets.UTF_8).length;
    for (int cut = 1200; cut < end; cut += 397) {
      byte[] part = Arrays.copyOf(bytes, cut);
      long line = 1;
      for (byte b : part) {
        line += b == '\n' ? 1 : 0;
      }
      says(refused(part), "wxr_truncated", "line " + line + ",", "export it again");
    }
  }

  @Test
  void a_file_cut_inside_a_character_is_called_cut() {
    byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
    int at = good.substring(0, good.indexOf("Öffnung")).getBytes(StandardCharsets.UTF_8).length + 1;
    says(refused(Arrays.copyOf(bytes, at)), "wxr_truncated", "in the middle");
  }

  @Test
  void how_many_items_were_whole_before_the_cut_is_told() {
    int third = good.indexOf("<item>", good.indexOf("An aside"));
    says(refused(good.substring(0, third + 60)), "wxr_truncated", "after 2 whole items");
  }

  @Test
  void malformed_files_name_the_line() {
    String twisted = good.replace("<wp:post_id>4</wp:post_id>", "<wp:post_id>4</wp:post_idd>");
    says(
        refused(twisted),
        "wxr_malformed",
        "Line " + lineOf(twisted, "<wp:post_id>4<") + " ",
        "text editor");
    String bare =
        good.replace(
            "<wp:menu_order>2</wp:menu_order>", "<wp:menu_order>2 < 3 & 4</wp:menu_order>");
    says(refused(bare), "wxr_malformed", "Line " + lineOf(bare, "2 < 3") + " ");
    String unbound = good.replaceFirst("<wp:post_parent>0</wp:post_parent>", "<seo:x>0</seo:x>");
    says(refused(unbound), "wxr_malformed", "prefix seo");
    says(
        refused(good.replaceFirst("<wp:post_parent>0", "<wp:post_parent>&nbsp;0")),
        "rest_invalid_param",
        "nbsp",
        "line ");
  }

  @Test
  void references_to_characters_that_do_not_exist_are_refused_by_line() {
    for (String reference :
        List.of("&#0;", "&#x0;", "&#xD800;", "&#xDFFF;", "&#x110000;", "&#11;")) {
      String file = good.replaceFirst("<wp:post_parent>0", "<wp:post_parent>" + reference);
      says(refused(file), "wxr_malformed", "Line " + lineOf(file, reference) + " ");
    }
  }

  @Test
  void entity_bombs_and_any_doctype_are_refused() {
    String bomb =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
            + " \"&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]>\n"
            + good.substring(good.indexOf("<rss")).replaceFirst("Mill House", "&c;");
    says(refused(bomb), "rest_invalid_param", "line 2", "DOCTYPE", "Remove it");
    String outside = good.replace("<rss ", "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\">\n<rss ");
    says(refused(outside), "rest_invalid_param", "DOCTYPE");
  }

  @Test
  void another_encoding_is_refused_with_the_line_of_the_first_wrong_byte() {
    byte[] latin = good.getBytes(Charset.forName("windows-1252"));
    says(refused(latin), "wxr_encoding", "Line " + lineOf(good, "José") + " ", "E9", "UTF-8");
    says(refused(good.getBytes(StandardCharsets.UTF_16)), "wxr_encoding", "UTF-16");
    says(refused(good.getBytes(StandardCharsets.UTF_16LE)), "wxr_encoding", "UTF-16");
    says(
        refused(good.replace("encoding=\"UTF-8\"", "encoding=\"KOI8-R\"")),
        "wxr_encoding",
        "KOI8-R");
  }

  @Test
  void a_file_that_declares_windows_1252_is_decoded_as_it_says() {
    byte[] latin =
        good.replace("encoding=\"UTF-8\"", "encoding=\"windows-1252\"")
            .getBytes(Charset.forName("windows-1252"));
    assertTrue(
        WxrFiles.only(WxrPart.Author.class, WxrFiles.read(latin)).stream()
            .anyMatch(a -> a.displayName().equals("José Núñez")));
  }

  @Test
  void broken_utf_8_of_every_kind_is_refused() {
    byte[][] wrong = {
      {(byte) 0x80},
      {(byte) 0xC0, (byte) 0x80},
      {(byte) 0xC3, 'x'},
      {(byte) 0xE0, (byte) 0x80, (byte) 0x80},
      {(byte) 0xF0, (byte) 0x80, (byte) 0x80, (byte) 0x80},
      {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
      {(byte) 0xF8},
      {(byte) 0xFF}
    };
    for (byte[] bytes : wrong) {
      says(refused(with(bytes)), "wxr_encoding", "Line " + lineOf(good, "The wheel turns") + " ");
    }
  }

  @Test
  void what_is_no_export_is_named() {
    says(refused(""), "wxr_empty", "Export it again");
    says(refused(" \n\n"), "wxr_empty");
    says(
        refused("<!DOCTYPE html><html><body>Log in</body></html>"),
        "wxr_not_an_export",
        "web page");
    says(refused("PK\u0003\u0004rest"), "wxr_not_an_export", "archive");
    says(refused("{\"posts\":[]}"), "wxr_not_an_export", "JSON");
    says(refused("-- MySQL dump 10.13\n"), "wxr_not_an_export", "database dump");
    says(refused("Dear reader"), "wxr_not_an_export", "does not start like XML");
    says(
        refused("<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"/>"),
        "wxr_not_an_export",
        "Atom");
    says(refused("<rss version=\"2.0\"><nothing/></rss>"), "wxr_not_an_export", "channel");
    says(
        refused(
            "<rss version=\"2.0\"><channel><title>T</title><item><title>x</title></item></channel></rss>"),
        "wxr_not_an_export",
        "RSS feed",
        "Tools, Export");
  }

  @Test
  void control_characters_are_left_out_and_half_characters_replaced_and_both_are_counted() {
    byte[] file =
        with(
            new byte[] {
              'a',
              0,
              'b',
              0x0B,
              'c',
              0x1F,
              (byte) 0xED,
              (byte) 0xA0,
              (byte) 0x80,
              'd',
              (byte) 0xEF,
              (byte) 0xBF,
              (byte) 0xBF,
              'e'
            });
    try (WxrReader reader = WxrReader.open(new ByteArrayInputStream(file), "export.xml")) {
      StringBuilder content = new StringBuilder();
      for (Optional<WxrPart> p = reader.next(); p.isPresent(); p = reader.next()) {
        if (p.get() instanceof WxrPart.Item item && item.id() == 1) {
          content.append(item.content());
        }
      }
      assertTrue(content.toString().contains("abc\uFFFDde"), content.toString());
      assertEquals(new WxrReader.Mended(4, 1, lineOf(good, "The wheel turns")), reader.mended());
    }
  }

  @Test
  void what_a_broken_plugin_wrote_around_the_document_does_no_harm() {
    List<WxrPart> parts = WxrFiles.read(good);
    assertEquals(parts.size(), WxrFiles.read("\n\n" + good).size());
    assertEquals(parts.size(), WxrFiles.read("\uFEFF" + good).size());
    assertEquals(parts.size(), WxrFiles.read("<br />\n<b>Warning</b>: x in y<br>\n" + good).size());
    assertEquals(parts, WxrFiles.read(good + "\n<br />Notice: <b>late"));
  }

  @Test
  void a_single_value_or_item_that_is_too_large_is_refused_by_line() {
    String giant = "x".repeat(WxrXml.LONGEST_VALUE + 1);
    says(
        refused(good.replaceFirst("The wheel turns again.", giant)),
        "wxr_value_too_large",
        "10 MiB",
        "Shorten");
    says(
        refused(
            good.replaceFirst(
                "<wp:menu_order>0", "<wp:menu_order><!--" + giant.repeat(2) + "-->0")),
        "wxr_value_too_large");
    String meta =
        "<wp:postmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>"
            + "y".repeat(9 << 20)
            + "</wp:meta_value></wp:postmeta>";
    says(
        refused(good.replaceFirst("</item>", meta.repeat(4) + "</item>")),
        "wxr_value_too_large",
        "32 MiB");
  }

  @Test
  void elements_nested_without_end_are_refused() {
    says(
        refused(good.replaceFirst("<item>", "<item>" + "<x>".repeat(5000) + "</x>".repeat(5000))),
        "wxr_malformed",
        "nested deeper");
  }

  @Test
  void a_survey_refuses_before_anything_was_handed_out() {
    byte[] cut = good.substring(0, good.length() - 200).getBytes(StandardCharsets.UTF_8);
    assertThrows(
        Problem.Invalid.class,
        () -> WxrSurvey.of(new ByteArrayInputStream(cut), "export.xml", new Visibility()));
  }

  /** The good file with bytes put into the first content. */
  private byte[] with(byte[] bytes) {
    int at =
        good.substring(0, good.indexOf("The wheel turns")).getBytes(StandardCharsets.UTF_8).length;
    byte[] file = good.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, at);
    out.writeBytes(bytes);
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }
}
