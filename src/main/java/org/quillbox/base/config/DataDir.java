package org.quillbox.base.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.BootFailure;

/**
 * The directory that holds a site, open: made where it was missing, found to be ours and writable, and locked
 * against a second process until {@link #close}. Layout and modes are those of architecture section 12;
 * directories are 0700, files 0600.
 *
 * <p>Two files stand beside the listed ones: {@code lock}, which carries the process number of its holder, and
 * {@code attempts}, which counts starts that never got ready.
 */
public final class DataDir implements AutoCloseable {
  /** Less room than this and the database could not finish what it begins. */
  static final long LEAST_ROOM = 16L << 20;

  private static final List<String> PARTS =
      List.of("db", "media", "themes", "search", "kept", "backups");

  /** What a directory of ours, or one prepared for us, may contain and be recognized by. */
  private static final Set<String> SIGNS =
      Set.of("db", "state.json", "secret.key", "lock", ConfigSources.FILE);

  private final Path root;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final int attempts;

  private DataDir(Path root, FileChannel lockFile, FileLock lock, int attempts) {
    this.root = root;
    this.lockFile = lockFile;
    this.lock = lock;
    this.attempts = attempts;
  }

  /**
   * Opens a data directory and counts the attempt.
   *
   * @param dir made with its parents when missing
   * @param command what follows {@code quillbox} on the command line, for the message that names the command
   *     to run instead, e.g. {@code serve}
   * @throws BootFailure DataDirNotWritable, DataDirForeign, DataDirLocked or OutOfSpace
   */
  public static DataDir open(Path dir, String command) {
    return open(dir, command, new Machine());
  }

  static DataDir open(Path dir, String command, Machine machine) {
    Path root = dir.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(root)) {
        make(root);
      }
      root = root.toRealPath();
      checkOwner(root, command, machine);
      checkContents(root);
      if (!Files.isWritable(root) || !Files.isExecutable(root)) {
        throw notWritable(root, null);
      }
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      if (machine.room(root) < LEAST_ROOM) {
        throw new BootFailure.OutOfSpace(
            "less than "
                + (LEAST_ROOM >> 20)
                + " MiB are free on the disk of "
                + root
                + "; free some space there and start again",
            null);
      }
      return lockAndFill(root);
    } catch (IOException e) {
      throw failed(root, e);
    }
  }

  private static DataDir lockAndFill(Path root) throws IOException {
    FileChannel file =
        FileChannel.open(
            root.resolve("lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      FileLock lock = lock(file);
      if (lock == null) {
        throw new BootFailure.DataDirLocked(
            root
                + " is in use by process "
                + holder(file)
                + "; stop that process first, or name another directory with --data");
      }
      file.truncate(0);
      byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
      file.write(ByteBuffer.wrap(pid), 0);
      for (String part : PARTS) {
        make(root.resolve(part));
      }
      int attempts = attempts(root);
      write(root.resolve("attempts"), (attempts + 1) + "\n");
      return new DataDir(root, file, lock, attempts);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  public Path root() {
    return root;
  }

  /** The embedded database. */
  public Path db() {
    return root.resolve("db");
  }

  /** Uploaded files by year and month. */
  public Path media() {
    return root.resolve("media");
  }

  public Path themes() {
    return root.resolve("themes");
  }

  /** The search index; may be thrown away. */
  public Path search() {
    return root.resolve("search");
  }

  /** Pages that answer while the store is closed; may be thrown away. */
  public Path kept() {
    return root.resolve("kept");
  }

  public Path backups() {
    return root.resolve("backups");
  }

  Path secretKey() {
    return root.resolve("secret.key");
  }

  /** What the box knows about itself: version last run, set-up code, last seen time. */
  public Path state() {
    return root.resolve("state.json");
  }

  /** True when a site was kept here before: then the master key must be there too. */
  public boolean isUsed() {
    try (Stream<Path> inside = Files.list(db())) {
      return Files.exists(state()) || inside.findAny().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts before this one that never called {@link #ready}. */
  public int attempts() {
    return attempts;
  }

  /** Says that this start succeeded. */
  public void ready() {
    try {
      write(root.resolve("attempts"), "0\n");
    } catch (IOException e) {
      throw failed(root, e);
    }
  }

  /** Lets another process in. The lock file stays: deleting it would let two processes hold it. */
  @Override
  public void close() {
    try {
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkOwner(Path root, String command, Machine machine) throws IOException {
    int owner = (int) Files.getAttribute(root, "unix:uid");
    if (owner == machine.user()) {
      return;
    }
    String name = Files.getOwner(root).getName();
    throw new BootFailure.DataDirForeign(
        root
            + " belongs to "
            + name
            + ", not to "
            + machine.userName()
            + "; run it as its owner: "
            + (machine.user() == 0 ? "runuser -u " : "sudo -u ")
            + name
            + " -- java -jar "
            + machine.jar()
            + " "
            + command
            + " --data "
            + root);
  }

  /** A wrong --data must not change the modes of somebody's home. */
  private static void checkContents(Path root) throws IOException {
    List<String> inside;
    try (Stream<Path> all = Files.list(root)) {
      inside = all.map(path -> path.getFileName().toString()).toList();
    } catch (AccessDeniedException e) {
      throw notWritable(root, e);
    }
    boolean empty = inside.stream().allMatch("lost+found"::equals);
    if (!empty && inside.stream().noneMatch(SIGNS::contains)) {
      throw new BootFailure.DataDirForeign(
          root
              + " holds other things ("
              + inside.stream().sorted().findFirst().orElse("")
              + ") and no site; name an empty or new directory with --data");
    }
  }

  private static void make(Path dir) throws IOException {
    Files.createDirectories(
        dir, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String holder(FileChannel file) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    file.read(text, 0);
    String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    return pid.isEmpty() ? "(unknown)" : pid;
  }

  private static int attempts(Path root) throws IOException {
    Path file = root.resolve("attempts");
    String text =
        Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Files.readString(file).strip() : "0";
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  private static void write(Path file, String text) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }
  }

  private static BootFailure failed(Path root, IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("No space left") || message.contains("quota")) {
      return new BootFailure.OutOfSpace(
          "the disk of " + root + " is full; free some space there and start again", e);
    }
    return notWritable(root, e);
  }

  private static BootFailure notWritable(Path root, @Nullable IOException e) {
    return new BootFailure.DataDirNotWritable(
        root
            + " cannot be written by "
            + System.getProperty("user.name")
            + (e == null || e instanceof AccessDeniedException ? "" : " (" + e.getMessage() + ")")
            + "; name another directory with --data, or give this one to that user: chown -R "
            + System.getProperty("user.name")
            + " "
            + root,
        e);
  }
}
