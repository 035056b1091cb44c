package org.quillbox.box.setup;

import java.nio.file.Path;
import org.quillbox.base.kernel.Actor;

/** Begins to bring in a site from a file and returns at once. Supplied by whoever knows the format. */
@FunctionalInterface
public interface ImportStarter {
  /**
   * @param file an uploaded export in the data directory; it stays there until the starter takes it away
   * @param by who brings the site
   */
  void start(Path file, Actor by);
}
