package org.quillbox.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** The W3C's validator, in this process: errors of a whole HTML document. */
public final class NuValidator {
  /** What its check of styles, older than they are, takes for mistakes: container queries and their units. */
  private static final Pattern NEWER_CSS =
      Pattern.compile(
          "CSS: (?:Unrecognized at-rule “@container”|“container”: Property"
              + "|“size-adjust”: Property|“[a-z-]+”: (?:Unknown dimension|Parse Error)\\. \\(.*\\dcqi).*");

  private NuValidator() {}

  /** Each error as "line N: message (extract)"; warnings and notes are left out. */
  public static List<String> errors(String html) {
    try {
      EmbeddedValidator validator = new EmbeddedValidator();
      validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
      validator.setForceHTML(true);
      validator.setNoLangDetect(true);
      String said =
          validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
      List<String> errors = new ArrayList<>();
      for (JsonNode message : new ObjectMapper().readTree(said).path("messages")) {
        String text =
            message.path("message").asText()
                + " ("
                + message.path("extract").asText().replace('\n', ' ')
                + ")";
        if (message.path("type").asText().equals("error") && !NEWER_CSS.matcher(text).matches()) {
          errors.add("line " + message.path("lastLine").asInt() + ": " + text);
        }
      }
      return errors;
    } catch (IOException | SAXException e) {
      throw new AssertionError("The validator did not run", e);
    }
  }
}
