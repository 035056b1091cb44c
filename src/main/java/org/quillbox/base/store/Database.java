package org.quillbox.base.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.derby.iapi.jdbc.AutoloadedDriver;
import org.jspecify.annotations.Nullable;

/** An opened database: creates it where there is none, brings its schema up to date, closes it. */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 10;

  private final HikariDataSource pool;
  private final Db db;
  private final @Nullable String derbyUrl;

  private Database(HikariDataSource pool, Db db, @Nullable String derbyUrl) {
    this.pool = pool;
    this.db = db;
    this.derbyUrl = derbyUrl;
  }

  public Db db() {
    return db;
  }

  /**
   * Sets what Derby reads once for the whole process. Called before the first database is opened.
   *
   * @param log file for Derby's own log
   */
  public static void prepareDerby(Path log) {
    System.setProperty("derby.stream.error.file", log.toAbsolutePath().toString());
    System.setProperty("derby.storage.pageCacheSize", "300");
    System.setProperty("derby.locks.deadlockTimeout", "2");
    System.setProperty("derby.locks.waitTimeout", "5");
    System.setProperty("derby.language.statementCache.size", "200");
  }

  /** Opens the embedded database in a directory; makes it there when the directory does not exist. */
  public static Database embedded(Path directory, Clock clock, Probe probe) {
    Path folder = directory.toAbsolutePath();
    if (!Files.exists(folder)) {
      create(folder, clock);
    }
    String url = "jdbc:derby:" + folder;
    try (Connection first = derby(url)) {
      first.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new StoreFailure("The database in " + folder + " cannot be opened", e);
    }
    return open(derbyPool(url), Dialect.DERBY, url, clock, probe);
  }

  /** Opens a PostgreSQL database. */
  public static Database postgres(
      String url, String user, String password, Clock clock, Probe probe) {
    HikariConfig config = pool();
    config.setDataSourceClassName("org.postgresql.ds.PGSimpleDataSource");
    config.addDataSourceProperty("url", url);
    config.setUsername(user);
    config.setPassword(password);
    return open(config, Dialect.POSTGRES, null, clock, probe);
  }

  /** Made beside and moved into place, so that a half-made database is never opened. */
  private static void create(Path folder, Clock clock) {
    Path beside = folder.resolveSibling(folder.getFileName() + ".creating");
    delete(beside);
    String url = "jdbc:derby:" + beside;
    try (Connection made = derby(url + ";create=true;territory=en_US")) {
      made.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new StoreFailure("The database cannot be created in " + folder.getParent(), e);
    }
    open(derbyPool(url), Dialect.DERBY, url, clock, Probe.NONE).close();
    try {
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The new database cannot be moved to " + folder, e);
    }
  }

  private static Database open(
      HikariConfig config, Dialect dialect, @Nullable String derbyUrl, Clock clock, Probe probe) {
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof SQLException sql) {
        throw new StoreFailure("The database does not answer", sql);
      }
      throw e;
    }
    Db db = new Db(pool, dialect, clock, probe);
    Database database = new Database(pool, db, derbyUrl);
    try {
      // Steps are no step of the feed and of no interest to a probe.
      new Migrator(new Db(pool, dialect, clock, Probe.NONE), dialect).run();
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  private static HikariConfig pool() {
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(10_000);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setPoolName("store");
    return config;
  }

  private static HikariConfig derbyPool(String url) {
    HikariConfig config = pool();
    config.setDataSource(new DerbySource(url));
    return config;
  }

  /** Called directly: the driver manager would look through the whole class path. */
  static Connection derby(String url) throws SQLException {
    Driver driver = new AutoloadedDriver();
    Connection connection = driver.connect(url, new Properties());
    if (connection == null) {
      throw new SQLException("No Derby address: " + url);
    }
    return connection;
  }

  @Override
  public void close() {
    pool.close();
    if (derbyUrl != null) {
      try (Connection none = derby(derbyUrl + ";shutdown=true")) {
        throw new IllegalStateException("Derby stayed open: " + none);
      } catch (SQLException e) {
        if (!"08006".equals(e.getSQLState())) {
          throw new StoreFailure("The database could not be closed", e);
        }
      }
    }
  }

  private static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      List<Path> all = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : all) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An unfinished database cannot be removed: " + tree, e);
    }
  }
}
