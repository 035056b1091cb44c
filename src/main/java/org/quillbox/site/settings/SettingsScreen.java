package org.quillbox.site.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.quillbox.base.console.Choice;
import org.quillbox.base.console.Console;
import org.quillbox.base.console.Field;
import org.quillbox.base.console.FormState;
import org.quillbox.base.console.Notice;
import org.quillbox.base.console.Page;
import org.quillbox.base.http.BodySizes;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.Requires;
import org.quillbox.base.http.SafeRedirect;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.plug.Screen;

/** The pages of settings. A page saves its own options, all of them or none. */
@Path("/console/settings")
public final class SettingsScreen implements Screen {
  private static final String TEMPLATE = "org/quillbox/site/settings/settings.vm";
  private static final String SAVED = "saved";

  private final Console console;
  private final Settings settings;
  private final Function<Actor, List<Choice>> pages;
  private final Clock clock;

  /**
   * @param pages published pages somebody may choose as front page: id and title
   */
  public SettingsScreen(
      Console console, Settings settings, Function<Actor, List<Choice>> pages, Clock clock) {
    this.console = console;
    this.settings = settings;
    this.pages = pages;
    this.clock = clock;
  }

  @GET
  @Requires(Capability.MANAGE_OPTIONS)
  public Reply general(@Context Inbound in, @Context Actor actor) {
    return show(SettingsPage.GENERAL, in, actor);
  }

  @POST
  @Requires(Capability.MANAGE_OPTIONS)
  public Reply saveGeneral(@Context Inbound in, @Context Actor actor) {
    return save(SettingsPage.GENERAL, in, actor);
  }

  /** The name somebody may guess. */
  @GET
  @Path("general")
  @Requires(Capability.MANAGE_OPTIONS)
  public Reply generalByName() {
    return Reply.redirect(302, SafeRedirect.local(SettingsPage.GENERAL.href())).noStore();
  }

  @GET
  @Path("reading")
  @Requires(Capability.MANAGE_OPTIONS)
  public Reply reading(@Context Inbound in, @Context Actor actor) {
    return show(SettingsPage.READING, in, actor);
  }

  @POST
  @Path("reading")
  @Requires(Capability.MANAGE_OPTIONS)
  public Reply saveReading(@Context Inbound in, @Context Actor actor) {
    return save(SettingsPage.READING, in, actor);
  }

  @GET
  @Path("permalinks")
  @Requires(Capability.MANAGE_OPTIONS)
  public Reply permalinks(@Context Inbound in, @Context Actor actor) {
    return show(SettingsPage.PERMALINKS, in, actor);
  }

  @POST
  @Path("permalinks")
  @Requires(Capability.MANAGE_OPTIONS)
  public Reply savePermalinks(@Context Inbound in, @Context Actor actor) {
    return save(SettingsPage.PERMALINKS, in, actor);
  }

  private Reply show(SettingsPage page, Inbound in, Actor actor) {
    FormState now = page.of(settings.all(Reads.untracked(actor)));
    List<Notice> notices =
        in.query(SAVED).isPresent()
            ? List.of(Notice.good("Saved.", "Readers see it from now on."))
            : List.of();
    return draw(page, in, actor, 200, now, notices);
  }

  private Reply save(SettingsPage page, Inbound in, Actor actor) {
    FormState typed = FormState.typed(in.form(BodySizes.FORM).values());
    try {
      settings.save(actor, page.options(typed, knows(actor)));
    } catch (Problem.Invalid refused) {
      FormState marked = typed.problems(refused.fields());
      Notice why =
          Notice.refused(
              "Not saved. The settings are as they were, and what you typed is below.",
              marked,
              page.fields(marked, knows(actor)));
      return draw(page, in, actor, refused.status(), marked, List.of(why));
    }
    return Reply.seeOther(SafeRedirect.local(page.href() + '?' + SAVED + "=1"));
  }

  private Reply draw(
      SettingsPage page,
      Inbound in,
      Actor actor,
      int status,
      FormState state,
      List<Notice> notices) {
    List<Field> fields = page.fields(state, knows(actor));
    return console
        .sheet(in, actor)
        .page(
            status,
            Page.of("Settings", SettingsPage.GENERAL.href()).notices(notices),
            TEMPLATE,
            Map.of(
                "tabs",
                SettingsPage.tabs(page),
                "action",
                page.href(),
                "savenote",
                "All of this page is saved, or nothing.",
                "fields",
                fields));
  }

  private SettingsPage.Knows knows(Actor actor) {
    return new SettingsPage.Knows(clock.instant(), pages.apply(actor));
  }
}
