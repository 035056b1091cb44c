package org.quillbox.base.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the data directory needs to know of the machine; tests put their own in its place. */
class Machine {
  /** Number of the user this process runs as. */
  int user() throws IOException {
    // The owner of our own entry under /proc; Java has no call for it.
    Path self = Path.of("/proc/self");
    return Files.exists(self)
        ? (int) Files.getAttribute(self, "unix:uid")
        : (int) Files.getAttribute(Path.of(System.getProperty("user.home")), "unix:uid");
  }

  String userName() {
    return System.getProperty("user.name", "this user");
  }

  /** Bytes this user may still write there. */
  long room(Path dir) throws IOException {
    return Files.getFileStore(dir).getUsableSpace();
  }

  /** The jar we run from, for messages that name a command. */
  String jar() {
    String path = System.getProperty("java.class.path", "");
    return path.endsWith(".jar") && path.indexOf(':') < 0 ? path : "quillbox.jar";
  }
}
