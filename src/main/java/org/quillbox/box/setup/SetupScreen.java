package org.quillbox.box.setup;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.console.Console;
import org.quillbox.base.console.DoorPage;
import org.quillbox.base.console.Field;
import org.quillbox.base.console.FormState;
import org.quillbox.base.console.Notice;
import org.quillbox.base.http.Form;
import org.quillbox.base.http.FormTickets;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.ProblemPages;
import org.quillbox.base.http.Public;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.SafeRedirect;
import org.quillbox.base.http.TakesUpload;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.plug.Screen;
import org.quillbox.site.people.Doorkeeper;
import org.quillbox.site.people.Person;

/**
 * The wizard: the code of the box, then the site and its owner, then a new site or one that is brought. Answers
 * travel from step to step in the page, so that nothing is stored before the last; the steps after the first are
 * open to browsers that gave the code. Once an administrator exists there is no wizard any more.
 */
@Path("/setup")
public final class SetupScreen implements Screen {
  private static final String FOLDER = "org/quillbox/box/setup/";
  private static final int STEPS = 3;

  /** Fields of the wizard itself; everything else is an answer and travels along. */
  private static final List<String> OWN =
      List.of("_qb", FormTickets.FIELD, "step", "code", "start", "file");

  private final Console console;
  private final ProblemPages problems;
  private final Setup setup;
  private final SetupCode code;
  private final SetupProofs proofs;
  private final Doorkeeper doorkeeper;
  private final ImportFolder folder;
  private final ImportStarter starter;
  private final Runnable claimed;

  /**
   * @param claimed what happens when the site has an owner: readers are let in
   */
  SetupScreen(
      Console console,
      ProblemPages problems,
      Setup setup,
      SetupCode code,
      SetupProofs proofs,
      Doorkeeper doorkeeper,
      ImportFolder folder,
      ImportStarter starter,
      Runnable claimed) {
    this.console = console;
    this.problems = problems;
    this.setup = setup;
    this.code = code;
    this.proofs = proofs;
    this.doorkeeper = doorkeeper;
    this.folder = folder;
    this.starter = starter;
    this.claimed = claimed;
  }

  @GET
  @Public
  public Reply show(@Context Inbound in) {
    if (setup.isDone()) {
      return finished();
    }
    return proofs.has(in)
        ? owner(in, 200, FormState.blank(), List.of())
        : ask(in, 200, FormState.blank(), List.of());
  }

  @POST
  @Public
  @TakesUpload
  public Reply answer(@Context Inbound in) {
    if (setup.isDone()) {
      return finished();
    }
    boolean proven = proofs.has(in);
    Upload upload = Upload.receive(in, folder, soFar -> proven && isImport(soFar));
    FormState typed = FormState.typed(upload.fields().values());
    try {
      if (typed.value("step").equals("code")) {
        return code(in, typed);
      }
      if (!proven) {
        return ask(
            in,
            403,
            typed,
            List.of(Notice.warn("The code comes first.", "What you typed is kept in this page.")));
      }
      return typed.value("step").equals("start")
          ? start(in, typed, upload)
          : checkedOwner(in, typed);
    } finally {
      // What was not handed over is of no use to anybody.
      upload.drop();
    }
  }

  private Reply finished() {
    return problems.say(
        404,
        "This site is set up already.",
        "Set-up happens once. Sign in with the name and password that were chosen then.",
        Doorkeeper.PATH,
        "Sign in");
  }

  private static boolean isImport(Form form) {
    return form.text("step").equals("start") && form.text("start").equals("import");
  }

  private Reply code(Inbound in, FormState typed) {
    try {
      code.check(typed.value("code"));
    } catch (Problem.Invalid wrong) {
      FormState marked = typed.problem("code", wrong.getMessage());
      return ask(in, wrong.status(), marked, List.of());
    } catch (Problem.TooMany closed) {
      FormState marked = typed.problem("code", closed.getMessage());
      return Console.waiting(ask(in, closed.status(), marked, List.of()), closed);
    }
    String proof = proofs.issue(in);
    FormState answers = answers(typed);
    return answers.hidden().isEmpty()
        ? Reply.seeOther(SafeRedirect.local("/setup")).cookie(proof).noStore()
        : owner(in, 200, answers, List.of()).cookie(proof);
  }

  private Reply checkedOwner(Inbound in, FormState typed) {
    FormState state = typed.problems(setup.objections(answersOf(typed)));
    return state.isRefused() ? refused(in, state) : last(in, 200, typed, false, List.of());
  }

  private Reply refused(Inbound in, FormState state) {
    Notice why =
        Notice.refused(
            "Not yet. Nothing was set up, and what you typed is below.", state, fields(state));
    return owner(in, 400, state, List.of(why));
  }

  private Reply start(Inbound in, FormState typed, Upload upload) {
    FormState state = typed.problems(setup.objections(answersOf(typed)));
    if (state.isRefused()) {
      return refused(in, state);
    }
    boolean bring = typed.value("start").equals("import");
    Problem refused = upload.refused();
    if (bring && refused != null) {
      return last(in, refused.status(), typed, true, List.of(notYet(refused.getMessage())));
    }
    if (bring && upload.file() == null) {
      FormState marked = typed.problem("file", "Choose the file, or start with a new site.");
      return last(in, 400, marked, true, List.of(notYet("No file came with the form.")));
    }
    return console
        .tickets()
        .once(in, Form.of(valuesOf(typed)), () -> complete(in, typed, bring ? upload : null));
  }

  private static Map<String, List<String>> valuesOf(FormState typed) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    typed
        .hidden()
        .forEach(
            one -> values.computeIfAbsent(one.name(), _ -> new ArrayList<>()).add(one.value()));
    return values;
  }

  private static Notice notYet(String why) {
    return Notice.bad("Not yet. Nothing was set up.", why);
  }

  private Reply complete(Inbound in, FormState typed, @Nullable Upload upload) {
    Person owner;
    try {
      owner = setup.complete(answersOf(typed));
    } catch (Problem.Conflict _) {
      return finished();
    } catch (Problem.Invalid invalid) {
      return refused(in, typed.problems(invalid.fields()));
    }
    code.retire();
    proofs.forget();
    claimed.run();
    String target = Doorkeeper.HOME;
    java.nio.file.Path file = upload == null ? null : upload.handOver();
    if (file != null) {
      starter.start(file, owner.actor());
      target = ImportScreen.PATH;
    }
    return Reply.seeOther(SafeRedirect.local(target))
        .cookie(doorkeeper.cookieFor(in, owner))
        .cookie(SetupProofs.gone(in))
        .noStore();
  }

  private static Answers answersOf(FormState typed) {
    return new Answers(
        typed.value("title"),
        "",
        "",
        "",
        typed.value("name"),
        typed.value("display"),
        typed.value("password"),
        typed.value("email"));
  }

  /** What was answered so far, without what belongs to the wizard itself. */
  private static FormState answers(FormState typed) {
    FormState rest = typed;
    for (String own : OWN) {
      rest = rest.without(own);
    }
    return rest;
  }

  private Reply ask(Inbound in, int status, FormState typed, List<Notice> notices) {
    return console
        .sheet(in, Actor.guest())
        .door(
            status,
            DoorPage.of("First, prove the box is yours.")
                .lead("Enter the code that the box printed when it started.")
                .step(1, STEPS)
                .notices(notices)
                .foot("Until set-up is finished, nobody can see anything else on this box."),
            FOLDER + "code.vm",
            Map.of(
                "carried",
                answers(typed).hidden(),
                "code",
                Field.text("code", "One-time code")
                    .hint("Eight letters and digits. Capitals and the dash do not matter.")
                    .look("codebox")
                    .attribute("autocomplete", "off")
                    .attribute("autofocus", "")
                    .filled(typed)));
  }

  private Reply owner(Inbound in, int status, FormState state, List<Notice> notices) {
    return console
        .sheet(in, Actor.guest())
        .door(
            status,
            DoorPage.of("Name the site, and its owner.").step(2, STEPS).notices(notices),
            FOLDER + "owner.vm",
            Map.of("carried", List.of(), "fields", fields(state)));
  }

  private static List<Field> fields(FormState state) {
    List<Field> fields =
        List.of(
            Field.text("title", "Site title")
                .hint("Readers see it at the top of every page. You can change it later."),
            Field.text("display", "Your name").hint("The byline on what you write."),
            Field.text("name", "Sign-in name")
                .hint("Only you see this one. It is never shown to readers.")
                .attribute("autocomplete", "username"),
            Field.password("password", "Password")
                .hint("At least 15 characters. Four unrelated words work well. Paste is fine.")
                .attribute("autocomplete", "new-password"),
            Field.email("email", "Email")
                .hint("Optional. The box writes here when something needs you."));
    return fields.stream().map(field -> field.filled(state)).toList();
  }

  private Reply last(Inbound in, int status, FormState typed, boolean bring, List<Notice> notices) {
    List<FormState.Hidden> carried = new ArrayList<>(answers(typed).hidden());
    carried.add(new FormState.Hidden(FormTickets.FIELD, console.tickets().issue()));
    return console
        .sheet(in, Actor.guest())
        .door(
            status,
            DoorPage.of("Start fresh, or bring a site.").step(STEPS, STEPS).notices(notices),
            FOLDER + "start.vm",
            Map.of("carried", carried, "import", bring, "file", file(folder).filled(typed)));
  }

  static Field file(ImportFolder folder) {
    return Field.file("file", "Export file")
        .hint("An .xml file, of any size that fits: " + folder.roomShown() + " free.")
        .attribute("accept", ".xml,text/xml,application/xml");
  }
}
