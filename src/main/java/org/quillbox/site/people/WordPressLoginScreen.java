package org.quillbox.site.people;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Public;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.SafeRedirect;
import org.quillbox.base.plug.Screen;

/** Where people of a site that moved in are used to sign in. */
@Path("/wp-login.php")
public final class WordPressLoginScreen implements Screen {
  @GET
  @Public
  public Reply moved(@Context Inbound in) {
    String wanted = in.query(Doorkeeper.REDIRECT).orElse("");
    // A page of the old administration is none here.
    boolean here = wanted.startsWith("/") && !wanted.startsWith("/wp-admin");
    String query = here ? '?' + Doorkeeper.REDIRECT + '=' + Doorkeeper.encoded(wanted) : "";
    return Reply.redirect(302, SafeRedirect.local(Doorkeeper.PATH + query)).noStore();
  }
}
