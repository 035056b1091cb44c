package org.quillbox.site.address;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AmbiguityTest {
  /** A row: what decides, the structure, the address, and all it may mean in order. */
  record Row(int line, String decides, String structure, String address, String expected) {
    @Override
    public String toString() {
      return "line " + line + ": " + address + " under " + structure;
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void an_address_means_these_things_in_this_order(Row row) {
    List<PathReader.Read> read = read(row);
    assertEquals(
        row.expected(),
        read.stream().map(r -> CandidateText.of(r.candidate())).collect(Collectors.joining(" | ")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_row_that_a_line_is_about_takes_part(Row row) {
    if (!row.decides().equals("-")) {
      Reading reading = Reading.valueOf(row.decides());
      assertEquals(
          1, read(row).stream().filter(r -> r.by() == reading).limit(1).count(), row.toString());
    }
  }

  @Test
  void every_row_of_the_table_of_ambiguities_has_a_line() {
    Set<Reading> seen = EnumSet.noneOf(Reading.class);
    rows()
        .filter(row -> !row.decides().equals("-"))
        .forEach(row -> seen.add(Reading.valueOf(row.decides())));
    assertEquals(EnumSet.allOf(Reading.class), seen);
  }

  @Test
  void an_address_that_can_name_nothing_has_no_meaning() {
    Addresses addresses = new Addresses(PermalinkStructure.DEFAULT);
    List<Executable> all = new ArrayList<>();
    for (String path :
        List.of(
            "",
            "relative/",
            "/a%2fb/",
            "/a%5cb/",
            "/a%00b/",
            "/a%0ab/",
            "/%zz/",
            "/%e3%81/",
            "/%c0%ae/",
            "/a/../b/",
            "/%2e%2e/",
            "/" + "a/".repeat(41),
            "/" + "a".repeat(5000))) {
      all.add(() -> assertEquals(List.of(), addresses.candidates(path, Map.of()), path));
    }
    assertAll(all);
  }

  private static List<PathReader.Read> read(Row row) {
    int mark = row.address().indexOf('?');
    String path = mark < 0 ? row.address() : row.address().substring(0, mark);
    Map<String, List<String>> query =
        mark < 0 ? Map.of() : ListedQuery.parse(row.address().substring(mark + 1));
    return structure(row.structure()).readings(path, query);
  }

  private static Addresses structure(String text) {
    if (text.equals("plain")) {
      return new Addresses(PermalinkStructure.of(""));
    }
    String[] parts = text.split(" ", -1);
    return new Addresses(
        new PermalinkStructure(
            parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : ""));
  }

  static Stream<Row> rows() {
    List<Row> out = new ArrayList<>();
    try (InputStream in = AmbiguityTest.class.getResourceAsStream("ambiguity.tsv")) {
      assertNotNull(in);
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int n = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        n++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t+", -1);
        assertEquals(4, cells.length, "line " + n);
        out.add(new Row(n, cells[0], cells[1], cells[2], cells[3]));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.stream();
  }
}
