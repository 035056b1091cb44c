package org.quillbox.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.quillbox.base.config.Config;
import org.quillbox.base.config.ConfigSources;
import org.quillbox.base.config.DataDir;
import org.quillbox.base.plug.Call;
import org.quillbox.base.store.Probe;

/** Opens the site a command speaks of, in this process and only while no server runs on it. */
final class Site {
  private Site() {}

  static Config config(Call call) {
    List<ConfigSources.Typed> typed =
        call.settings().stream()
            .map(s -> new ConfigSources.Typed(s.word(), s.assignment()))
            .toList();
    return new ConfigSources(System.getenv())
        .resolve(call.config().map(Path::of).orElse(null), typed);
  }

  /** Runs something with the site and closes it again. */
  static <T> T with(Call call, Function<Quillbox, T> work) {
    Config config = config(call);
    try (DataDir data = DataDir.open(config.dataDir(), call.command());
        Quillbox quillbox = Quillbox.open(config, data, Clock.systemUTC(), Probe.NONE)) {
      return work.apply(quillbox);
    }
  }
}
