package org.quillbox.base.gates;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.quillbox.base.kernel.Problem;

/**
 * Files that are whole or not there: written beside their place, forced to the disk, renamed over the old
 * one, and the directory forced too. A crash at any instant leaves the old bytes or the new ones.
 */
public final class AtomicFile {
  /** Read and write for the owner, nothing for anybody else. */
  public static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rw-------");

  private static final Randoms NAMES = new Randoms();

  private AtomicFile() {}

  /** What writes the content; may fail, then the old file stays. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a private file (0600). */
  public static void write(Path target, byte[] content) throws IOException {
    write(target, PRIVATE, out -> out.write(content));
  }

  /** Writes a private file (0600). */
  public static void write(Path target, Content content) throws IOException {
    write(target, PRIVATE, content);
  }

  /**
   * Writes a file; its directory must exist.
   *
   * @throws Problem.Unavailable with {@code storageFull} when the disk or a quota is full
   * @throws IOException for whatever else went wrong; the old file is then untouched
   */
  public static void write(Path target, Set<PosixFilePermission> mode, Content content)
      throws IOException {
    Path directory = directoryOf(target);
    Path made = directory.resolve("." + target.getFileName() + "." + NAMES.hex(6) + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(
              made,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PRIVATE))) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024);
        content.writeTo(out);
        out.flush();
        if (!mode.equals(PRIVATE)) {
          Files.setPosixFilePermissions(made, mode);
        }
        channel.force(true);
      }
      rename(made, target);
      forceDirectory(directory);
    } catch (IOException e) {
      if (isFull(e)) {
        throw full(target, e);
      }
      throw e;
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("The file system of " + to + " cannot rename in one step.", e);
    }
  }

  /** Makes names in a directory durable: a rename is not before this. */
  public static void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Path directoryOf(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("no directory: " + target);
    }
    return parent;
  }

  /** Whether this failure says that no space is left; Java has no type for it, only the system's words. */
  public static boolean isFull(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (words.contains("no space left") || words.contains("quota exceeded")) {
        return true;
      }
    }
    return false;
  }

  private static Problem.Unavailable full(Path target, IOException cause) {
    return new Problem.Unavailable(
        "storage_full",
        "The disk is full: "
            + target.getFileName()
            + " was not written and its old content is still there. Free some space and try again.",
        true,
        cause);
  }
}
