package org.quillbox.site.content;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.Requires;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.plug.Screen;

/** The posts of the site: their list, and the form one is written in. */
@Path("/console/posts")
public final class PostScreen implements Screen {
  private static final String TYPE = EntryType.POST;

  private final EntryList list;
  private final Writing writing;

  PostScreen(EntryList list, Writing writing) {
    this.list = list;
    this.writing = writing;
  }

  @GET
  @Requires(Capability.EDIT_POSTS)
  public Reply list(@Context Inbound in, @Context Actor actor) {
    return list.show(TYPE, in, actor);
  }

  /** A button below the list, for the ticked ones; or the button that takes it back. */
  @POST
  @Requires(Capability.EDIT_POSTS)
  public Reply deed(@Context Inbound in, @Context Actor actor) {
    return list.deed(TYPE, in, actor);
  }

  @GET
  @Path("new")
  @Requires(Capability.EDIT_POSTS)
  public Reply blank(@Context Inbound in, @Context Actor actor) {
    return writing.blank(TYPE, in, actor);
  }

  @POST
  @Path("new")
  @Requires(Capability.EDIT_POSTS)
  public Reply add(@Context Inbound in, @Context Actor actor) {
    return writing.send(TYPE, in, actor, null);
  }

  @GET
  @Path("{id}")
  @Requires(Capability.EDIT_POSTS)
  public Reply edit(@Context Inbound in, @Context Actor actor, @PathParam("id") String id) {
    return writing.edit(TYPE, in, actor, id);
  }

  @POST
  @Path("{id}")
  @Requires(Capability.EDIT_POSTS)
  public Reply save(@Context Inbound in, @Context Actor actor, @PathParam("id") String id) {
    return writing.send(TYPE, in, actor, id);
  }
}
