package org.quillbox.base.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Actor;

/**
 * Brings the schema up to date, forward only. Steps are files {@code db/0001__room.sql}, listed in {@code
 * db/steps.txt}, each run in a transaction of its own and remembered with its checksum.
 */
final class Migrator {
  private static final String LIST = "/db/steps.txt";

  private final Db db;
  private final Dialect dialect;

  Migrator(Db db, Dialect dialect) {
    this.db = db;
    this.dialect = dialect;
  }

  private record Step(int number, String name, String sql, String checksum) {}

  private record Done(int number, String name, String checksum) {}

  /** Runs what has not been run. Throws {@link SchemaProblem}. */
  void run() {
    List<Step> steps = steps();
    List<Done> done = done();
    for (Done d : done) {
      if (d.number > steps.size()) {
        throw new SchemaProblem(
            true,
            "The data was written by a newer Quillbox (schema "
                + done.getLast().number
                + ", this one knows "
                + steps.size()
                + "). Nothing was changed. Start the newer version, or restore a backup made by this one.",
            null);
      }
      Step step = steps.get(d.number - 1);
      if (!step.checksum.equals(d.checksum)) {
        throw new SchemaProblem(
            false,
            "Step "
                + d.name
                + " of the schema is not the one this data was made with. Nothing was changed. "
                + "Start the version of Quillbox that last ran here.",
            null);
      }
    }
    for (Step step : steps.subList(done.size(), steps.size())) {
      apply(step);
    }
  }

  private List<Done> done() {
    try {
      return db.read(tx ->
          tx.list(
              "select number, name, checksum from schema_steps order by number",
              row -> new Done(row.small("number"), row.text("name"), row.text("checksum"))));
    } catch (StoreFailure e) {
      if (isMissingTable(e.state())) {
        return List.of();
      }
      throw e;
    }
  }

  private static boolean isMissingTable(@Nullable String state) {
    return "42X05".equals(state) || "42P01".equals(state);
  }

  private void apply(Step step) {
    try {
      db.tx(
          Cause.SCHEDULE,
          Actor.box(),
          tx -> {
            for (String statement : step.sql.split(";\\s*\\n")) {
              if (!statement.isBlank()) {
                tx.update(dialect.fill(statement.strip()));
              }
            }
            return tx.update(
                "insert into schema_steps (number, name, checksum, made_at) values (?,?,?,?)",
                step.number,
                step.name,
                step.checksum,
                tx.now());
          });
    } catch (RuntimeException e) {
      throw new SchemaProblem(
          false,
          "Step "
              + step.name
              + " of the schema failed ("
              + e.getMessage()
              + "). The data is as it was before that step. Keep it, and start the version that last ran here.",
          e);
    }
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (String name : resource(LIST).lines().filter(l -> !l.isBlank()).toList()) {
      String sql = resource("/db/" + name);
      steps.add(new Step(steps.size() + 1, name, withoutComments(sql), checksum(sql)));
    }
    return steps;
  }

  private static String withoutComments(String sql) {
    StringBuilder out = new StringBuilder();
    sql.lines()
        .filter(line -> !line.stripLeading().startsWith("--"))
        .forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  private static String checksum(String sql) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Migrator.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + name);
      }
      StringBuilder text = new StringBuilder();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        text.append(line).append('\n');
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
