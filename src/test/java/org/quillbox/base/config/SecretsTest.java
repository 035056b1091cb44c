package org.quillbox.base.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quillbox.base.kernel.BootFailure.KeyMissing;

class SecretsTest {
  private final Path temp;
  private final DataDir dir;
  private int asked;

  SecretsTest(@TempDir Path temp) {
    this.temp = temp;
    this.dir = DataDir.open(temp.resolve("data"), "serve");
  }

  @AfterEach
  void close() {
    dir.close();
  }

  @Test
  void aNewSiteGetsAKeyAndKeepsIt() throws IOException {
    byte[] first = Secrets.open(dir, Map.of(), this::chance).key("session").getEncoded();
    byte[] again = Secrets.open(dir, Map.of(), this::chance).key("session").getEncoded();
    assertArrayEquals(first, again);
    assertEquals(1, asked);
    assertEquals(32, Files.size(dir.secretKey()));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.secretKey())));
  }

  @Test
  void eachPurposeHasItsOwnKeyAndNoneIsTheMaster() {
    Secrets secrets = Secrets.open(dir, Map.of(), this::chance);
    byte[] session = secrets.key("session").getEncoded();
    assertEquals(32, session.length);
    assertFalse(Arrays.equals(session, secrets.key("mail").getEncoded()));
    assertFalse(Arrays.equals(session, filled(1)));
  }

  @Test
  void aUsedSiteNeverGetsANewKeyByItself() throws IOException {
    Files.createFile(dir.db().resolve("service.properties"));
    KeyMissing refusal =
        assertThrows(KeyMissing.class, () -> Secrets.open(dir, Map.of(), this::chance));
    assertTrue(refusal.getMessage().contains("put it back from a backup"), refusal.getMessage());
    assertEquals(71, refusal.exitCode());
    assertFalse(Files.exists(dir.secretKey()));
  }

  @Test
  void aDamagedKeyIsRefused() throws IOException {
    Secrets.open(dir, Map.of(), this::chance);
    Files.write(dir.secretKey(), new byte[31]);
    KeyMissing refusal =
        assertThrows(KeyMissing.class, () -> Secrets.open(dir, Map.of(), this::chance));
    assertTrue(refusal.getMessage().contains("has 31 bytes, not 32"), refusal.getMessage());
  }

  @Test
  void aKeyOthersCanReadIsRefused() throws IOException {
    Secrets.open(dir, Map.of(), this::chance);
    Files.setPosixFilePermissions(dir.secretKey(), PosixFilePermissions.fromString("rw-r-----"));
    KeyMissing refusal =
        assertThrows(KeyMissing.class, () -> Secrets.open(dir, Map.of(), this::chance));
    assertTrue(refusal.getMessage().contains("chmod 600"), refusal.getMessage());
  }

  @Test
  void aCredentialOfSystemdWinsAndNothingIsWritten() throws IOException {
    Path credentials = Files.createDirectory(temp.resolve("credentials"));
    Files.write(credentials.resolve("secret.key"), filled(7));
    Map<String, String> environment = Map.of("CREDENTIALS_DIRECTORY", credentials.toString());
    byte[] given = Secrets.open(dir, environment, this::chance).key("session").getEncoded();
    assertEquals(0, asked);
    assertFalse(Files.exists(dir.secretKey()));
    assertFalse(
        Arrays.equals(
            given, Secrets.open(dir, Map.of(), this::chance).key("session").getEncoded()));
  }

  private byte[] chance(int length) {
    asked++;
    return Arrays.copyOf(filled(1), length);
  }

  private static byte[] filled(int with) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }
}
