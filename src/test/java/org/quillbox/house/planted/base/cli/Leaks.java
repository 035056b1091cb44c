package org.quillbox.house.planted.base.cli;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Uses libraries outside their fences; the house test names the lines. */
final class Leaks {
  private Leaks() {}

  /* Line 18. */
  static void jdbc() throws SQLException {

    DriverManager.getConnection("jdbc:derby:memory:planted").close();
  }

  static byte[] chance() {
    return new SecureRandom().generateSeed(1);
  }

  static int jersey() {
    return Response.ok().build().getStatus();
  }

  static void process() throws IOException {
    new ProcessBuilder("true").start().destroy();
  }

  static int serialization(InputStream in) throws IOException {
    return new ObjectInputStream(in).readInt();
  }
}
