package org.quillbox.door.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WxrLanguageTest {
  private static final String BLOG = "https://a.example";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://a.example/de/visit/ | de
          https://a.example/pt-br/visit/ | pt-br
          https://a.example/visit/ | ''
          https://a.example/de/ | ''
          https://a.example/fr/visit/ | ''
          https://a.example/visit/?lang=fr | fr
          https://a.example/?p=4&lang=pt-BR | pt-br
          """)
  void the_address_tells_the_language(String link, String code) {
    assertEquals(
        code,
        WxrLanguage.of(WxrFiles.item("page", "publish", link), BLOG, Set.of("de", "pt-br")).code());
  }

  @Test
  void a_site_in_a_folder_is_not_taken_for_a_language() {
    assertEquals(
        "de",
        WxrLanguage.prefix("https://a.example/it/de/visit/", "https://a.example/it").orElse(""));
    assertEquals(
        "", WxrLanguage.prefix("https://a.example/it/visit/", "https://a.example/it").orElse(""));
  }

  @Test
  void twins_with_one_slug_are_told_apart_and_kept_together() {
    List<WxrPart.Item> items = WxrFiles.items("mill-house.xml");
    List<WxrLanguage> twins =
        items.stream()
            .filter(i -> i.slug().equals("opening-hours"))
            .map(i -> WxrLanguage.of(i, BLOG, Set.of()))
            .toList();
    assertEquals(
        List.of(new WxrLanguage("en", "g-hours"), new WxrLanguage("de", "g-hours")), twins);
    List<String> byAddress =
        items.stream()
            .filter(i -> i.slug().equals("visit"))
            .map(i -> WxrLanguage.of(i, "https://mill-house.example", Set.of("de")).code())
            .toList();
    assertEquals(List.of("de", ""), byAddress);
  }
}
