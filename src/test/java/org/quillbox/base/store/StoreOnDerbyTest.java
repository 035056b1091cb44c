package org.quillbox.base.store;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.quillbox.testing.Databases;

class StoreOnDerbyTest extends StoreContract {
  @TempDir Path folder;

  @Override
  Database open(Clock clock, Probe probe) {
    return Databases.derby(folder, clock, probe);
  }
}
