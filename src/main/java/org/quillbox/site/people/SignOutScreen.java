package org.quillbox.site.people;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.quillbox.base.http.Cookies;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Public;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.SafeRedirect;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.plug.Screen;

/** Ends the session of this browser, and no other. Somebody whose session had ended is simply signed out. */
@Path("/console/signout")
public final class SignOutScreen implements Screen {
  private final Sessions sessions;

  public SignOutScreen(Sessions sessions) {
    this.sessions = sessions;
  }

  @POST
  @Public
  public Reply leave(@Context Inbound in, @Context Actor actor) {
    Cookies.session(in).ifPresent(token -> sessions.end(actor, token));
    return Reply.seeOther(SafeRedirect.local(Doorkeeper.PATH + "?out=1"))
        .cookie(Cookies.endSession(in))
        .noStore();
  }
}
