package org.quillbox.base.store;

/** Why a change was made. Effects on the world (mail, pings) follow only the first two. */
public enum Cause {
  INTERACTIVE,
  SCHEDULE,
  IMPORT,
  RESTORE
}
