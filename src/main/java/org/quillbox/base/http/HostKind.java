package org.quillbox.base.http;

/** What is known of the name a request was sent to (security H8). */
public enum HostKind {
  /** An address of the box itself, {@code localhost}, or its own {@code .local} name. */
  OWN,
  /** A name on the site's list. */
  LISTED,
  /** Well-formed, and the site has no list: good for public pages, never echoed, never for sign-in. */
  OPEN,
  /** Not a name of this site. */
  UNKNOWN
}
