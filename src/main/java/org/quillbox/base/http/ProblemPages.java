package org.quillbox.base.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.kernel.Problem;

/**
 * What a visitor sees when there is no page to show: a title, what happened and what to do, and the number of the
 * request for whoever helps. Needs nothing but itself, since it answers before the engine is up; its style is
 * inline and named by hash.
 */
public final class ProblemPages {
  private static final System.Logger LOG = System.getLogger(ProblemPages.class.getName());

  private final String style;
  private final String csp;
  private volatile String siteTitle = "Quillbox";

  public ProblemPages() {
    try (InputStream in = ProblemPages.class.getResourceAsStream("problem.css")) {
      if (in == null) {
        throw new IllegalStateException("problem.css is missing from the jar");
      }
      style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    csp =
        "default-src 'none'; style-src "
            + Csp.hash(style)
            + "; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  /** The name that stands above every such page. */
  public void site(String title) {
    siteTitle = title.isBlank() ? "Quillbox" : title;
  }

  /** The answer to an expected failure. */
  public Reply of(Inbound in, Problem problem) {
    Reply reply =
        isApi(in.path())
            ? json(problem)
            : page(problem.status(), title(problem), sentences(problem), "", in.id());
    return retry(reply, problem);
  }

  /** The answer to a bug. It is written to the log once, under the number the visitor sees. */
  public Reply bug(Inbound in, Throwable bug) {
    LOG.log(
        System.Logger.Level.ERROR,
        "request " + in.id() + " " + in.method() + " " + in.path() + " failed",
        bug);
    if (isApi(in.path())) {
      return json(
          500,
          "internal_error",
          "The box made a mistake. It is in the log as " + in.id() + ".",
          Map.of());
    }
    return page(
        500,
        "This page could not be made.",
        Html.escape(
            "The box made a mistake, and wrote it down. Nothing you did caused it; try again in a moment."),
        "",
        in.id());
  }

  /** A page for a status, with one plain sentence: where there is no request yet to speak of. */
  public Reply bare(int status, String sentence) {
    return page(status, title(status), Html.escape(sentence), "", "");
  }

  /** A page with a title of its own. */
  public Reply say(
      int status, String title, String sentence, @Nullable String link, String linkText) {
    String go =
        link == null
            ? ""
            : "<p><a href=\"" + Html.escape(link) + "\">" + Html.escape(linkText) + "</a></p>";
    return page(status, title, Html.escape(sentence), go, "");
  }

  /** The page while the engine starts; asks again by itself. */
  public Reply starting(List<String> done, String now) {
    StringBuilder steps =
        new StringBuilder("<ol class=\"steps\" aria-label=\"What is happening\">");
    done.forEach(s -> steps.append("<li class=\"done\">").append(Html.escape(s)).append("</li>"));
    steps
        .append("<li class=\"now\" aria-current=\"step\">")
        .append(Html.escape(now))
        .append("</li></ol>");
    steps.append(
        "<p class=\"meta\">This page asks again every 10 seconds and needs no script. <a href=\"\">Ask now</a></p>");
    return page(
            503,
            "Back in a moment.",
            Html.escape(
                "The small computer that holds this site has just been switched on, or has just been updated. The page you asked for will open here by itself."),
            steps.toString(),
            "")
        .with("Retry-After", "10")
        .with("Refresh", "10");
  }

  /**
   * A form that was refused, with everything that was typed: nothing is lost, and it can be sent again.
   *
   * @param token fresh proof for the same address
   */
  public Reply refusedForm(Inbound in, Problem problem, Form form, String token) {
    StringBuilder kept = new StringBuilder("<form method=\"post\" action=\"");
    kept.append(Html.escape(in.rawTarget())).append("\"><h2>What you typed</h2>");
    hidden(kept, Csrf.FIELD, token);
    form.values().forEach((name, values) -> values.forEach(v -> typed(kept, name, v)));
    if (problem instanceof Problem.Unauthenticated) {
      kept.append("<p><a href=\"/wp-login.php\" target=\"_blank\" rel=\"noopener\">Sign in</a>")
          .append(" in another tab, then come back here.</p>");
    }
    kept.append("<p><button>Send it again</button></p></form>");
    String sentence = problem.getMessage();
    String lead =
        sentence.startsWith("Nothing was saved") ? sentence : "Nothing was saved. " + sentence;
    return page(problem.status(), title(problem), Html.escape(lead), kept.toString(), in.id());
  }

  private static void typed(StringBuilder out, String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean secret = lower.contains("pass") || lower.contains("pwd") || lower.equals("code");
    if (name.equals(Csrf.FIELD) || secret) {
      return;
    }
    if (name.equals(FormTickets.FIELD) || value.isEmpty()) {
      hidden(out, name, value);
      return;
    }
    // The line break after the tag is eaten by the parser, so that a text may begin with one.
    out.append("<label>").append(Html.escape(name.replace('_', ' ')));
    out.append("<textarea readonly name=\"").append(Html.escape(name)).append("\" rows=\"");
    out.append(value.length() > 80 ? 12 : 1).append("\">\n").append(Html.escape(value));
    out.append("</textarea></label>");
  }

  private static void hidden(StringBuilder out, String name, String value) {
    out.append("<input type=\"hidden\" name=\"").append(Html.escape(name));
    out.append("\" value=\"").append(Html.escape(value)).append("\">");
  }

  /** The page at a name where nobody may sign in. */
  Reply signInElsewhere(Set<String> names) {
    return say(
        421,
        "Sign in at another address.",
        "This box does not take passwords under the name you used. It does at: "
            + String.join(", ", names.stream().sorted().toList())
            + ", or at its own number on the network.",
        null,
        "");
  }

  static boolean isApi(String path) {
    return path.equals("/wp-json") || path.startsWith("/wp-json/");
  }

  private Reply page(int status, String title, String leadMarkup, String more, String id) {
    String site = Html.escape(siteTitle);
    String number = id.isEmpty() ? "" : "<p class=\"meta\">Request " + Html.escape(id) + "</p>";
    String markup =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%s – %s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        <p class="title">%s</p>
        <h1>%s</h1>
        <p>%s</p>
        %s%s
        </main>
        </body>
        </html>
        """
            .formatted(
                Html.escape(title).replaceAll("\\.$", ""),
                site,
                style,
                site,
                Html.escape(title),
                leadMarkup,
                more,
                number);
    return Reply.html(status, markup).csp(csp).noStore();
  }

  private static String sentences(Problem problem) {
    StringBuilder out = new StringBuilder(Html.escape(problem.getMessage()));
    if (problem instanceof Problem.Invalid invalid) {
      invalid.fields().values().stream()
          .filter(s -> !s.equals(problem.getMessage()))
          .sorted()
          .forEach(s -> out.append("<br>").append(Html.escape(s)));
    }
    return out.toString();
  }

  private static Reply json(Problem problem) {
    Map<String, String> fields =
        problem instanceof Problem.Invalid invalid ? invalid.fields() : Map.of();
    return json(problem.status(), problem.code(), problem.getMessage(), fields);
  }

  static Reply json(int status, String code, String message, Map<String, String> fields) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("code", code).put("message", message);
    ObjectNode data = root.putObject("data").put("status", status);
    if (!fields.isEmpty()) {
      ObjectNode params = data.putObject("params");
      fields.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(e -> params.put(e.getKey(), e.getValue()));
    }
    return Reply.json(status, root.toString()).noStore();
  }

  private static Reply retry(Reply reply, Problem problem) {
    return switch (problem) {
      case Problem.TooMany many ->
          reply.with("Retry-After", Integer.toString(many.retryAfterSeconds()));
      case Problem.Unavailable _ -> reply.with("Retry-After", "10");
      case Problem.Invalid _,
          Problem.Unauthenticated _,
          Problem.Forbidden _,
          Problem.NotFound _,
          Problem.Gone _,
          Problem.Conflict _,
          Problem.TooLarge _ ->
          reply;
    };
  }

  private static String title(Problem problem) {
    return switch (problem) {
      case Problem.Invalid _ -> "This could not be read.";
      case Problem.Unauthenticated _ -> "Sign in first.";
      case Problem.Forbidden _ -> "This is not allowed.";
      case Problem.NotFound _ -> "There is nothing here.";
      case Problem.Gone _ -> "This was taken away.";
      case Problem.Conflict _ -> "Somebody else was faster.";
      case Problem.TooLarge _ -> "This is too much at once.";
      case Problem.TooMany _ -> "Too many tries.";
      case Problem.Unavailable _ -> "Not just now.";
    };
  }

  private static String title(int status) {
    return switch (status) {
      case 404 -> "There is nothing here.";
      case 405, 501 -> "This cannot be done here.";
      case 408 -> "That took too long.";
      case 413, 414, 431 -> "This is too much at once.";
      case 421 -> "This is not the site you asked for.";
      case 500 -> "This page could not be made.";
      case 503 -> "Not just now.";
      default -> "This could not be read.";
    };
  }
}
