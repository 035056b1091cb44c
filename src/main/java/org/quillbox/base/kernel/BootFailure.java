package org.quillbox.base.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Why the product did not start: one line with the remedy, and an exit code of its own (architecture sections
 * 7 and 12). Thrown by whoever notices; the command line prints the message and exits with the code.
 */
public abstract sealed class BootFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exitCode;

  private BootFailure(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** 64 to 74, or 78 for a configuration that cannot be used. */
  public int exitCode() {
    return exitCode;
  }

  /** Short stable name, e.g. {@code PortTaken}: for logs and the page shown meanwhile. */
  public String name() {
    return getClass().getSimpleName();
  }

  /** One line: what stands in the way, and what to do. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? name() : message;
  }

  /** The data directory cannot be made or written. */
  public static final class DataDirNotWritable extends BootFailure {
    private static final long serialVersionUID = 1L;

    public DataDirNotWritable(String message, @Nullable Throwable cause) {
      super(64, message, cause);
    }
  }

  /** The data directory belongs to somebody else, or holds something else. */
  public static final class DataDirForeign extends BootFailure {
    private static final long serialVersionUID = 1L;

    public DataDirForeign(String message) {
      super(65, message, null);
    }
  }

  /** Another process works on the data directory. */
  public static final class DataDirLocked extends BootFailure {
    private static final long serialVersionUID = 1L;

    public DataDirLocked(String message) {
      super(66, message, null);
    }
  }

  /** The port cannot be listened on. */
  public static final class PortTaken extends BootFailure {
    private static final long serialVersionUID = 1L;

    public PortTaken(String message, @Nullable Throwable cause) {
      super(67, message, cause);
    }
  }

  /** The data was written by a newer release. */
  public static final class SchemaTooNew extends BootFailure {
    private static final long serialVersionUID = 1L;

    public SchemaTooNew(String message) {
      super(68, message, null);
    }
  }

  /** A step of bringing the data up to this release failed. */
  public static final class MigrationFailed extends BootFailure {
    private static final long serialVersionUID = 1L;

    public MigrationFailed(String message, @Nullable Throwable cause) {
      super(69, message, cause);
    }
  }

  /** A setting of the machine is unknown or cannot be used; names key, place and remedy. */
  public static final class ConfigInvalid extends BootFailure {
    private static final long serialVersionUID = 1L;

    public ConfigInvalid(String message) {
      super(78, message, null);
    }
  }

  /** The master key is gone, damaged or readable by others. */
  public static final class KeyMissing extends BootFailure {
    private static final long serialVersionUID = 1L;

    public KeyMissing(String message, @Nullable Throwable cause) {
      super(71, message, cause);
    }
  }

  /** Too little room on the disk to start safely. */
  public static final class OutOfSpace extends BootFailure {
    private static final long serialVersionUID = 1L;

    public OutOfSpace(String message, @Nullable Throwable cause) {
      super(72, message, cause);
    }
  }

  /** The database does not open: the server is away, refuses the password, or the files are damaged. */
  public static final class StoreUnavailable extends BootFailure {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, @Nullable Throwable cause) {
      super(74, message, cause);
    }
  }

  /** This Java cannot run the product. The launcher answers an older one before this class can load. */
  public static final class WrongJava extends BootFailure {
    private static final long serialVersionUID = 1L;

    public WrongJava(String message) {
      super(78, message, null);
    }
  }
}
