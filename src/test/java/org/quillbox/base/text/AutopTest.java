package org.quillbox.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AutopTest {
  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("one", "<p>one</p>\n"),
        Arguments.of("one\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
        Arguments.of("one\r\n\r\ntwo", "<p>one</p>\n<p>two</p>\n"),
        Arguments.of("one\n \t\n\n\ntwo\n", "<p>one</p>\n<p>two</p>\n"),
        Arguments.of("a line\nnext line", "<p>a line<br />\nnext line</p>\n"),
        Arguments.of("a<br>\nb", "<p>a<br>\nb</p>\n"),
        Arguments.of("a<br /><br />b", "<p>a</p>\n<p>b</p>\n"),
        Arguments.of("", ""),
        Arguments.of(" \n\n ", ""),
        Arguments.of("<h2>Title</h2>\nText", "<h2>Title</h2>\n<p>Text</p>\n"),
        Arguments.of("<h2>Two\nlines</h2>", "<h2>Two<br />\nlines</h2>\n"),
        Arguments.of("<p>done</p>\n\nnew", "<p>done</p>\n<p>new</p>\n"),
        Arguments.of("<p class=\"x\">a\n\nb</p>", "<p class=\"x\">a</p>\n<p>b</p>\n"),
        Arguments.of(
            "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        Arguments.of("<blockquote>said</blockquote>", "<blockquote>\n<p>said</p>\n</blockquote>\n"),
        Arguments.of("<div>text</div>", "<div>text</div>\n"),
        Arguments.of("<div>\n\ntext\n\n</div>", "<div>\n<p>text</p>\n</div>\n"),
        Arguments.of(
            "<div>a<ul><li>b</li></ul>c</div>",
            "<div>a\n<ul>\n<li>b</li>\n</ul>\n<p>c</p>\n</div>\n"),
        Arguments.of("<pre>a\n\n  b\n</pre>\nc", "<pre>a\n\n  b\n</pre>\n<p>c</p>\n"),
        Arguments.of("x <code>a\nb</code> y", "<p>x <code>a\nb</code> y</p>\n"),
        Arguments.of("<script>a\n\nb</script>", "<script>a\n\nb</script>\n"),
        Arguments.of("<style>a {\n}\n</style>\n\nt", "<style>a {\n}\n</style>\n<p>t</p>\n"),
        Arguments.of("t <textarea>a\n\nb</textarea>", "<p>t <textarea>a\n\nb</textarea></p>\n"),
        Arguments.of("<a\nhref=\"x\">y</a>", "<p><a\nhref=\"x\">y</a></p>\n"),
        Arguments.of("a <!-- note\nwith break --> b", "<p>a <!-- note\nwith break --> b</p>\n"),
        Arguments.of("<!--more-->\n\nx", "<!--more-->\n<p>x</p>\n"),
        Arguments.of("a\n<hr>\nb", "<p>a</p>\n<hr>\n<p>b</p>\n"),
        Arguments.of(
            "<table>\n<tr>\n<td>a\nb</td>\n</tr>\n</table>",
            "<table>\n<tr>\n<td>a<br />\nb</td>\n</tr>\n</table>\n"),
        Arguments.of("5 < 6 and 7 > 3", "<p>5 < 6 and 7 > 3</p>\n"),
        Arguments.of("[code]\na\n\nb\n[/code]\n\nc", "<p>[code]\na\n\nb\n[/code]</p>\n<p>c</p>\n"),
        Arguments.of("<img src=\"a.png\">\n\ntext", "<p><img src=\"a.png\"></p>\n<p>text</p>\n"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void text_gets_its_paragraphs(String source, String expected) {
    assertEquals(expected, Autop.apply(source));
  }

  @Test
  void a_second_pass_changes_nothing() {
    cases()
        .map(c -> Autop.apply(String.valueOf(c.get()[0])))
        .filter(once -> !once.contains("[code]"))
        .forEach(once -> assertEquals(once, Autop.apply(once)));
  }

  @Test
  void a_shortcode_alone_leaves_no_empty_paragraph() {
    String html = Autop.apply("before\n\n[addtoany]\n\nafter\n[addtoany]\nend");
    assertEquals(
        "<p>before</p>\n\n<p>after<br />\n<br />\nend</p>\n",
        new Shortcodes(ShortcodeRules.standard(), ShortcodeExpander.NONE).expand(html).html());
  }
}
