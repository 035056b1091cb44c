package org.quillbox.base.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.view.Templates;

/** A shell with the rail of this release, and a place where rendered screens are kept to be looked at. */
public final class Screens {
  public static final Templates TEMPLATES = Templates.forConsole();
  public static final Visit GUEST = new Visit(Actor.guest(), "proof-of-form", "Slow Signal", "");
  public static final Visit OWNER =
      new Visit(
          new Actor(1, "Judith Marlow", EnumSet.allOf(Capability.class)),
          "proof-of-form",
          "Slow Signal",
          "");
  public static final Shell SHELL = new Shell(TEMPLATES, name -> "/" + name, rail());

  private Screens() {}

  static List<NavItem> rail() {
    return List.of(
        new NavItem("", "Today", "/console/", "house", null),
        new NavItem("Write", "Posts", "/console/posts", "file-text", Capability.EDIT_POSTS),
        new NavItem("Write", "Pages", "/console/pages", "library", Capability.EDIT_PAGES),
        new NavItem(
            "Site", "Settings", "/console/settings", "settings", Capability.MANAGE_OPTIONS));
  }

  /** Keeps a screen under {@code target/screens} and returns it. */
  public static String keep(String name, String html) {
    try {
      Path folder = Files.createDirectories(Path.of("target/screens"));
      Files.writeString(folder.resolve(name + ".html"), html);
      return html;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Renders a field alone, in a door. */
  static String field(Field field) {
    return SHELL.door(
        GUEST,
        DoorPage.of("One field"),
        "org/quillbox/box/setup/code.vm",
        Map.of("carried", List.of(), "code", field));
  }
}
