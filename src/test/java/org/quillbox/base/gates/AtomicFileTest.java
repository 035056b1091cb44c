package org.quillbox.base.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quillbox.base.kernel.Problem;

class AtomicFileTest {
  @TempDir Path directory;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFileIsWrittenForItsOwnerOnlyAndReplacedWhole() throws IOException {
    Path file = directory.resolve("state.json");
    AtomicFile.write(file, bytes("one, longer"));
    AtomicFile.write(file, bytes("two"));
    assertEquals("two", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(List.of("state.json"), names());
  }

  @Test
  void anotherModeIsTakenAsGiven() throws IOException {
    Path file = directory.resolve("page.html");
    AtomicFile.write(
        file, PosixFilePermissions.fromString("rw-r--r--"), out -> out.write(bytes("x")));
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aWriterThatFailsLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = directory.resolve("state.json");
    AtomicFile.write(file, bytes("old"));
    IOException failed =
        assertThrows(
            IOException.class,
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[200_000]);
                      throw new IOException("the source broke");
                    }));
    assertEquals("the source broke", failed.getMessage());
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("state.json"), names());
  }

  @Test
  void aFullDiskIsAProblemThatSaysSo() throws IOException {
    Path file = directory.resolve("state.json");
    AtomicFile.write(file, bytes("old"));
    Problem.Unavailable full =
        assertThrows(
            Problem.Unavailable.class,
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      throw new IOException(
                          "write failed", new IOException("No space left on device"));
                    }));
    assertEquals(507, full.status());
    assertTrue(full.getMessage().contains("state.json"), full.getMessage());
    assertEquals("old", Files.readString(file));
  }

  @Test
  void theWordsOfTheSystemForAFullDiskAreTheOnesWeKnow() {
    IOException real =
        assertThrows(IOException.class, () -> Files.write(Path.of("/dev/full"), bytes("x")));
    assertTrue(AtomicFile.isFull(real), real.getMessage());
  }
}
