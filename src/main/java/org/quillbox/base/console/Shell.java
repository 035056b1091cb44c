package org.quillbox.base.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.view.Templates;

/**
 * Draws whole pages of the console. A screen gives the name of its template and the model of what stands
 * in the middle; everything around it comes from here: head, rail with the lines the visitor may use,
 * skip link, heading, notices. Every template finds {@code $visit} and {@code $asset} besides its own
 * model, and the parts of {@code kit.vm} after parsing it.
 */
public final class Shell {
  private static final String HERE = "org/quillbox/base/console/";
  private final Templates templates;
  private final Assets assets;
  private final List<NavItem> nav;

  /**
   * @param assetPath path of an asset by its name, as in {@code console/console.css}
   * @param nav lines of the rail in order
   */
  public Shell(Templates templates, UnaryOperator<String> assetPath, List<NavItem> nav) {
    this.templates = templates;
    this.assets = Assets.at(assetPath);
    this.nav = List.copyOf(nav);
  }

  /** Addresses of what a page loads. */
  public record Assets(
      String css,
      String js,
      String icons,
      String font,
      String mark,
      String plate,
      String plateDark) {
    static Assets at(UnaryOperator<String> path) {
      return new Assets(
          path.apply("console/console.css"),
          path.apply("console/console.js"),
          path.apply("console/icons.svg"),
          path.apply("console/newsreader-display.woff2"),
          path.apply("console/mark.svg"),
          path.apply("console/plate.png"),
          path.apply("console/plate-dark.png"));
    }
  }

  /** Lines of the rail under one heading. */
  public record NavGroup(String name, List<NavItem> items) {
    public NavGroup {
      items = List.copyOf(items);
    }
  }

  /** A screen with the rail. */
  public String page(Visit visit, Page page, String template, Map<String, ?> model) {
    Map<String, Object> whole = frame(visit, page.title() + " – " + visit.brand() + " – Quillbox");
    whole.put("page", page);
    whole.put("groups", groups(visit));
    whole.put("write", visit.actor().can(Capability.EDIT_POSTS) ? "/console/posts/new" : "");
    whole.put("body", body(visit, template, model));
    return templates.render(HERE + "shell.vm", whole);
  }

  /** A list, which is a screen without a template of its own. */
  public String list(Visit visit, Page page, ListTable table) {
    return page(visit, page, HERE + "list.vm", Map.of("table", table));
  }

  /** Today. */
  public String today(Visit visit, Page page, Today today) {
    return page(visit, page, HERE + "today.vm", Map.of("today", today));
  }

  /** A screen that fills the window, for writing; it brings its own heading and way back. */
  public String desk(Visit visit, String title, String template, Map<String, ?> model) {
    Map<String, Object> whole = frame(visit, title + " – " + visit.brand() + " – Quillbox");
    whole.put("body", body(visit, template, model));
    return templates.render(HERE + "desk.vm", whole);
  }

  /** A page outside the console. */
  public String door(Visit visit, DoorPage door, String template, Map<String, ?> model) {
    Map<String, Object> whole = frame(visit, door.title() + " – " + visit.brand());
    whole.put("door", door);
    whole.put("body", body(visit, template, model));
    return templates.render(HERE + "door.vm", whole);
  }

  /**
   * The page of a failure: what did not happen, and where to go from here.
   *
   * @param request number of the request, for the log
   */
  public String problem(Visit visit, Problem problem, String request) {
    String title = titleOf(problem);
    Map<String, Object> model = new HashMap<>();
    model.put("sentence", problem.getMessage());
    model.put("code", problem.code());
    model.put("status", problem.status());
    model.put("request", request);
    if (visit.actor().isPerson()) {
      model.put("ways", List.of(Link.to("Back to Today", "/console/")));
      return page(visit, Page.of(title, ""), HERE + "problem.vm", model);
    }
    model.put("ways", List.of(Link.to("View the site", "/")));
    return door(visit, DoorPage.of(title), HERE + "problem.vm", model);
  }

  private static String titleOf(Problem problem) {
    return switch (problem) {
      case Problem.Invalid _ -> "This was not accepted.";
      case Problem.Unauthenticated _ -> "Sign in first.";
      case Problem.Forbidden _ -> "Your account may not do this.";
      case Problem.NotFound _ -> "There is nothing here.";
      case Problem.Gone _ -> "This is gone.";
      case Problem.Conflict _ -> "Somebody else was faster.";
      case Problem.TooLarge _ -> "This is too large.";
      case Problem.TooMany _ -> "Too many tries.";
      case Problem.Unavailable _ -> "Not right now.";
    };
  }

  private Map<String, Object> frame(Visit visit, String title) {
    Map<String, Object> whole = new HashMap<>();
    whole.put("visit", visit);
    whole.put("asset", assets);
    whole.put("title", title);
    return whole;
  }

  private Html body(Visit visit, String template, Map<String, ?> model) {
    Map<String, Object> inner = new HashMap<>(model);
    inner.put("visit", visit);
    inner.put("asset", assets);
    return new Html(templates.render(template, inner));
  }

  private List<NavGroup> groups(Visit visit) {
    Map<String, List<NavItem>> byName = new LinkedHashMap<>();
    for (NavItem item : nav) {
      Capability needs = item.needs();
      if (needs == null || visit.actor().can(needs)) {
        byName.computeIfAbsent(item.group(), _ -> new ArrayList<>()).add(item);
      }
    }
    return byName.entrySet().stream()
        .map(group -> new NavGroup(group.getKey(), group.getValue()))
        .toList();
  }
}
