package org.quillbox.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quillbox.base.config.Config;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.plug.Call;
import org.quillbox.base.plug.Command;
import org.quillbox.base.plug.Command.Outcome;
import org.quillbox.base.store.Probe;
import org.quillbox.box.setup.AnswersFile;
import org.quillbox.box.setup.SetupCode;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.EntryType;
import org.quillbox.site.content.Scope;
import org.quillbox.site.people.Person;

/** The commands there are; each calls one verb of a service. */
final class Commands {
  private Commands() {}

  static List<Command> all() {
    List<Command> all = new ArrayList<>();
    all.add(
        Command.of("serve", "Start the site and answer until SIGTERM", Commands::serve)
            .option("port", "N", "port to answer on (8080)")
            .option("bind", "ADDRESS", "the one address to listen on (all of them)"));
    all.add(
        Command.of("setup", "Make the site from a file of answers", Commands::setup)
            .option(
                "answers",
                "FILE",
                "JSON: {title, tagline?, timezone?, permalink_structure?, admin {name, display?, password, email?}}"));
    all.add(Command.of("status", "Say how the site is", Commands::status));
    all.add(Command.of("version", "Print the version", Commands::version));
    all.add(
        Command.of(
            "config show",
            "Print the settings of this machine and where they come from",
            Commands::configShow));
    all.add(
        Command.of(
            "config check",
            "Say whether the settings of this machine can be used",
            Commands::configCheck));
    all.add(Command.of("settings list", "Print all settings of the site", Commands::settingsList));
    all.add(
        Command.of("settings get", "Print one setting of the site", Commands::settingsGet)
            .with("NAME", "WordPress's name of the option"));
    all.add(
        Command.of("settings set", "Change one setting of the site", Commands::settingsSet)
            .with("NAME", "WordPress's name of the option")
            .with("VALUE", "its new value"));
    all.add(Command.of("user list", "Print who has an account", Commands::userList));
    all.add(
        Command.of("user reset", "Give somebody a new password and print it", Commands::userReset)
            .with("NAME", "sign-in name"));
    all.add(
        Command.of(
                "user app-password",
                "Make a password for one program and print it",
                Commands::userAppPassword)
            .with("NAME", "sign-in name")
            .option("label", "TEXT", "what the password is for"));
    all.add(Command.of("post list", "Print the newest posts", Commands::postList));
    all.add(
        Command.of("post publish", "Publish a post or page now", Commands::postPublish)
            .with("ID", "its number"));
    all.add(
        Command.of(
            "routes",
            "Print every address the console and the programs' doors answer",
            Commands::routes));
    all.addAll(ImportCommands.all());
    return List.copyOf(all);
  }

  private static Outcome serve(Call call) throws InterruptedException {
    Config config = Site.config(call);
    try (Boot boot = Boot.start(config, Clock.systemUTC(), Probe.NONE)) {
      Thread main = Thread.currentThread();
      Thread stop = new Thread(() -> endOf(main), "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      call.say("Quillbox answers at http://localhost:" + boot.port() + "/");
      SetupCode code = boot.code();
      if (code != null) {
        call.say(
            "Set it up at http://localhost:"
                + boot.port()
                + "/setup with the code "
                + code.shown());
      }
      Thread.sleep(java.time.Duration.ofDays(100_000));
      return Outcome.OK;
    } catch (InterruptedException e) {
      // SIGTERM: everything is closed by now.
      return Outcome.OK;
    }
  }

  /** Interrupts the serving thread and waits until it has closed everything. */
  private static void endOf(Thread main) {
    main.interrupt();
    try {
      main.join(java.time.Duration.ofSeconds(14));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Outcome setup(Call call) throws IOException {
    String file =
        call.option("answers")
            .orElseThrow(() ->
                new Problem.Invalid(
                    "answers", "Name the file of answers: quillbox setup --answers FILE."));
    String json = read(Path.of(file));
    return Site.with(
        call,
        q -> {
          Person admin = q.setup().complete(AnswersFile.parse(json));
          try {
            Files.deleteIfExists(q.data().root().resolve("setup-code"));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
          call.say(
              "The site is set up. " + admin.displayName() + " signs in as " + admin.login() + ".");
          return Outcome.OK;
        });
  }

  static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new Problem.Invalid(
          "file", "There is no file " + file + ". Check the name and run it again.");
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new Problem.Invalid(
          "file", file + " is not UTF-8 text. Save it as UTF-8 and run it again.");
    }
  }

  private static Outcome status(Call call) {
    return Site.with(
        call,
        q -> {
          Reads reads = Reads.untracked(Actor.box());
          Map<String, Object> fields = new LinkedHashMap<>();
          fields.put("state", q.setup().isDone() ? "ready" : "waiting to be set up");
          fields.put("posts", q.catalogue().count(reads, new Scope.All()));
          fields.put("change", q.db().changes().applied());
          call.fields(fields);
          return Outcome.OK;
        });
  }

  private static Outcome version(Call call) {
    String version = Commands.class.getPackage().getImplementationVersion();
    call.fields(Map.of("version", version == null ? "development" : version));
    return Outcome.OK;
  }

  private static Outcome configShow(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    for (Config.Entry e : Site.config(call).entries()) {
      rows.add(List.of(e.key(), e.value(), e.origin()));
    }
    call.table(List.of("key", "value", "from"), rows);
    return Outcome.OK;
  }

  private static Outcome configCheck(Call call) {
    Site.config(call);
    call.say("The settings of this machine can be used.");
    return Outcome.OK;
  }

  private static Outcome settingsList(Call call) {
    return Site.with(
        call,
        q -> {
          call.fields(q.settings().all(Reads.untracked(Actor.box())));
          return Outcome.OK;
        });
  }

  private static Outcome settingsGet(Call call) {
    return Site.with(
        call,
        q -> {
          String name = call.argument("NAME");
          String value = q.settings().all(Reads.untracked(Actor.box())).get(name);
          if (value == null) {
            throw new Problem.NotFound(
                "option", "There is no option " + name + ". See: quillbox settings list.");
          }
          if (call.json()) {
            call.fields(Map.of(name, value));
          } else {
            call.say(value);
          }
          return Outcome.OK;
        });
  }

  private static Outcome settingsSet(Call call) {
    return Site.with(
        call,
        q -> {
          q.settings().save(Actor.box(), Map.of(call.argument("NAME"), call.argument("VALUE")));
          return Outcome.OK;
        });
  }

  private static Outcome userList(Call call) {
    return Site.with(
        call,
        q -> {
          List<List<Object>> rows = new ArrayList<>();
          for (Person p : q.people().list(Reads.untracked(Actor.box()))) {
            rows.add(List.of(p.id(), p.login(), p.displayName(), p.role().wire()));
          }
          call.table(List.of("id", "name", "public name", "role"), rows);
          return Outcome.OK;
        });
  }

  private static Outcome userReset(Call call) {
    return Site.with(
        call,
        q -> {
          Person person = q.people().byName(Actor.box(), call.argument("NAME"));
          String password = spelled(q.randoms().code(20));
          q.people().setPassword(Actor.box(), person.id(), password);
          call.note("The new password of " + person.login() + ". All its sessions ended.");
          call.say(password);
          return Outcome.OK;
        });
  }

  private static Outcome userAppPassword(Call call) {
    return Site.with(
        call,
        q -> {
          String label =
              call.option("label")
                  .orElseThrow(() ->
                      new Problem.Invalid(
                          "label", "Say what the password is for: --label \"My phone\"."));
          Person person = q.people().byName(Actor.box(), call.argument("NAME"));
          call.note(
              "A password for one program, shown once. It works for programs, never for signing in.");
          call.say(q.appPasswords().add(Actor.box(), person, label));
          return Outcome.OK;
        });
  }

  private static Outcome postList(Call call) {
    return Site.with(
        call,
        q -> {
          List<List<Object>> rows = new ArrayList<>();
          for (Entry e :
              q.entries().desk(Reads.untracked(Actor.box()), EntryType.POST, 1, 100).items()) {
            rows.add(
                List.of(e.id(), e.status().wire(), String.valueOf(e.publishedLocal()), e.title()));
          }
          call.table(List.of("id", "status", "date", "title"), rows);
          return Outcome.OK;
        });
  }

  private static Outcome postPublish(Call call) {
    long id = number(call.argument("ID"));
    return Site.with(
        call,
        q -> {
          Entry entry = q.posts().publish(Actor.box(), id);
          call.say("Published: " + entry.title());
          return Outcome.OK;
        });
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Problem.Invalid("ID", "\"" + text + "\" is no number. See: quillbox post list.");
    }
  }

  private static Outcome routes(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    ConsoleParts.routes()
        .forEach(r ->
            rows.add(
                List.of(r.verb(), r.path(), r.requires().map(c -> c.wire()).orElse("everybody"))));
    call.table(List.of("method", "path", "needs"), rows);
    return Outcome.OK;
  }

  private static String spelled(String code) {
    return code.replaceAll("(.{5})(?!$)", "$1-").toLowerCase(java.util.Locale.ROOT);
  }
}
