package org.quillbox.app;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.quillbox.base.kernel.Actor;
import org.quillbox.box.setup.ImportProgress;
import org.quillbox.box.setup.ImportStarter;

/** Keeps an uploaded export for the command line, and says so. */
final class KeptImports implements ImportStarter, ImportProgress {
  private final AtomicReference<Stage> stage = new AtomicReference<>(new Stage.Idle());

  @Override
  public void start(Path file, Actor by) {
    stage.set(
        new Stage.Failed(
            "The file came whole and is kept as imports/"
                + file.getFileName()
                + " in the data directory. Stop the box and run: quillbox import wxr with that file."));
  }

  @Override
  public Stage now() {
    return stage.get();
  }
}
