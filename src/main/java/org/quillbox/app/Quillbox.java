package org.quillbox.app;

import java.nio.file.Path;
import java.time.Clock;
import org.quillbox.base.config.Config;
import org.quillbox.base.config.ConfigKey;
import org.quillbox.base.config.DataDir;
import org.quillbox.base.config.Secrets;
import org.quillbox.base.gates.Passwords;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.kernel.BootFailure;
import org.quillbox.base.pages.Pages;
import org.quillbox.base.pages.Stamps;
import org.quillbox.base.store.Database;
import org.quillbox.base.store.Db;
import org.quillbox.base.store.Ids;
import org.quillbox.base.store.Probe;
import org.quillbox.base.store.SchemaProblem;
import org.quillbox.box.setup.Setup;
import org.quillbox.site.comments.Comments;
import org.quillbox.site.content.Catalogue;
import org.quillbox.site.content.Entries;
import org.quillbox.site.content.Imports;
import org.quillbox.site.content.Permalinks;
import org.quillbox.site.content.Posts;
import org.quillbox.site.people.AppPasswords;
import org.quillbox.site.people.People;
import org.quillbox.site.people.Sessions;
import org.quillbox.site.people.SignIn;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Terms;

/**
 * The house, built from the ground up in one place: every service of an opened site. The same for the server,
 * the command line and the tests.
 */
public final class Quillbox implements AutoCloseable {
  private final Database database;
  private final DataDir data;
  private final Clock clock;
  private final Secrets secrets;
  private final Randoms randoms;
  private final Settings settings;
  private final People people;
  private final Sessions sessions;
  private final SignIn signIn;
  private final AppPasswords appPasswords;
  private final Terms terms;
  private final Catalogue catalogue;
  private final Entries entries;
  private final Posts posts;
  private final Imports imports;
  private final Comments comments;
  private final Setup setup;
  private final Permalinks permalinks;
  private final Stamps stamps;
  private final Pages pages;

  private Quillbox(
      Database database,
      DataDir data,
      Secrets secrets,
      Randoms randoms,
      Config config,
      Clock clock) {
    this.database = database;
    this.data = data;
    this.secrets = secrets;
    this.randoms = randoms;
    this.clock = clock;
    Db db = database.db();
    Ids ids = new Ids(db);
    Passwords passwords = new Passwords(randoms);
    settings = new Settings(db);
    people = new People(db, ids, passwords);
    sessions = new Sessions(db, randoms, clock);
    signIn = new SignIn(people, passwords, db, clock);
    appPasswords = new AppPasswords(db, randoms);
    terms = new Terms(db, ids);
    catalogue = new Catalogue(terms::withAncestors);
    entries = new Entries(db, terms);
    posts = new Posts(db, ids, settings, randoms);
    imports = new Imports(ids);
    comments = new Comments(db, ids);
    permalinks = new Permalinks(entries, terms, people, settings);
    setup = new Setup(db, people, settings, terms);
    stamps = new Stamps();
    pages = new Pages(db.changes(), stamps, clock, config.get(ConfigKey.CACHE_ENABLED));
    // Stamps last: a page may be served again only when what it is made from is right.
    db.changes().follow(settings);
    db.changes().follow(terms);
    db.changes().follow(catalogue);
    db.changes().follow(stamps);
    db.changes().start();
  }

  /** Opens the site in a data directory, making it when there is none. Throws {@link BootFailure}. */
  public static Quillbox open(Config config, DataDir data, Clock clock, Probe probe) {
    Randoms randoms = new Randoms();
    // Before the store: a new site gets its key now, and a used one must have it.
    Secrets secrets = Secrets.open(data, System.getenv(), randoms::bytes);
    try {
      return new Quillbox(
          database(config, data, clock, probe), data, secrets, randoms, config, clock);
    } catch (SchemaProblem e) {
      throw e.isTooNew()
          ? new BootFailure.SchemaTooNew(e.getMessage())
          : new BootFailure.MigrationFailed(e.getMessage(), e);
    }
  }

  private static Database database(Config config, DataDir data, Clock clock, Probe probe) {
    String url = config.get(ConfigKey.DB_URL);
    if (!url.isEmpty()) {
      return Database.postgres(
          url, config.get(ConfigKey.DB_USER), config.get(ConfigKey.DB_PASSWORD), clock, probe);
    }
    Path folder = data.db();
    Database.prepareDerby(folder.resolve("derby.log"));
    return Database.embedded(folder.resolve("site"), clock, probe);
  }

  public Db db() {
    return database.db();
  }

  public DataDir data() {
    return data;
  }

  /** The master key, and the keys made from it. */
  public Secrets secrets() {
    return secrets;
  }

  public Clock clock() {
    return clock;
  }

  public Randoms randoms() {
    return randoms;
  }

  public Settings settings() {
    return settings;
  }

  public People people() {
    return people;
  }

  public Sessions sessions() {
    return sessions;
  }

  public SignIn signIn() {
    return signIn;
  }

  public AppPasswords appPasswords() {
    return appPasswords;
  }

  public Terms terms() {
    return terms;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Entries entries() {
    return entries;
  }

  public Posts posts() {
    return posts;
  }

  public Imports imports() {
    return imports;
  }

  public Comments comments() {
    return comments;
  }

  public Permalinks permalinks() {
    return permalinks;
  }

  public Setup setup() {
    return setup;
  }

  /** What a second page store over the same feed needs. */
  public Stamps stamps() {
    return stamps;
  }

  public Pages pages() {
    return pages;
  }

  @Override
  public void close() {
    database.close();
  }
}
