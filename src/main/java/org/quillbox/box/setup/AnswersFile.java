package org.quillbox.box.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quillbox.base.kernel.Nearest;
import org.quillbox.base.kernel.Problem;

/**
 * Reads a file of answers: {@code {title, tagline?, timezone?, permalink_structure?, admin {name, display?,
 * password, email?}}}. It is data and nothing else; an answer nobody asked for is refused by name.
 */
public final class AnswersFile {
  private static final Set<String> SITE =
      Set.of("title", "tagline", "timezone", "permalink_structure", "admin");
  private static final Set<String> ADMIN = Set.of("name", "display", "password", "email");

  private AnswersFile() {}

  /** The answers in a JSON text. */
  public static Answers parse(String json) {
    JsonNode root;
    try {
      root =
          JsonMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build()
              .readTree(json);
    } catch (JsonProcessingException e) {
      throw new Problem.Invalid(
          "answers",
          "The file of answers is not JSON: line "
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + ". Nothing was changed.");
    }
    refuseUnknown(root, SITE, "");
    JsonNode admin = root.path("admin");
    refuseUnknown(admin, ADMIN, "admin.");
    return new Answers(
        text(root, "title", ""),
        text(root, "tagline", ""),
        text(root, "timezone", ""),
        text(root, "permalink_structure", ""),
        text(admin, "name", "admin."),
        text(admin, "display", "admin."),
        text(admin, "password", "admin."),
        text(admin, "email", "admin."));
  }

  private static void refuseUnknown(JsonNode node, Set<String> known, String prefix) {
    if (!node.isObject()) {
      throw new Problem.Invalid(
          prefix.isEmpty() ? "answers" : "admin",
          "The file of answers needs "
              + (prefix.isEmpty() ? "an object {title, admin}" : "\"admin\": {name, password}")
              + ". Nothing was changed.");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!known.contains(field.getKey())) {
        String meant =
            Nearest.to(field.getKey(), new TreeSet<>(known))
                .map(n -> " Did you mean " + prefix + n + "?")
                .orElse("");
        throw new Problem.Invalid(
            prefix + field.getKey(),
            "Nobody asked for \""
                + prefix
                + field.getKey()
                + "\"."
                + meant
                + " Nothing was changed.");
      }
    }
  }

  private static String text(JsonNode node, String name, String prefix) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw new Problem.Invalid(
          prefix + name, "\"" + prefix + name + "\" must be text in quotes. Nothing was changed.");
    }
    return value.textValue();
  }
}
