package org.quillbox.site.people;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.quillbox.base.console.FormState;
import org.quillbox.base.console.Notice;
import org.quillbox.base.http.BodySizes;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Public;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.SafeRedirect;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.plug.Screen;

/** The page where one signs in. Proving who it is happens before it is asked: see {@link Doorkeeper#enter}. */
@Path("/login")
public final class SignInScreen implements Screen {
  private final Doorkeeper doorkeeper;

  public SignInScreen(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  @GET
  @Public
  public Reply show(@Context Inbound in, @Context Actor actor) {
    String wanted = in.query(Doorkeeper.REDIRECT).orElse("");
    if (actor.isPerson()) {
      return goOn(wanted);
    }
    FormState form =
        wanted.isEmpty() ? FormState.blank() : FormState.blank().with(Doorkeeper.REDIRECT, wanted);
    List<Notice> notices =
        in.query("out").isPresent()
            ? List.of(Notice.good("You are signed out.", "Other devices stay signed in."))
            : List.of();
    return doorkeeper.page(in, 200, form, notices);
  }

  /** Comes after the sign-in, or instead of one whose fields were not sent. */
  @POST
  @Public
  public Reply signedIn(@Context Inbound in, @Context Actor actor) {
    FormState typed = FormState.typed(in.form(BodySizes.FORM).values());
    return actor.isPerson()
        ? goOn(typed.value(Doorkeeper.REDIRECT))
        : doorkeeper.page(
            in, 400, typed, List.of(Notice.bad("Not signed in.", "Type your name and password.")));
  }

  private static Reply goOn(String wanted) {
    return Reply.seeOther(SafeRedirect.wanted(wanted, Doorkeeper.HOME));
  }
}
