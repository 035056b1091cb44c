package org.quillbox.box.setup;

import java.time.Clock;
import java.util.List;
import org.quillbox.base.console.Console;
import org.quillbox.base.console.NavItem;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.http.HttpParts;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.plug.Screen;
import org.quillbox.site.people.Doorkeeper;

/** The screens of this room: the wizard, and the page where a site is brought later. */
public final class SetupScreens {
  private final List<Screen> all;

  /**
   * @param claimed what happens when the site has an owner
   */
  public SetupScreens(
      Console console,
      HttpParts http,
      Setup setup,
      SetupCode code,
      Doorkeeper doorkeeper,
      ImportFolder folder,
      ImportStarter starter,
      ImportProgress progress,
      Randoms randoms,
      Clock clock,
      Runnable claimed) {
    // Limited by what the disk has left, and by nothing else.
    http.sizes().allow("/setup", folder::room);
    http.sizes().allow(ImportScreen.PATH, folder::room);
    all =
        List.of(
            new SetupScreen(
                console,
                http.pages(),
                setup,
                code,
                new SetupProofs(randoms, clock),
                doorkeeper,
                folder,
                starter,
                claimed),
            new ImportScreen(console, folder, starter, progress));
  }

  public List<Screen> all() {
    return all;
  }

  public static List<NavItem> rail() {
    return List.of(
        new NavItem("Site", "Bring a site", ImportScreen.PATH, "upload", Capability.IMPORT));
  }
}
