package org.quillbox.base.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;

/**
 * Decides, before a method of a screen or resource runs, who asks, whether he may, and whether a change was sent
 * by a page of ours. What is not declared is refused.
 */
final class Access implements ContainerRequestFilter {
  private final Routes routes;
  private final SignedIn signedIn;
  private final Csrf csrf;

  Access(Routes routes, SignedIn signedIn, Csrf csrf) {
    this.routes = routes;
    this.signedIn = signedIn;
    this.csrf = csrf;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    ResourceMethod matched = ((ContainerRequest) context).getUriInfo().getMatchedResourceMethod();
    Call call = Call.CURRENT.get();
    if (matched == null) {
      // OPTIONS is answered by JAX-RS itself; it runs no code of ours.
      return;
    }
    Route route = routes.of(matched.getInvocable().getHandlingMethod());
    if (route == null) {
      if (context.getMethod().equals("OPTIONS")) {
        return;
      }
      throw new IllegalStateException("undeclared method " + matched);
    }
    Inbound in = call.in();
    boolean changes = !in.isRead() && !in.method().equals("OPTIONS");
    if (ProblemPages.isApi(in.path())) {
      call.actor(apiActor(in));
      route.requires().ifPresent(call.actor()::require);
    } else {
      call.actor(signedIn.actor(in));
      screen(call, route, changes);
    }
  }

  private void screen(Call call, Route route, boolean changes) {
    Inbound in = call.in();
    if (changes) {
      csrf.checkSource(in);
      if (route.takesUpload()) {
        // The right to upload is checked before the first byte is read; the proof when its field
        // has come.
        route.requires().ifPresent(call.actor()::require);
        in.guard(form -> csrf.check(in, form));
        return;
      }
      Form form = in.form(BodySizes.FORM);
      if (isSigningIn(form)) {
        csrf.check(in, form);
        signedIn.enter(in, form).ifPresent(call::entered);
        route.requires().ifPresent(call.actor()::require);
        return;
      }
      route.requires().ifPresent(call.actor()::require);
      csrf.check(in, form);
      return;
    }
    route.requires().ifPresent(call.actor()::require);
  }

  private static boolean isSigningIn(Form form) {
    return form.values().keySet().stream().anyMatch(name -> name.startsWith(SignedIn.FIELDS));
  }

  /** Signed in by cookie counts for the API only with a proof; without one the request is anybody's. */
  private Actor apiActor(Inbound in) {
    if (Cookies.session(in).isEmpty() || in.header("Authorization").isPresent()) {
      return signedIn.actor(in.withoutCookies());
    }
    String nonce = in.header("X-WP-Nonce").or(() -> in.query("_wpnonce")).orElse("");
    if (nonce.isEmpty()) {
      return Actor.guest();
    }
    try {
      csrf.check(in, nonce);
    } catch (Problem.Forbidden _) {
      throw new Problem.Forbidden("rest_cookie_invalid_nonce", "Cookie check failed");
    }
    return signedIn.actor(in);
  }
}
