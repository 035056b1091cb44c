package org.quillbox.app;

import java.util.List;
import org.quillbox.base.http.HttpParts;
import org.quillbox.base.http.JerseyBridge;
import org.quillbox.base.http.Route;
import org.quillbox.box.setup.SetupCode;

/** Builds the console. */
final class ConsoleParts {
  private ConsoleParts() {}

  static JerseyBridge bridge(Quillbox q, HttpParts parts, SetupCode code) {
    throw new UnsupportedOperationException(code.shown() + parts + q);
  }

  static List<Route> routes() {
    return List.of();
  }
}
