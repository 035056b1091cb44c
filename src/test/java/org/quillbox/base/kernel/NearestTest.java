package org.quillbox.base.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN = List.of("http.port", "http.bind", "log.level");

  @ParameterizedTest
  @CsvSource({
    "http.prot, http.port",
    "http.por, http.port",
    "httpport, http.port",
    "loglevel, log.level",
    "http.bin, http.bind",
    "entirely.different, ''"
  })
  void theNameProbablyMeantIsFound(String given, String meant) {
    assertEquals(meant, Nearest.to(given, KNOWN).orElse(""));
  }

  @ParameterizedTest
  @CsvSource({"port, port, 0", "prot, port, 1", "port, ports, 1", "port, part, 1", "'', port, 4"})
  void lettersToChangeAreCounted(String from, String to, int changes) {
    assertEquals(changes, Nearest.distance(from, to));
  }
}
