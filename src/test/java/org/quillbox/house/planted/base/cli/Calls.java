package org.quillbox.house.planted.base.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.quillbox.house.planted.base.kernel.Html;

/** Calls what is fenced; the house test names the lines. */
final class Calls {
  static int counter;
  static final ConcurrentHashMap<String, String> SEEN = new ConcurrentHashMap<>();

  private Calls() {}

  static Instant now() {
    return Instant.now();
  }

  static Supplier<Instant> later() {
    return Instant::now;
  }

  static Clock clock() {
    return Clock.systemUTC();
  }

  static Thread thread() {
    return new Thread(() -> counter++);
  }

  static void executor() {
    Executors.newVirtualThreadPerTaskExecutor().close();
  }

  static UUID chance() {
    return UUID.randomUUID();
  }

  static Html html(String anything) {
    return new Html(anything);
  }
}
