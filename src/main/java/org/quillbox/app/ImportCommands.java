package org.quillbox.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.plug.Call;
import org.quillbox.base.plug.Command;
import org.quillbox.base.plug.Command.Outcome;
import org.quillbox.door.wxr.ImportReport;
import org.quillbox.door.wxr.ReportPrint;
import org.quillbox.door.wxr.WxrImport;

/** Commands that bring a site from elsewhere. */
final class ImportCommands {
  private ImportCommands() {}

  static List<Command> all() {
    return List.of(
        Command.of("import wxr", "Bring a site out of a WordPress export", ImportCommands::wxr)
            .with("FILE", "the export, an .xml file")
            .option("uploads", "DIR", "a copy of wp-content/uploads, for the files of attachments")
            .flag("members", "the site had members: everything arrives private"));
  }

  private static Outcome wxr(Call call) {
    Path file = Path.of(call.argument("FILE"));
    WxrImport.Options options =
        new WxrImport.Options(call.option("uploads").map(Path::of), call.has("members"));
    return Site.with(
        call,
        q -> {
          ImportReport report =
              importer(q).run(Actor.box(), file, options, new Ticker(call, q.clock()));
          if (call.json()) {
            call.fields(fields(ReportPrint.json(report)));
          } else {
            ReportPrint.text(report).lines().forEach(call::say);
          }
          return Outcome.OK;
        });
  }

  /** The importer of a site, for the command and the wizard. */
  static WxrImport importer(Quillbox q) {
    return new WxrImport(
        q.db(),
        q.people(),
        q.terms(),
        q.imports(),
        q.comments(),
        q.settings(),
        q.data().media(),
        q.clock());
  }

  private static Map<String, Object> fields(String json) {
    try {
      return new ObjectMapper().readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says how far the run is, at most once a second. */
  private static final class Ticker implements WxrImport.Progress {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Call call;
    private final Clock clock;
    private Instant next = Instant.MIN;

    private Ticker(Call call, Clock clock) {
      this.call = call;
      this.clock = clock;
    }

    @Override
    public void at(long done, long total) {
      Instant now = clock.instant();
      if (!now.isBefore(next)) {
        next = now.plus(PAUSE);
        call.note(done + " of " + total + " items");
      }
    }
  }
}
