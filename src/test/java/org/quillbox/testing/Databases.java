package org.quillbox.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.quillbox.base.store.Database;
import org.quillbox.base.store.Probe;

/** Real databases for tests: Derby in a folder, PostgreSQL as a process of its own, started once. */
public final class Databases {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Databases() {}

  /** PostgreSQL, when a test first asks for it. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** An embedded database in a folder. */
  public static Database derby(Path folder, Clock clock, Probe probe) {
    Database.prepareDerby(folder.resolve("derby.log"));
    return Database.embedded(folder.resolve("db"), clock, probe);
  }

  /** A fresh database of a PostgreSQL server. */
  public static Database postgres(Clock clock, Probe probe) {
    return Database.postgres(freshPostgresUrl(), "postgres", "postgres", clock, probe);
  }

  /** Address of a database that nobody has used. */
  public static String freshPostgresUrl() {
    String name = "quillbox" + NUMBER.incrementAndGet();
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + name;
  }
}
