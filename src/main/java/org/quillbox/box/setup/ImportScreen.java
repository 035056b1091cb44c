package org.quillbox.box.setup;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.console.Console;
import org.quillbox.base.console.Field;
import org.quillbox.base.console.FormState;
import org.quillbox.base.console.Notice;
import org.quillbox.base.console.Page;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.Requires;
import org.quillbox.base.http.SafeRedirect;
import org.quillbox.base.http.TakesUpload;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.plug.Screen;

/** Brings a site from a file, and shows how far that is; the page asks again by itself while it runs. */
@Path("/console/import")
public final class ImportScreen implements Screen {
  static final String PATH = "/console/import";

  private static final String TEMPLATE = "org/quillbox/box/setup/import.vm";
  private static final String AGAIN_SECONDS = "2";

  private final Console console;
  private final ImportFolder folder;
  private final ImportStarter starter;
  private final ImportProgress progress;

  ImportScreen(
      Console console, ImportFolder folder, ImportStarter starter, ImportProgress progress) {
    this.console = console;
    this.folder = folder;
    this.starter = starter;
    this.progress = progress;
  }

  @GET
  @Requires(Capability.IMPORT)
  public Reply show(@Context Inbound in, @Context Actor actor) {
    return switch (progress.now()) {
      case ImportProgress.Stage.Idle _ -> draw(in, actor, 200, null, List.of(), FormState.blank());
      case ImportProgress.Stage.Running running ->
          draw(in, actor, 200, running, List.of(), FormState.blank())
              .with("Refresh", AGAIN_SECONDS);
      case ImportProgress.Stage.Finished finished ->
          draw(
              in,
              actor,
              200,
              finished,
              List.of(Notice.good("The site is here.", "The report is below.")),
              FormState.blank());
      case ImportProgress.Stage.Failed failed ->
          draw(
              in,
              actor,
              200,
              null,
              List.of(
                  Notice.bad(
                      "The import ended early. What was brought in stays.", failed.sentence())),
              FormState.blank());
    };
  }

  @POST
  @Requires(Capability.IMPORT)
  @TakesUpload
  public Reply bring(@Context Inbound in, @Context Actor actor) {
    boolean running = progress.now() instanceof ImportProgress.Stage.Running;
    Upload upload = Upload.receive(in, folder, _ -> !running);
    if (running) {
      throw new Problem.Conflict(
          "import_running", "A site is being brought in already. Wait until that is done.");
    }
    Problem refused = upload.refused();
    if (refused != null) {
      return draw(
          in,
          actor,
          refused.status(),
          null,
          List.of(Notice.bad("Nothing was brought in.", refused.getMessage())),
          FormState.blank());
    }
    java.nio.file.Path file = upload.handOver();
    if (file == null) {
      FormState marked = FormState.blank().problem("file", "Choose the file you exported.");
      return draw(
          in,
          actor,
          400,
          null,
          List.of(Notice.refused("Nothing was brought in.", marked, List.of(field(marked)))),
          marked);
    }
    starter.start(file, actor);
    return Reply.seeOther(SafeRedirect.local(PATH));
  }

  private Field field(FormState state) {
    return SetupScreen.file(folder).filled(state);
  }

  private Reply draw(
      Inbound in,
      Actor actor,
      int status,
      ImportProgress.@Nullable Stage stage,
      List<Notice> notices,
      FormState state) {
    ImportView view =
        switch (stage) {
          case ImportProgress.Stage.Running r -> ImportView.running(r);
          case ImportProgress.Stage.Finished f -> new ImportView(false, "", "", 0, 0, f.report());
          case null -> ImportView.NOTHING;
          case ImportProgress.Stage.Idle _ -> ImportView.NOTHING;
          case ImportProgress.Stage.Failed _ -> ImportView.NOTHING;
        };
    return console
        .sheet(in, actor)
        .page(
            status,
            Page.of(view.runs() ? "Bringing in a site" : "Bring a site", PATH).notices(notices),
            TEMPLATE,
            Map.of("view", view, "action", PATH, "file", field(state)));
  }

  /**
   * What the page shows.
   *
   * @param head the big number
   */
  record ImportView(
      boolean runs, String head, String step, long done, long total, List<String> report) {
    static final ImportView NOTHING = new ImportView(false, "", "", 0, 0, List.of());

    static ImportView running(ImportProgress.Stage.Running now) {
      boolean known = now.total() > 0;
      long percent = known ? Math.min(100, now.done() * 100 / now.total()) : 0;
      return new ImportView(
          true,
          known ? percent + "%" : Long.toString(now.done()),
          now.step(),
          now.done(),
          now.total(),
          List.of());
    }
  }
}
