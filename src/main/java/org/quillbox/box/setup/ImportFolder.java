package org.quillbox.box.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.quillbox.base.gates.AtomicFile;
import org.quillbox.base.gates.Randoms;

/** Where uploaded exports wait to be brought in: {@code imports/} in the data directory. */
public final class ImportFolder {
  /** Left free for the site itself while a file comes in. */
  private static final long SPARE = 64L << 20;

  private final Path folder;
  private final Randoms randoms;

  /**
   * @param dataDir the data directory
   */
  public ImportFolder(Path dataDir, Randoms randoms) {
    this.folder = dataDir.resolve("imports");
    this.randoms = randoms;
  }

  /** Bytes a file may have: what the disk has left, but for a spare. */
  public long room() {
    try {
      return Math.max(0, Files.getFileStore(made()).getUsableSpace() - SPARE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The room in words, for the hint at the field. */
  String roomShown() {
    double gigabytes = room() / 1e9;
    return gigabytes >= 1
        ? String.format(Locale.ROOT, "%.0f GB", gigabytes)
        : String.format(Locale.ROOT, "%.0f MB", gigabytes * 1000);
  }

  /** Writes an upload to a file that is whole or not there. Its name is ours: the visitor's is not trusted. */
  Path keep(InputStream bytes) throws IOException {
    Path file = made().resolve("upload-" + randoms.hex(8) + ".xml");
    AtomicFile.write(file, out -> bytes.transferTo(out));
    return file;
  }

  /** Takes a file away that nobody will bring in. */
  static void drop(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path made() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return folder;
  }
}
