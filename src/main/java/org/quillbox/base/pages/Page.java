package org.quillbox.base.pages;

import java.util.List;

/**
 * What a renderer answers for an address: everything but what depends on who asks and how.
 *
 * @param status HTTP status
 * @param type media type with charset
 * @param headers further headers, without any that depend on host, encoding or time
 * @param body bytes of the identity form; empty for redirects
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out; never compared
public record Page(int status, String type, List<Header> headers, byte[] body) {
  public Page {
    headers = List.copyOf(headers);
  }

  /** A response header. */
  public record Header(String name, String value) {}

  /** A permanent redirect to a path of this site. */
  public static Page movedTo(String path) {
    return new Page(
        301, "text/html; charset=utf-8", List.of(new Header("Location", path)), new byte[0]);
  }
}
