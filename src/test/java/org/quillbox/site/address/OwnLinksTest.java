package org.quillbox.site.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnLinksTest {
  private static final Set<String> OWN =
      Set.of("old.example", "www.old.example", "192.168.1.22", "[fe80::1]", "bücher.example");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://old.example/2026/11/a/                          | /2026/11/a/
          https://old.example/2026/11/a/?x=1#y                   | /2026/11/a/?x=1#y
          //old.example/wp-content/uploads/2026/11/a%20b.JPG     | /wp-content/uploads/2026/11/a%20b.JPG
          HTTP://Old.Example/A                                   | /A
          https://old.example:8443/a                             | /a
          https://old.example:/a                                 | /a
          http://old.example                                     | /
          http://old.example.                                    | /
          http://old.example?p=12                                | /?p=12
          http://old.example#top                                 | /#top
          http://www.old.example/a                               | /a
          http://192.168.1.22/a                                  | /a
          http://[FE80::1]:8080/a                                | /a
          https://xn--bcher-kva.example/a                        | /a
          https://BÜCHER.example/a                               | /a
          '  https://old.example/a'                              | /a
          https://old.example//evil.example/x                    | /evil.example/x
          https://old.example/\\evil.example/x                   | /evil.example/x
          https://old.example\\evil.example/x                    | /evil.example/x
          """)
  void an_own_link_becomes_relative(String url, String relative) {
    assertEquals(relative, OwnLinks.relative(url, OWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://old.example/\t/evil.example", "https://old.example/\n\\evil.example"})
  void what_is_left_never_names_another_host(String url) {
    assertEquals("/evil.example", OwnLinks.relative(url, OWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/a",
        "a/b",
        "#x",
        "?p=1",
        "mailto:a@old.example",
        "https://other.example/old.example",
        "https://old.example.evil.example/",
        "https://evil-old.example/",
        "https://sub.old.example/",
        "https://old.example@evil.example/",
        "https://a:b@old.example/",
        "https://old.example:80x/",
        "https://old.example:123456/",
        "ftp://old.example/a",
        "javascript:https://old.example/",
        "https:old.example/",
        "https:/old.example/",
        "http://",
        "//",
        "https://[fe80::2]/",
        "data:text/html,//old.example/",
        "\\\\old.example/a",
        "https://xn--/a"
      })
  void every_other_link_keeps_its_bytes(String url) {
    assertSame(url, OwnLinks.relative(url, OWN));
  }
}
