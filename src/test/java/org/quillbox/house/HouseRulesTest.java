package org.quillbox.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture, held against the compiled product, and proof that each rule catches what it forbids. */
class HouseRulesTest {
  private static final Map<String, Function<House, List<String>>> RULES = rules();

  /** Rule, and what the planted house must be caught at: file and line of each violation. */
  private static final Map<String, List<String>> PLANTED =
      Map.of(
          "each package is a room of the table",
          List.of("planted.base.attic", "(Stranger.java:"),
          "a room sees only what the table allows",
          List.of("base.text may not see base.store", "(Paragraphs.java:10)"),
          "the kernel knows the JDK alone",
          List.of("org.jsoup.Jsoup", "(Word.java:9)"),
          "a library stays behind its fence",
          List.of(
              "(Leaks.java:18)", // JDBC
              "(Leaks.java:22)", // chance
              "(Leaks.java:26)", // Jersey outside a resource
              "(Leaks.java:30)", // a process
              "(Leaks.java:34)"), // serialization
          "a call stays behind its fence",
          List.of(
              "(Calls.java:19)", // Instant.now()
              "(Calls.java:23)", // Instant::now
              "(Calls.java:27)", // Clock.systemUTC()
              "(Calls.java:31)", // new Thread
              "(Calls.java:35)", // Executors
              "(Calls.java:39)", // UUID.randomUUID
              "(Calls.java:43)"), // new Html
          "no static state changes",
          List.of("Calls.counter", "Calls.SEEN"),
          "readers read through Reads",
          List.of("Pieces.find(long)", "(FrontPage.java:11)"));

  @TestFactory
  List<DynamicTest> theHouseKeepsItsRules() {
    House house = House.product();
    assertTrue(house.size() > 10, "the product's classes were imported");
    return RULES.entrySet().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.getKey(),
                () -> assertEquals("", String.join("\n", rule.getValue().apply(house)))))
        .toList();
  }

  @TestFactory
  List<DynamicTest> aPlantedViolationIsCaught() {
    House house = House.planted();
    return RULES.entrySet().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.getKey(),
                () -> {
                  String caught = String.join("\n", rule.getValue().apply(house));
                  for (String wanted : PLANTED.getOrDefault(rule.getKey(), List.of("?"))) {
                    assertTrue(
                        caught.contains(wanted), "expected " + wanted + " among:\n" + caught);
                  }
                  assertTrue(!caught.contains("Innocent"), "caught the innocent:\n" + caught);
                }))
        .toList();
  }

  @Test
  void noRoomSeesTheRoofAndNoFloorSeesAHigherOne() {
    Map<String, Integer> floors = new TreeMap<>(Map.of("base", 0, "site", 1, "door", 2, "box", 3));
    for (String from : RoomTable.rooms()) {
      for (String to : RoomTable.rooms()) {
        if (from.equals(to) || !RoomTable.maySee(from, to)) {
          continue;
        }
        assertTrue(!to.equals("app") && !to.equals("launcher"), from + " sees " + to);
        int above = floors.getOrDefault(from.split("\\.")[0], 4);
        int below = floors.getOrDefault(to.split("\\.")[0], 4);
        assertTrue(above >= below, from + " sees the higher " + to);
        assertTrue(!RoomTable.maySee(to, from), from + " and " + to + " see each other");
      }
    }
  }

  private static Map<String, Function<House, List<String>>> rules() {
    Map<String, Function<House, List<String>>> rules = new LinkedHashMap<>();
    rules.put("each package is a room of the table", House::strangers);
    rules.put("a room sees only what the table allows", House::edges);
    rules.put("the kernel knows the JDK alone", House::kernelLibraries);
    rules.put("a library stays behind its fence", House::libraries);
    rules.put("a call stays behind its fence", House::calls);
    rules.put("no static state changes", House::mutableStatics);
    rules.put("readers read through Reads", House::unrecordedReads);
    return rules;
  }
}
