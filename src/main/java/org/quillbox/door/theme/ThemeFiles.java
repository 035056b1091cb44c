package org.quillbox.door.theme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What a theme says it consists of: {@code {"styles": [{"file": "css/table.css", "when": ["<table"]}],
 * "templates": [...], "assets": [...], "preload": [...]}}. A style with {@code when} is sent only with pages that
 * contain one of these texts.
 */
record ThemeFiles(
    List<Style> styles, List<String> templates, List<String> assets, List<String> preload) {
  /** One part of the style sheet. */
  record Style(String file, List<String> when) {}

  static ThemeFiles parse(String json) {
    try {
      JsonNode root = JsonMapper.builder().build().readTree(json);
      List<Style> styles = new ArrayList<>();
      root.path("styles")
          .forEach(s -> styles.add(new Style(s.path("file").asText(), texts(s.path("when")))));
      return new ThemeFiles(
          List.copyOf(styles),
          texts(root.path("templates")),
          texts(root.path("assets")),
          texts(root.path("preload")));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("theme.json cannot be read", e);
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> all = new ArrayList<>();
    list.forEach(node -> all.add(node.asText()));
    return List.copyOf(all);
  }
}
