package org.quillbox.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths, comments and package descriptions of src/main. */
class SourceRulesTest {
  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_METHOD = 60;

  /** Files and methods that may be longer, each with its reason. */
  private static final Map<String, String> LONGER_WITH_REASON = Map.of();

  private static final Pattern MARK = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
  private static final Pattern DESCRIBED =
      Pattern.compile("(?s)/\\*\\*(?<words>.*?)\\*/\\s*@NullMarked\\s+package ");

  @Test
  void noFileIsLongerThan400Lines() {
    assertEquals(List.of(), tooLong(Sources.fileLengths(Sources.MAIN), LONGEST_FILE));
  }

  @Test
  void noMethodIsLongerThan60Lines() {
    assertEquals(List.of(), tooLong(Sources.methodLengths(Sources.MAIN), LONGEST_METHOD));
  }

  @Test
  void theTwentyLongestArePrinted() {
    System.out.println("Longest files:");
    print(Sources.fileLengths(Sources.MAIN));
    System.out.println("Longest methods:");
    print(Sources.methodLengths(Sources.MAIN));
    List<Sources.Length> here = Sources.methodLengths(Path.of("src/test/java/org/quillbox/house"));
    assertTrue(
        here.stream()
            .anyMatch(one -> one.name().equals("SourceRulesTest.java#print") && one.lines() == 6),
        () -> "methods are measured: " + here);
  }

  @Test
  void eachExceptionIsStillNeeded() {
    List<Sources.Length> all = new ArrayList<>(Sources.fileLengths(Sources.MAIN));
    all.addAll(Sources.methodLengths(Sources.MAIN));
    for (String name : LONGER_WITH_REASON.keySet()) {
      int most = name.contains("#") ? LONGEST_METHOD : LONGEST_FILE;
      assertTrue(
          all.stream().anyMatch(one -> one.name().equals(name) && one.lines() > most),
          name + " is short enough by now or gone: take it off the list");
    }
  }

  @Test
  void nothingIsLeftForLater() {
    List<String> found = new ArrayList<>();
    for (Path file : Sources.files(Path.of("src/main"), "")) {
      if (!file.toString().matches(".*\\.(java|vm|sql|css|js|json|properties|txt|md|html|xml)")) {
        continue;
      }
      String[] lines = Sources.text(file).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (MARK.matcher(lines[i]).find()) {
          found.add(file + ":" + (i + 1) + " " + lines[i].strip());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void noCodeStandsInComments() {
    List<String> found = new ArrayList<>();
    for (Path file : Sources.files(Path.of("src/main"), ".java")) {
      for (Sources.Comment comment : Sources.comments(Sources.text(file))) {
        comment
            .text()
            .lines()
            .filter(Sources::looksLikeCode)
            .forEach(line -> found.add(file + ":" + comment.line() + " " + line.strip()));
      }
    }
    assertEquals(List.of(), found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    int n = count(all);",
        "return null;",
        "if (ready) {",
        "import java.util.List;",
        "public void close() {",
        "}",
        "} else {",
        "store.close();"
      })
  void codeInAComment_IsRecognized(String line) {
    assertTrue(Sources.looksLikeCode(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " A range reader waits for an uncommitted insert (measured: 40XL1 after 5 s):",
        " The head row's lock makes order equal commit order; a rollback leaves no gap.",
        " e.g. row:post:12",
        " No stack trace: a problem is an answer, and answers are cheap."
      })
  void proseInAComment_IsLeftAlone(String line) {
    assertFalse(Sources.looksLikeCode(line));
  }

  @Test
  void commentsAreFoundAndStringsAreNot() {
    String source =
        "String a = \"// no\";\nchar b = '\"'; // yes\n/* and\n this */ /** not this */\n"
            + "String c = \"\"\"\n // no\n \"\"\";\n// last";
    assertEquals(
        List.of(
            new Sources.Comment(2, " yes"),
            new Sources.Comment(3, " and\n this "),
            new Sources.Comment(8, " last")),
        Sources.comments(source));
  }

  @Test
  void eachPackageSaysWhatItIsForAndIsNullMarked() {
    List<String> found = new ArrayList<>();
    List<Path> rooms =
        Sources.files(Sources.MAIN, ".java").stream().map(Path::getParent).distinct().toList();
    for (Path room : rooms) {
      Path info = room.resolve("package-info.java");
      if (!Files.exists(info)) {
        found.add(info + " is missing");
        continue;
      }
      Matcher described = DESCRIBED.matcher(Sources.text(info));
      if (!described.find() || described.group("words").strip().length() < 60) {
        found.add(info + " needs a description and @NullMarked");
      }
    }
    assertEquals(List.of(), found);
  }

  private static List<String> tooLong(List<Sources.Length> lengths, int most) {
    return lengths.stream()
        .filter(one -> one.lines() > most && !LONGER_WITH_REASON.containsKey(one.name()))
        .map(one -> one.name() + " has " + one.lines() + " lines, " + most + " are allowed")
        .toList();
  }

  private static void print(List<Sources.Length> lengths) {
    lengths.stream()
        .sorted(Comparator.comparingInt(Sources.Length::lines).reversed())
        .limit(20)
        .forEach(one -> System.out.printf("%6d %s%n", one.lines(), one.name()));
  }
}
