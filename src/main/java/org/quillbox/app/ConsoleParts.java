package org.quillbox.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.quillbox.base.console.Console;
import org.quillbox.base.console.NavItem;
import org.quillbox.base.console.Shell;
import org.quillbox.base.http.Csrf;
import org.quillbox.base.http.FormTickets;
import org.quillbox.base.http.HttpParts;
import org.quillbox.base.http.JerseyBridge;
import org.quillbox.base.http.Route;
import org.quillbox.base.http.Routes;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.plug.Screen;
import org.quillbox.base.view.Templates;
import org.quillbox.box.setup.ImportFolder;
import org.quillbox.box.setup.ImportProgress;
import org.quillbox.box.setup.ImportScreen;
import org.quillbox.box.setup.ImportStarter;
import org.quillbox.box.setup.SetupCode;
import org.quillbox.box.setup.SetupScreen;
import org.quillbox.box.setup.SetupScreens;
import org.quillbox.site.content.Bodies;
import org.quillbox.site.content.ContentScreens;
import org.quillbox.site.content.PageScreen;
import org.quillbox.site.content.PostScreen;
import org.quillbox.site.content.Preview;
import org.quillbox.site.content.RecentComments;
import org.quillbox.site.content.TodayScreen;
import org.quillbox.site.people.Doorkeeper;
import org.quillbox.site.people.SignInScreen;
import org.quillbox.site.people.SignOutScreen;
import org.quillbox.site.people.WordPressAdminScreen;
import org.quillbox.site.people.WordPressLoginScreen;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.SettingsScreen;

/** Builds the console: proofs of forms, who is signed in, the shell with its files, and every screen. */
final class ConsoleParts {
  private static final String ASSETS = "/assets";
  private static final List<String> FILES =
      List.of(
          "console.css",
          "console.js",
          "icons.svg",
          "newsreader-display.woff2",
          "mark.svg",
          "plate.png",
          "plate-dark.png");

  private ConsoleParts() {}

  /**
   * What other rooms do for the console.
   *
   * @param preview renders a text that is not saved
   * @param starter begins an import
   * @param progress tells how far it is
   */
  record Hands(Preview preview, ImportStarter starter, ImportProgress progress) {}

  /** The bridge as long as no other room lends a hand: exports are kept until the command line takes them. */
  static JerseyBridge bridge(Quillbox box, HttpParts http, SetupCode code) {
    WizardImports kept = new WizardImports(box);
    return bridge(box, http, code, new Hands(preview(box), kept, kept));
  }

  /** Previews rendered as readers get them. */
  static Preview preview(Quillbox box) {
    return Preview.of(
        new Bodies(
            box.entries(),
            box.catalogue(),
            box.terms(),
            box.people(),
            box.settings(),
            box.permalinks(),
            RecentComments.NONE,
            box.randoms(),
            Set.of()));
  }

  /** The bridge with every screen. Opens the gate when the wizard is done. */
  static JerseyBridge bridge(Quillbox box, HttpParts http, SetupCode code, Hands hands) {
    // The key outlives a restart, so that a form opened before it can be sent after it.
    Csrf csrf = new Csrf(box.secrets().key("forms").getEncoded(), box.randoms()::bytes);
    Supplier<String> title =
        () ->
            box.setup().isDone()
                ? box.settings().text(Reads.untracked(Actor.box()), Option.BLOGNAME)
                : "";
    http.assets().put(ASSETS, files());
    Shell shell =
        new Shell(Templates.forConsole(), name -> http.assets().path(ASSETS, name), rail());
    Console console = new Console(shell, csrf, new FormTickets(box.randoms()::bytes), title);
    Doorkeeper doorkeeper = new Doorkeeper(box.sessions(), box.signIn(), console, box.clock());
    return new JerseyBridge(
        screens(box, http, code, hands, console, doorkeeper, title),
        doorkeeper,
        csrf,
        http.pages());
  }

  private static List<Screen> screens(
      Quillbox box,
      HttpParts http,
      SetupCode code,
      Hands hands,
      Console console,
      Doorkeeper doorkeeper,
      Supplier<String> title) {
    Runnable name = () -> http.pages().site(title.get());
    name.run();
    box.settings().whenChanged(name);
    Runnable claimed =
        () -> {
          name.run();
          http.gate().open();
        };
    ContentScreens content =
        new ContentScreens(
            console,
            box.entries(),
            box.posts(),
            box.terms(),
            box.people(),
            box.settings(),
            hands.preview(),
            box.clock());
    SetupScreens setup =
        new SetupScreens(
            console,
            http,
            box.setup(),
            code,
            doorkeeper,
            new ImportFolder(box.data().root(), box.randoms()),
            hands.starter(),
            hands.progress(),
            box.randoms(),
            box.clock(),
            claimed);
    List<Screen> all = new ArrayList<>(content.all());
    all.addAll(setup.all());
    all.add(new SignInScreen(doorkeeper));
    all.add(new SignOutScreen(box.sessions()));
    all.add(new WordPressLoginScreen());
    all.add(new WordPressAdminScreen());
    all.add(new SettingsScreen(console, box.settings(), content::publishedPages, box.clock()));
    return all;
  }

  /** Every route of the console, without building it. */
  static List<Route> routes() {
    return Routes.of(
            List.of(
                TodayScreen.class,
                PostScreen.class,
                PageScreen.class,
                SetupScreen.class,
                ImportScreen.class,
                SignInScreen.class,
                SignOutScreen.class,
                WordPressLoginScreen.class,
                WordPressAdminScreen.class,
                SettingsScreen.class))
        .list();
  }

  private static List<NavItem> rail() {
    List<NavItem> rail = new ArrayList<>(ContentScreens.rail());
    rail.add(
        new NavItem(
            "Site", "Settings", "/console/settings", "settings", Capability.MANAGE_OPTIONS));
    rail.addAll(SetupScreens.rail());
    return rail;
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String file : FILES) {
      try (InputStream in = ConsoleParts.class.getResourceAsStream("/console/" + file)) {
        if (in == null) {
          throw new IllegalStateException("console/" + file + " is missing from the jar");
        }
        files.put("console/" + file, in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
