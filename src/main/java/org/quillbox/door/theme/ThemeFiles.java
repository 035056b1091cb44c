package org.quillbox.door.theme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** What a theme says it consists of: {@code {"style": "journal.css", "templates": [...], "assets": [...]}}. */
record ThemeFiles(String style, List<String> templates, List<String> assets) {
  static ThemeFiles parse(String json) {
    try {
      JsonNode root = JsonMapper.builder().build().readTree(json);
      return new ThemeFiles(root.path("style").asText(), texts(root.path("templates")), texts(root.path("assets")));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("theme.json cannot be read", e);
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> all = new ArrayList<>();
    list.forEach(node -> all.add(node.asText()));
    return all;
  }
}
