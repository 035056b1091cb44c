package org.quillbox.base.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader may follow, and how parts of addresses are spelled. */
class UrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /2026/11/a/            | /2026/11/a/
          ?p=1                   | ?p=1
          #comment-4             | #comment-4
          a/b:c                  | a/b:c
          https://e.example/a b  | https://e.example/a%20b
          HTTP://e.example/      | HTTP://e.example/
          mailto:a@e.example     | mailto:a@e.example
          tel:+44131             | tel:+44131
          //e.example/x          | //e.example/x
          javascript:alert(1)    |
          JaVaScRiPt:alert(1)    |
          vbscript:x             |
          data:text/html,x       |
          blob:x                 |
          file:///etc/passwd     |
          """)
  void only_known_schemes_are_linked(String address, String expected) {
    assertEquals(expected == null ? "" : expected, Url.safe(address));
  }

  @Test
  void what_browsers_skip_hides_no_scheme() {
    assertEquals("", Url.safe("java\tscript:alert(1)"));
    assertEquals("", Url.safe("java\nscript:alert(1)"));
    assertEquals("", Url.safe("\u0001javascript:alert(1)"));
    assertEquals("", Url.safe("  javascript:alert(1)"));
    assertEquals("", Url.safe("javascript\u007f:alert(1)"));
    assertEquals("", Url.safe(null));
  }

  @Test
  void parts_are_percent_encoded_as_utf_8() {
    assertEquals("a-b_c.~", Url.encode("a-b_c.~"));
    assertEquals("%C3%A9%20%2F%3F%26%2B%25", Url.encode("é /?&+%"));
  }
}
