package org.quillbox.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of licences in the jar names what the jar contains, and the texts are there. */
class LicencesTest {
  private static final Path META = Path.of("src/main/resources/META-INF");
  private static final Pattern RESOLVED =
      Pattern.compile(
          "^\\s+([\\w.-]+:[\\w.-]+):jar:([\\w.-]+):(?:compile|runtime)", Pattern.MULTILINE);
  private static final Pattern LISTED =
      Pattern.compile("^([\\w.-]+:[\\w.-]+) +([\\w.-]+) +([\\w.-]+)$", Pattern.MULTILINE);

  @Test
  void eachLibraryInTheJarIsListedWithItsVersion() {
    Set<String> resolved = new TreeSet<>();
    Matcher line = RESOLVED.matcher(Sources.text(Path.of("target/dependencies.txt")));
    while (line.find()) {
      resolved.add(line.group(1) + " " + line.group(2));
    }
    assertTrue(resolved.size() > 20, "the build wrote target/dependencies.txt: " + resolved);
    Set<String> listed =
        rows().stream()
            .map(row -> row.get(0) + " " + row.get(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(String.join("\n", resolved), String.join("\n", listed));
  }

  @Test
  void eachLicenceHasItsText() {
    List<String> texts =
        Sources.files(META.resolve("licenses"), ".txt").stream()
            .map(path -> path.getFileName().toString())
            .toList();
    for (List<String> row : rows()) {
      assertTrue(
          texts.stream().anyMatch(text -> text.startsWith(row.get(2))),
          row + " has its text among " + texts);
    }
    assertTrue(Files.exists(Path.of("LICENSE")));
  }

  private static List<List<String>> rows() {
    return LISTED
        .matcher(Sources.text(META.resolve("THIRD-PARTY.txt")))
        .results()
        .map(row -> List.of(row.group(1), row.group(2), row.group(3)))
        .toList();
  }
}
