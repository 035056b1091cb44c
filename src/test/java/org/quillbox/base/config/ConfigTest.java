package org.quillbox.base.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quillbox.base.kernel.BootFailure.ConfigInvalid;

class ConfigTest {
  @TempDir Path dir;

  @Test
  void eachSourceWinsOverTheOneBeforeAndIsRemembered() throws IOException {
    file("http.port = 1001\nhttp.bind = 127.0.0.1\ncache.enabled = false\n");
    Config config =
        resolve(
            Map.of("QUILLBOX_HTTP_PORT", "1002", "QUILLBOX_CACHE_ENABLED", "true", "HOME", "/root"),
            "--set http.port=1003",
            "--port http.port=1004");
    assertEquals(1004, config.get(ConfigKey.HTTP_PORT));
    assertEquals("option --port", config.origin(ConfigKey.HTTP_PORT).text());
    assertEquals(true, config.get(ConfigKey.CACHE_ENABLED));
    assertEquals("variable QUILLBOX_CACHE_ENABLED", config.origin(ConfigKey.CACHE_ENABLED).text());
    assertEquals("127.0.0.1", config.get(ConfigKey.HTTP_BIND));
    assertEquals(
        dir.resolve("quillbox.properties") + " line 2", config.origin(ConfigKey.HTTP_BIND).text());
    assertEquals(24L << 20, config.get(ConfigKey.CACHE_SIZE));
    assertEquals("default", config.origin(ConfigKey.CACHE_SIZE).text());
  }

  @Test
  void theDataDirectoryMayComeFromTheEnvironment() {
    Config config =
        new ConfigSources(Map.of("QUILLBOX_DATA_DIR", dir.toString())).resolve(null, List.of());
    assertEquals(dir, config.dataDir());
  }

  @Test
  void aFileElsewhereMayNameTheDataDirectory() throws IOException {
    Path file = Files.writeString(dir.resolve("elsewhere"), "data.dir = /srv/site\n");
    assertEquals(
        Path.of("/srv/site"), new ConfigSources(Map.of()).resolve(file, List.of()).dataDir());
  }

  @Test
  void aPasswordStandsAsItIs() throws IOException {
    file("\ufeff# ours\n  db.password =  a\\b=c#d \\ \n");
    assertEquals("a\\b=c#d \\", resolve(Map.of()).get(ConfigKey.DB_PASSWORD));
  }

  @Test
  void aSecretComesFromAFileAndIsNeverShown() throws IOException {
    Path secret = Files.writeString(dir.resolve("password"), "swordfish\n");
    file("db.password = other\n");
    Config config = resolve(Map.of("QUILLBOX_DB_PASSWORD_FILE", secret.toString()));
    assertEquals("swordfish", config.get(ConfigKey.DB_PASSWORD));
    assertFalse(config.toString().contains("swordfish"), config.toString());
    assertTrue(
        config.entries().stream()
            .anyMatch(one -> one.key().equals("db.password") && one.value().equals(Config.MASK)));
  }

  @Test
  void networksAreReadAsAList() {
    Config config = resolve(Map.of(), "--set limits.exempt=10.0.0.0/8, ::1");
    assertEquals(
        List.of(Network.parse("10.0.0.0/8"), Network.parse("::1")),
        config.get(ConfigKey.LIMITS_EXEMPT));
    assertTrue(
        config.get(ConfigKey.LIMITS_EXEMPT).getFirst().contains(InetAddress.ofLiteral("10.1.1.1")));
    assertEquals(List.of(), config.get(ConfigKey.HTTP_TRUSTED_PROXIES));
  }

  static Stream<List<String>> refusals() {
    return Stream.of(
        List.of(
            "http.port = 80\nhttp.prot = 81",
            "line 2: unknown key http.prot; did you mean http.port?"),
        List.of("loglevel = info", "line 1: unknown key loglevel; did you mean log.level?"),
        List.of("colour.of.the.sky = blue", "line 1: unknown key colour.of.the.sky; the keys"),
        List.of("\n\nhttp.port 80", "line 3: 'http.port 80' has no '='"),
        List.of("http.port = 70000", "line 1: http.port = 70000: write a number from 0 to 65535"),
        List.of("http.port =", "line 1: http.port = : write a number"),
        List.of("http.port = 80\nhttp.port = 81", "line 2: http.port is already set by"),
        List.of(
            "db.password = a\ndb.password-file = b", "line 2: db.password-file is already set by"),
        List.of("db.password-file = /no/such", "line 1: db.password-file: /no/such cannot be read"),
        List.of("cache.enabled = yes", "write true or false"),
        List.of("cache.size = 24 MB", "write a size like"),
        List.of("cache.size = 1 KiB", "at least 1024 KiB"),
        List.of("limits.exempt = 10.0.0.1/8", "bits set behind"),
        List.of("http.bind = example.org", "write an IP address"),
        List.of("db.url = jdbc:mysql://x", "jdbc:postgresql:"),
        List.of("log.level = loud", "error, warning, info or debug"),
        List.of("data.dir = /elsewhere", "data.dir cannot be set by the file inside it"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aWrongLineIsRefusedWithItsPlaceAndTheRemedy(List<String> textAndMessage) throws IOException {
    file(textAndMessage.get(0));
    ConfigInvalid refusal = assertThrows(ConfigInvalid.class, () -> resolve(Map.of()));
    assertTrue(refusal.getMessage().contains(textAndMessage.get(1)), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("quillbox.properties line "), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("\n"), refusal.getMessage());
    assertEquals(78, refusal.exitCode());
  }

  @ParameterizedTest
  @CsvSource({
    "QUILLBOX_HTTP_PROT, variable QUILLBOX_HTTP_PROT: no setting has this name; did you mean QUILLBOX_HTTP_PORT?",
    "QUILLBOX_HTTP_PORT, variable QUILLBOX_HTTP_PORT: http.port = wrong"
  })
  void aWrongVariableIsRefusedByName(String variable, String message) {
    ConfigInvalid refusal =
        assertThrows(ConfigInvalid.class, () -> resolve(Map.of(variable, "wrong")));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }

  @Test
  void aMissingFileThatWasNamedIsRefused() {
    ConfigInvalid refusal =
        assertThrows(
            ConfigInvalid.class,
            () -> new ConfigSources(Map.of()).resolve(dir.resolve("none"), List.of()));
    assertTrue(refusal.getMessage().contains("there is no such file"), refusal.getMessage());
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Files.write(dir.resolve("quillbox.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    ConfigInvalid refusal = assertThrows(ConfigInvalid.class, () -> resolve(Map.of()));
    assertTrue(refusal.getMessage().contains("UTF-8"), refusal.getMessage());
  }

  private void file(String text) throws IOException {
    Files.writeString(dir.resolve("quillbox.properties"), text);
  }

  private Config resolve(Map<String, String> environment, String... typed) {
    List<ConfigSources.Typed> all =
        Stream.concat(Stream.of("--data data.dir=" + dir), Stream.of(typed))
            .map(one ->
                new ConfigSources.Typed(
                    one.substring(0, one.indexOf(' ')), one.substring(one.indexOf(' ') + 1)))
            .toList();
    return new ConfigSources(environment).resolve(null, all);
  }
}
