package org.quillbox.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** The W3C's validator, in this process: errors of a whole HTML document. */
public final class NuValidator {
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
        if (message.path("type").asText().equals("error")) {
          errors.add(
              "line "
                  + message.path("lastLine").asInt()
                  + ": "
                  + message.path("message").asText()
                  + " ("
                  + message.path("extract").asText().replace('\n', ' ')
                  + ")");
        }
      }
      return errors;
    } catch (IOException | SAXException e) {
      throw new AssertionError("The validator did not run", e);
    }
  }
}
