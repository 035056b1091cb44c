package org.quillbox.door.wxr;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.quillbox.base.config.ConfigKey;

/** The import on a real PostgreSQL. */
final class WxrImportOnPostgresTest extends WxrImportContract {
  private static EmbeddedPostgres server;

  /** Databases made, by test folder and name: a name asked for again is the same database. */
  private final Map<String, String> made = new HashMap<>();

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Override
  Map<ConfigKey<?>, String> database(String name) {
    String database = made.computeIfAbsent(name, _ -> create("q" + System.nanoTime()));
    return Map.of(
        ConfigKey.DB_URL,
        server.getJdbcUrl("postgres", database),
        ConfigKey.DB_USER,
        "postgres",
        ConfigKey.DB_PASSWORD,
        "postgres");
  }

  private static String create(String database) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + database);
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
