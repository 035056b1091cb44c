package org.quillbox.base.store;

import java.time.Clock;
import org.quillbox.testing.Databases;

class StoreOnPostgresTest extends StoreContract {
  @Override
  Database open(Clock clock, Probe probe) {
    return Databases.postgres(clock, probe);
  }
}
