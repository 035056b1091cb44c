package org.quillbox.base.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.BootFailure;

/**
 * The master key and the keys made from it. It is 32 random bytes: given by systemd as a credential where the
 * service runs under it, else in {@code secret.key} of the data directory. A site that had one never gets a
 * new one by itself: what was encrypted with the old one would be lost without a word.
 */
public final class Secrets {
  private static final int LENGTH = 32;

  private final byte[] master;

  private Secrets(byte[] master) {
    this.master = master;
  }

  /**
   * Reads the master key, or makes it for a site that never had one.
   *
   * @param environment looked up for {@code CREDENTIALS_DIRECTORY}
   * @param chance gives that many random bytes
   * @throws BootFailure.KeyMissing when the key of a used site is gone, damaged or open to others
   */
  public static Secrets open(
      DataDir dir, Map<String, String> environment, IntFunction<byte[]> chance) {
    Path credential = credential(environment);
    Path file = credential != null ? credential : dir.secretKey();
    try {
      if (Files.exists(file)) {
        return new Secrets(read(file, credential == null));
      }
      if (dir.isUsed()) {
        throw new BootFailure.KeyMissing(
            file
                + " is missing, and the site in "
                + dir.root()
                + " was made with one; put it back from a backup (32 bytes, mode 0600)",
            null);
      }
      byte[] fresh = chance.apply(LENGTH);
      write(file, fresh);
      return new Secrets(fresh);
    } catch (IOException e) {
      throw new BootFailure.KeyMissing(
          file + " cannot be used (" + e.getMessage() + "); the user who runs Quillbox must own it",
          e);
    }
  }

  /** A key for one purpose; the same for the same name, and of no help in finding the others. */
  public SecretKey key(String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "Generic",
              HKDFParameterSpec.ofExtract()
                  .addIKM(master)
                  .thenExpand(("quillbox " + purpose).getBytes(StandardCharsets.UTF_8), LENGTH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has HKDF-SHA256", e);
    }
  }

  private static @Nullable Path credential(Map<String, String> environment) {
    String given = environment.get("CREDENTIALS_DIRECTORY");
    if (given == null) {
      return null;
    }
    Path file = Path.of(given).resolve("secret.key");
    return Files.exists(file) ? file : null;
  }

  private static byte[] read(Path file, boolean ours) throws IOException {
    byte[] key = Files.readAllBytes(file);
    if (key.length != LENGTH) {
      throw new BootFailure.KeyMissing(
          file + " has " + key.length + " bytes, not " + LENGTH + "; put it back from a backup",
          null);
    }
    // systemd decides about the modes of its credentials; those of our own file are ours to mind.
    if (ours) {
      Set<PosixFilePermission> modes = Files.getPosixFilePermissions(file);
      modes.remove(PosixFilePermission.OWNER_READ);
      modes.remove(PosixFilePermission.OWNER_WRITE);
      if (!modes.isEmpty()) {
        throw new BootFailure.KeyMissing(
            file + " is open to other users; close it with: chmod 600 " + file, null);
      }
    }
    return key;
  }

  /** Written beside, forced to disk, then renamed: a cut leaves no key or a whole one. */
  private static void write(Path file, byte[] key) throws IOException {
    Path beside = file.resolveSibling("secret.key.new");
    Files.deleteIfExists(beside);
    try (FileChannel out =
        FileChannel.open(
            beside,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      out.write(ByteBuffer.wrap(key));
      out.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel dir = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
      dir.force(true);
    }
  }
}
