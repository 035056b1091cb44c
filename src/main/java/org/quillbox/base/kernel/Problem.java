package org.quillbox.base.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure somebody can do something about. It carries a stable code (WordPress's where one exists,
 * contract section 4) and a message that says what did not happen and what to do. Anything else that is
 * thrown is a bug.
 */
public abstract sealed class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  private Problem(String code, String message, @Nullable Throwable cause) {
    // No stack trace: a problem is an answer, and answers are cheap.
    super(message, cause, false, false);
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The message; never null here. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? code : message;
  }

  /** HTTP status of the answer. */
  public abstract int status();

  /** Input that cannot be accepted, field by field. */
  public static final class Invalid extends Problem {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, String> fields;

    /** One field: its name and a sentence with the remedy. */
    public Invalid(String field, String message) {
      this("rest_invalid_param", message, Map.of(field, message));
    }

    public Invalid(String code, String message, Map<String, String> fields) {
      super(code, message, null);
      this.fields = Map.copyOf(fields);
    }

    /** Field name to sentence. */
    public Map<String, String> fields() {
      return fields;
    }

    @Override
    public int status() {
      return 400;
    }
  }

  /** Nobody is signed in, or the credentials are wrong. */
  public static final class Unauthenticated extends Problem {
    private static final long serialVersionUID = 1L;

    public Unauthenticated(String code, String message) {
      super(code, message, null);
    }

    @Override
    public int status() {
      return 401;
    }
  }

  /** Signed in, but not allowed. */
  public static final class Forbidden extends Problem {
    private static final long serialVersionUID = 1L;

    public Forbidden(String code, String message) {
      super(code, message, null);
    }

    @Override
    public int status() {
      return 403;
    }
  }

  /** Not there, or not for this actor to know of. */
  public static final class NotFound extends Problem {
    private static final long serialVersionUID = 1L;

    public NotFound(String code, String message) {
      super(code, message, null);
    }

    @Override
    public int status() {
      return 404;
    }
  }

  /** Was there and will not come back. */
  public static final class Gone extends Problem {
    private static final long serialVersionUID = 1L;

    public Gone(String code, String message) {
      super(code, message, null);
    }

    @Override
    public int status() {
      return 410;
    }
  }

  /** Somebody else was faster. */
  public static final class Conflict extends Problem {
    private static final long serialVersionUID = 1L;

    public Conflict(String code, String message) {
      super(code, message, null);
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** More bytes than are accepted. */
  public static final class TooLarge extends Problem {
    private static final long serialVersionUID = 1L;

    public TooLarge(String code, String message) {
      super(code, message, null);
    }

    @Override
    public int status() {
      return 413;
    }
  }

  /** More requests than are accepted. */
  public static final class TooMany extends Problem {
    private static final long serialVersionUID = 1L;
    private final int retryAfterSeconds;

    public TooMany(String code, String message, int retryAfterSeconds) {
      super(code, message, null);
      this.retryAfterSeconds = retryAfterSeconds;
    }

    public int retryAfterSeconds() {
      return retryAfterSeconds;
    }

    @Override
    public int status() {
      return 429;
    }
  }

  /** Not now: starting, overloaded, or (with {@code storageFull}) out of space. */
  public static final class Unavailable extends Problem {
    private static final long serialVersionUID = 1L;
    private final boolean storageFull;

    public Unavailable(
        String code, String message, boolean storageFull, @Nullable Throwable cause) {
      super(code, message, cause);
      this.storageFull = storageFull;
    }

    public Unavailable(String code, String message) {
      this(code, message, false, null);
    }

    @Override
    public int status() {
      return storageFull ? 507 : 503;
    }
  }
}
