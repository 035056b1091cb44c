package org.quillbox.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;
import org.quillbox.box.setup.ImportProgress;
import org.quillbox.box.setup.ImportStarter;
import org.quillbox.door.wxr.ImportReport;
import org.quillbox.door.wxr.ReportPrint;
import org.quillbox.door.wxr.WxrImport;

/** Runs the export that was sent through the console, one at a time, beside everything else. */
final class WizardImports implements ImportStarter, ImportProgress {
  private static final System.Logger LOG = System.getLogger(WizardImports.class.getName());

  private final Quillbox quillbox;
  private final AtomicReference<Stage> stage = new AtomicReference<>(new Stage.Idle());

  WizardImports(Quillbox quillbox) {
    this.quillbox = quillbox;
  }

  @Override
  public void start(Path file, Actor by) {
    Stage before = stage.get();
    if (before instanceof Stage.Running
        || !stage.compareAndSet(before, new Stage.Running("Reading the file", 0, 0))) {
      throw new Problem.Conflict(
          "import_running",
          "An import is running already. Wait until it has ended, then send the file again.");
    }
    Thread.ofVirtual().name("import").start(() -> run(file, by));
  }

  private void run(Path file, Actor by) {
    try {
      ImportReport report =
          ImportCommands.importer(quillbox)
              .run(
                  by,
                  file,
                  WxrImport.Options.NONE,
                  (done, total) ->
                      stage.set(new Stage.Running("Posts, pages and pictures", done, total)));
      stage.set(new Stage.Finished(ReportPrint.text(report).lines().toList()));
      Files.deleteIfExists(file);
    } catch (Problem problem) {
      stage.set(new Stage.Failed(problem.getMessage()));
    } catch (IOException | RuntimeException bug) {
      String id = quillbox.randoms().hex(4);
      LOG.log(Level.ERROR, "Import " + id, bug);
      stage.set(
          new Stage.Failed(
              "The import stopped; what came so far stays, and sending the file again goes on from there. The log tells more under "
                  + id
                  + "."));
    }
  }

  @Override
  public Stage now() {
    return stage.get();
  }
}
