package org.quillbox.site.people;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.quillbox.base.http.Public;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.SafeRedirect;
import org.quillbox.base.plug.Screen;

/** Bookmarks of the old administration lead to the console. */
@Path("/wp-admin")
public final class WordPressAdminScreen implements Screen {
  @GET
  @Public
  public Reply front() {
    return Reply.redirect(302, SafeRedirect.local(Doorkeeper.HOME)).noStore();
  }

  @GET
  @Path("{page: .*}")
  @Public
  public Reply below() {
    return front();
  }
}
