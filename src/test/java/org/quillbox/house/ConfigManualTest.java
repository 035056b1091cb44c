package org.quillbox.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quillbox.base.config.ConfigKey;

/** The manual of machine settings says what the code does. */
class ConfigManualTest {
  private static final Path MANUAL = Path.of("src/main/resources/defaults.properties");

  /** One paragraph of the manual: its prose, its line of facts, its key and default. */
  private record Paragraph(String prose, String facts, String key, String fallback) {}

  @Test
  void eachKeyHasItsParagraphInTheSameOrderWithTheSameFacts() {
    List<String> code =
        ConfigKey.all().stream()
            .map(key ->
                key.name()
                    + " = "
                    + key.fallback()
                    + " # type: "
                    + key.type().label()
                    + " | since: "
                    + key.since()
                    + " | restart: "
                    + (key.restart() ? "yes" : "no")
                    + " | secret: "
                    + (key.secret() ? "yes" : "no"))
            .toList();
    List<String> manual =
        paragraphs().stream()
            .map(one -> one.key() + " = " + one.fallback() + " # " + one.facts())
            .toList();
    assertEquals(String.join("\n", code), String.join("\n", manual));
  }

  @Test
  void eachKeyIsExplainedInWholeSentences() {
    for (Paragraph one : paragraphs()) {
      assertTrue(one.prose().length() >= 40, one.key() + " is explained: " + one.prose());
      assertTrue(one.prose().strip().endsWith("."), one.key() + " ends with a full stop");
    }
  }

  @Test
  void eachDefaultCanBeRead() {
    for (ConfigKey<?> key : ConfigKey.all()) {
      assertNotNull(key.type().parse().apply(key.fallback()), key.name());
    }
  }

  private static List<Paragraph> paragraphs() {
    List<Paragraph> found = new ArrayList<>();
    StringBuilder prose = new StringBuilder();
    String facts = "";
    for (String line : Sources.text(MANUAL).split("\n", -1)) {
      if (line.startsWith("# type: ")) {
        facts = line.substring(2);
      } else if (line.startsWith("#")) {
        prose.append(line.substring(1));
      } else if (line.contains("=")) {
        String[] pair = line.split("=", 2);
        found.add(new Paragraph(prose.toString().strip(), facts, pair[0].strip(), pair[1].strip()));
        facts = "";
      } else {
        prose.setLength(0);
      }
    }
    return found;
  }
}
