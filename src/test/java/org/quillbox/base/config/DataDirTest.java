package org.quillbox.base.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quillbox.base.kernel.BootFailure;
import org.quillbox.base.kernel.BootFailure.DataDirForeign;
import org.quillbox.base.kernel.BootFailure.DataDirLocked;
import org.quillbox.base.kernel.BootFailure.DataDirNotWritable;
import org.quillbox.base.kernel.BootFailure.OutOfSpace;

class DataDirTest {
  @TempDir Path temp;

  @Test
  void aMissingDirectoryIsMadeClosedToOthers() throws IOException {
    Path root = temp.resolve("a/b");
    try (DataDir dir = DataDir.open(root, "serve")) {
      assertFalse(dir.isUsed());
      try (Stream<Path> inside = Files.list(root)) {
        assertEquals(
            List.of("attempts", "backups", "db", "kept", "lock", "media", "search", "themes"),
            inside.map(path -> path.getFileName().toString()).sorted().toList());
      }
      assertEquals("rwx------", modes(root));
      assertEquals("rwx------", modes(dir.db()));
      assertEquals("rw-------", modes(root.resolve("lock")));
      assertEquals("rw-------", modes(root.resolve("attempts")));
      Files.createFile(dir.db().resolve("something"));
      assertTrue(dir.isUsed());
    }
  }

  @Test
  void aSecondOpeningIsRefusedUntilTheFirstIsClosed() {
    Path root = temp.resolve("data");
    try (DataDir first = DataDir.open(root, "serve")) {
      DataDirLocked refusal = assertThrows(DataDirLocked.class, () -> DataDir.open(root, "serve"));
      assertTrue(
          refusal.getMessage().contains("in use by process " + ProcessHandle.current().pid()),
          refusal.getMessage());
      assertEquals(66, refusal.exitCode());
      assertEquals(0, first.attempts());
    }
    DataDir.open(root, "serve").close();
  }

  @Test
  void aSecondProcessIsRefusedAndToldTheNumberOfTheFirst() throws Exception {
    Path root = temp.resolve("data");
    try (DataDir first = DataDir.open(root, "serve")) {
      assertEquals(root.toRealPath(), first.root());
      Answer other = open(root, List.of());
      assertEquals(66, other.code(), other.text());
      assertTrue(other.text().contains("process " + ProcessHandle.current().pid()), other.text());
    }
    assertEquals(0, open(root, List.of()).code());
  }

  @Test
  void startsThatNeverGotReadyAreCounted() {
    Path root = temp.resolve("data");
    for (int i = 0; i < 3; i++) {
      try (DataDir dir = DataDir.open(root, "serve")) {
        assertEquals(i, dir.attempts());
      }
    }
    try (DataDir dir = DataDir.open(root, "serve")) {
      dir.ready();
    }
    try (DataDir dir = DataDir.open(root, "serve")) {
      assertEquals(0, dir.attempts());
    }
  }

  @Test
  void aDirectoryOfSomethingElseIsLeftAsItIs() throws IOException {
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(temp.resolve("letter.txt"), "dear");
    DataDirForeign refusal = assertThrows(DataDirForeign.class, () -> DataDir.open(temp, "serve"));
    assertTrue(refusal.getMessage().contains("letter.txt"), refusal.getMessage());
    assertEquals("rwxr-xr-x", modes(temp));
  }

  @Test
  void aDirectoryPreparedWithSettingsIsAccepted() throws IOException {
    Files.writeString(temp.resolve("quillbox.properties"), "");
    Files.createDirectory(temp.resolve("lost+found"));
    DataDir.open(temp, "serve").close();
    assertEquals("rwx------", modes(temp));
  }

  @Test
  void aDiskWithoutRoomIsRefused() {
    Machine full =
        new Machine() {
          @Override
          long room(Path dir) {
            return DataDir.LEAST_ROOM - 1;
          }
        };
    OutOfSpace refusal =
        assertThrows(OutOfSpace.class, () -> DataDir.open(temp.resolve("data"), "serve", full));
    assertEquals(72, refusal.exitCode());
    assertTrue(refusal.getMessage().contains("free some space"), refusal.getMessage());
  }

  @Test
  void aFileInTheWayIsRefused() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    DataDirNotWritable refusal =
        assertThrows(DataDirNotWritable.class, () -> DataDir.open(file, "serve"));
    assertEquals(64, refusal.exitCode());
  }

  @Test
  void rootRefusesTheDirectoryOfAnotherUserAndNamesTheCommand() throws Exception {
    assumeRoot();
    Path root = Files.createDirectory(temp.resolve("theirs"));
    Files.setAttribute(root, "unix:uid", nobody());
    Answer answer = open(root, List.of());
    assertEquals(65, answer.code(), answer.text());
    assertTrue(
        answer
            .text()
            .contains(
                "belongs to nobody, not to root; run it as its owner: runuser -u nobody -- java -jar "),
        answer.text());
    assertTrue(answer.text().strip().endsWith("serve --data " + root), answer.text());
    try (Stream<Path> inside = Files.list(root)) {
      assertEquals(0, inside.count(), "nothing of root's is left behind");
    }
  }

  @Test
  void anotherUserIsRefusedTheDirectoryOfRoot() throws Exception {
    assumeRoot();
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path root = Files.createDirectory(temp.resolve("ours"));
    Answer answer = open(root, List.of("setpriv", "--reuid=nobody", "--clear-groups"));
    assertEquals(65, answer.code(), answer.text());
    assertTrue(answer.text().contains("belongs to root, not to "), answer.text());
  }

  @Test
  void anotherUserIsToldThatThePlaceCannotBeWritten() throws Exception {
    assumeRoot();
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
    Answer answer =
        open(temp.resolve("new"), List.of("setpriv", "--reuid=nobody", "--clear-groups"));
    assertEquals(64, answer.code(), answer.text());
    assertTrue(answer.text().contains("cannot be written by "), answer.text());
  }

  /** What another process answered. */
  private record Answer(int code, String text) {}

  /** Opens a directory in a process of its own and exits with the failure's code. */
  private static Answer open(Path root, List<String> as) throws Exception {
    List<String> command = new ArrayList<>(as);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    // Only the classes, copied where another user can read them.
    Path classes = Files.createTempDirectory(Path.of("/tmp"), "quillbox-classes");
    try {
      copyClasses(classes);
      command.addAll(
          List.of(
              java.toString(),
              "-Xshare:auto",
              "-cp",
              classes.toString(),
              OpenDir.class.getName(),
              root.toString()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), text);
    } finally {
      try (Stream<Path> all = Files.walk(classes)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void copyClasses(Path to) throws IOException {
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (Path from : List.of(Path.of("target/classes"), Path.of("target/test-classes"))) {
      for (String room : List.of("org/quillbox/base/config", "org/quillbox/base/kernel")) {
        Files.createDirectories(to.resolve(room));
        try (Stream<Path> all = Files.list(from.resolve(room))) {
          for (Path one : all.filter(Files::isRegularFile).toList()) {
            Files.write(to.resolve(room).resolve(one.getFileName()), Files.readAllBytes(one));
          }
        }
      }
    }
  }

  /** Main class of the other process. */
  static final class OpenDir {
    private OpenDir() {}

    public static void main(String[] args) {
      try {
        DataDir.open(Path.of(args[0]), "serve").close();
      } catch (BootFailure e) {
        System.out.println(e.getMessage());
        System.exit(e.exitCode());
      }
    }
  }

  private static void assumeRoot() throws IOException {
    assumeTrue(new Machine().user() == 0, "needs root, to be somebody else as well");
  }

  private static int nobody() throws IOException {
    return Files.readAllLines(Path.of("/etc/passwd")).stream()
        .filter(line -> line.startsWith("nobody:"))
        .map(line -> Integer.valueOf(line.split(":", -1)[2]))
        .findFirst()
        .orElseThrow();
  }

  private static String modes(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
