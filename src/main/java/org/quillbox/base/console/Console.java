package org.quillbox.base.console;

import java.util.Map;
import java.util.function.Supplier;
import org.quillbox.base.http.Csrf;
import org.quillbox.base.http.FormTickets;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;

/**
 * What every screen is given: the shell, the proof of forms, the tickets against sending twice. A screen asks for
 * one {@link Sheet} for each answer and draws on it.
 */
public final class Console {
  private final Shell shell;
  private final Csrf csrf;
  private final FormTickets tickets;
  private final Supplier<String> siteTitle;

  /**
   * @param siteTitle name of the site now; empty before set-up
   */
  public Console(Shell shell, Csrf csrf, FormTickets tickets, Supplier<String> siteTitle) {
    this.shell = shell;
    this.csrf = csrf;
    this.tickets = tickets;
    this.siteTitle = siteTitle;
  }

  public FormTickets tickets() {
    return tickets;
  }

  /** A page for this request; its forms go to the same area of the site. Ask once for each answer. */
  public Sheet sheet(Inbound in, Actor actor) {
    return new Sheet(in, actor);
  }

  /** One page on its way: drawn for one person, sealed with the proof of its forms, kept nowhere. */
  public final class Sheet {
    private final Inbound in;
    private final Csrf.Proof proof;
    private final Visit visit;

    private Sheet(Inbound in, Actor actor) {
      this.in = in;
      this.proof = csrf.proof(in);
      this.visit = new Visit(actor, proof.token(in.path()), siteTitle.get(), "");
    }

    /** A screen with the rail. */
    public Reply page(int status, Page page, String template, Map<String, ?> model) {
      return reply(status, shell.page(visit, page, template, model));
    }

    public Reply list(Page page, ListTable table) {
      return reply(200, shell.list(visit, page, table));
    }

    public Reply today(Page page, Today today) {
      return reply(200, shell.today(visit, page, today));
    }

    /** A screen that fills the window. */
    public Reply desk(int status, String title, String template, Map<String, ?> model) {
      return reply(status, shell.desk(visit, title, template, model));
    }

    /** A page outside the console. */
    public Reply door(int status, DoorPage door, String template, Map<String, ?> model) {
      return reply(status, shell.door(visit, door, template, model));
    }

    /** The page of a failure. */
    public Reply problem(Problem problem) {
      return waiting(reply(problem.status(), shell.problem(visit, problem, in.id())), problem);
    }

    private Reply reply(int status, String markup) {
      return proof.seal(Reply.html(status, markup));
    }
  }

  /** Says when to try again, where the problem does. */
  public static Reply waiting(Reply page, Problem problem) {
    return problem instanceof Problem.TooMany many
        ? page.with("Retry-After", Integer.toString(Math.max(1, many.retryAfterSeconds())))
        : page;
  }
}
