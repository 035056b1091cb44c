package org.quillbox.base.http;

import org.jspecify.annotations.Nullable;

/** The server could not listen. The message is one line that says who holds the port, where that can be told. */
public final class PortTakenException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int port;
  private final @Nullable String holder;

  PortTakenException(String message, int port, @Nullable String holder, Throwable cause) {
    super(message, cause);
    this.port = port;
    this.holder = holder;
  }

  public int port() {
    return port;
  }

  /** Name and process id of who listens there, or null. */
  public @Nullable String holder() {
    return holder;
  }
}
