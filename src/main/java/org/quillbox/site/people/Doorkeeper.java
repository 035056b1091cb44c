package org.quillbox.site.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.console.Console;
import org.quillbox.base.console.DoorPage;
import org.quillbox.base.console.Field;
import org.quillbox.base.console.FormState;
import org.quillbox.base.console.Notice;
import org.quillbox.base.http.Cookies;
import org.quillbox.base.http.Form;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.SafeRedirect;
import org.quillbox.base.http.SignedIn;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;

/**
 * Knows people by the cookie of their session, signs them in by name and password, and draws the page that asks
 * for both. A form that came too late, after its session had ended, is answered by that page with every value in
 * it: signing in sends the whole form, and what it asks for is done in the same request.
 */
public final class Doorkeeper implements SignedIn {
  /** Where one signs in. */
  public static final String PATH = "/login";

  /** Where one comes to after signing in, when nothing else was asked for. */
  public static final String HOME = "/console/";

  static final String REDIRECT = "redirect_to";

  private static final String TEMPLATE = "org/quillbox/site/people/signin.vm";
  private static final String NAME = FIELDS + "name";
  private static final String PASSWORD = FIELDS + "password";
  private static final String REMEMBER = FIELDS + "remember";

  private static final Notice ENDED =
      Notice.warn("You were signed out.", "Nothing is lost: sign in, and what you sent is done.");

  private final Sessions sessions;
  private final SignIn signIn;
  private final Console console;
  private final Clock clock;

  public Doorkeeper(Sessions sessions, SignIn signIn, Console console, Clock clock) {
    this.sessions = sessions;
    this.signIn = signIn;
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Actor actor(Inbound in) {
    return Cookies.session(in).flatMap(sessions::find).map(Session::actor).orElseGet(Actor::guest);
  }

  @Override
  public Optional<Entered> enter(Inbound in, Form form) {
    boolean remember = !form.text(REMEMBER).isEmpty();
    Person person = signIn.prove(form.text(NAME), form.text(PASSWORD), in.clientNetwork());
    Cookies.session(in).ifPresent(old -> sessions.end(person.actor(), old));
    Session session = open(in, person, remember);
    return Optional.of(new Entered(person.actor(), session.token(), cookie(in, session, remember)));
  }

  private Session open(Inbound in, Person person, boolean remember) {
    return sessions.open(person, remember, in.clientAddress(), in.header("User-Agent").orElse(""));
  }

  /** Signs in somebody who has proven who he is by other means; returns the cookie line. */
  public String cookieFor(Inbound in, Person person) {
    return cookie(in, open(in, person, false), false);
  }

  /** A session that is not to be remembered ends with the browser. */
  private String cookie(Inbound in, Session session, boolean remember) {
    long seconds = Duration.between(clock.instant(), session.endsAt()).toSeconds();
    return Cookies.session(in, session.token(), remember ? seconds : 0);
  }

  @Override
  public Optional<Reply> instead(Inbound in, Actor actor, Problem problem, @Nullable Form form) {
    boolean stale = problem.code().equals("stale_form");
    if (actor.isPerson()) {
      // A form with a stale proof comes back as it is, to be sent again.
      return stale ? Optional.empty() : Optional.of(console.sheet(in, actor).problem(problem));
    }
    boolean signing = form != null && form.values().keySet().stream().anyMatch(Doorkeeper::isOurs);
    boolean asks =
        problem instanceof Problem.Unauthenticated
            || (stale || problem instanceof Problem.TooMany) && (signing || isConsole(in));
    if (!asks) {
      return Optional.empty();
    }
    // A file cannot travel along unseen: whoever sent one signs in first and chooses it again.
    if (in.isRead() || form == null) {
      return Optional.of(
          Reply.redirect(
                  in.isRead() ? 302 : 303,
                  SafeRedirect.local(PATH + '?' + REDIRECT + '=' + encoded(in.rawTarget())))
              .noStore());
    }
    FormState typed = FormState.typed(form.values());
    Notice why = signing ? refusal(problem, in) : ENDED;
    return Optional.of(Console.waiting(page(in, problem.status(), typed, List.of(why)), problem));
  }

  private static boolean isConsole(Inbound in) {
    return in.path().startsWith("/console");
  }

  private static boolean isOurs(String field) {
    return field.startsWith(FIELDS);
  }

  private static Notice refusal(Problem problem, Inbound in) {
    String safe = in.path().equals(PATH) ? "" : "What you typed before is kept in this page.";
    return switch (problem) {
      case Problem.TooMany many -> Notice.bad("Not signed in.", many.getMessage() + " " + safe);
      case Problem.Forbidden _ ->
          Notice.warn(
              "This page had grown too old to sign in with.", "Type your password again. " + safe);
      case Problem.Unauthenticated _,
          Problem.Invalid _,
          Problem.NotFound _,
          Problem.Gone _,
          Problem.Conflict _,
          Problem.TooLarge _,
          Problem.Unavailable _ ->
          Notice.bad("Not signed in.", problem.getMessage() + " " + safe);
    };
  }

  /** The page that asks for name and password; what else was typed goes along unseen. */
  Reply page(Inbound in, int status, FormState typed, List<Notice> notices) {
    boolean door = in.path().equals(PATH);
    FormState rest = typed.without("_qb").without(NAME).without(PASSWORD).without(REMEMBER);
    return console
        .sheet(in, Actor.guest())
        .door(
            status,
            DoorPage.of("Sign in")
                .notices(notices)
                .foot("Lost your password? At the box, run quillbox user reset with your name."),
            TEMPLATE,
            Map.of(
                "action",
                in.isRead() ? PATH : in.rawTarget(),
                "carried",
                rest.hidden(),
                "button",
                door ? "Sign in" : "Sign in and send",
                "name",
                Field.text(NAME, "Sign-in name")
                    .attribute("autocomplete", "username")
                    .attribute("autofocus", "")
                    .filled(typed),
                "password",
                Field.password(PASSWORD, "Password").attribute("autocomplete", "current-password"),
                "remember",
                Field.check(REMEMBER, "Stay signed in on this device for 30 days").filled(typed)));
  }

  static String encoded(String target) {
    return URLEncoder.encode(target, StandardCharsets.UTF_8);
  }
}
