package org.quillbox.app;

import java.util.List;
import org.quillbox.base.plug.Command;

/** Commands that bring a site from elsewhere. */
final class ImportCommands {
  private ImportCommands() {}

  static List<Command> all() {
    return List.of();
  }
}
