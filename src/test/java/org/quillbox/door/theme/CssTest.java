package org.quillbox.door.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The style sheet: smaller without meaning less, and the same in both directions of writing. */
class CssTest {
  private static final Pattern SIDES =
      Pattern.compile(
          "[{;](?:margin|padding|border|inset)-(?:left|right)\\b|[{;](?:left|right):"
              + "|[{;](?:float|text-align|clear|caption-side):(?:left|right)");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a { color : red ; }              | a{color :red}
          a :hover{x:y}                    | a :hover{x:y}
          a:hover > b , c{x:y}             | a:hover>b,c{x:y}
          a /* note */ b{x:y}              | a b{x:y}
          a{w:calc(1px + 2px - 3%)}        | a{w:calc(1px + 2px - 3%)}
          a::after{content:" /* · */ "}    | a::after{content:" /* · */ "}
          a::after{content:"\\" ;  }"}     | a::after{content:"\\" ;  }"}
          @media (min-width: 3rem) {a{b:c}}| @media (min-width:3rem){a{b:c}}
          a{--x: light-dark(#fff, #000);}  | a{--x:light-dark(#fff,#000)}
          :is(a, b) [c="d  e"]{f:g}        | :is(a,b) [c="d  e"]{f:g}
          """)
  void what_is_needless_goes(String css, String small) {
    assertEquals(small, CssMinifier.minify(css));
  }

  @Test
  void no_rule_knows_left_and_right() {
    for (StyleSheet.Part part : Theme.builtIn("journal").styles()) {
      assertTrue(!SIDES.matcher(part.css()).find(), () -> part.css());
    }
  }

  @Test
  void the_whole_style_sheet_stays_small() {
    int bytes = Theme.builtIn("journal").styles().stream().mapToInt(p -> p.css().length()).sum();
    assertTrue(bytes < 40_000, "bytes: " + bytes);
  }

  @Test
  void a_part_comes_when_one_of_its_texts_is_there() {
    StyleSheet sheet =
        new StyleSheet(
            List.of(
                new StyleSheet.Part("a{}", List.of()),
                new StyleSheet.Part("t{}", List.of("<table", "wp-block-table"))));
    assertEquals("a{}", sheet.forPage("<p>", "").css());
    assertEquals("a{}t{}", sheet.forPage("<table>", "").css());
    assertEquals("a{}.r{}", sheet.forPage("<p>", ".r{}").css());
  }
}
