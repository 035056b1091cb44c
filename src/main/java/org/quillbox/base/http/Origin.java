package org.quillbox.base.http;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Where a request came from and where it thought it went, after the rules for proxies.
 *
 * @param scheme {@code http} or {@code https}
 * @param host name and port as given, lower case; only for answers that {@link HostKind} allows to echo it
 * @param kind what is known of the name
 * @param client address of the visitor
 */
public record Origin(String scheme, String host, HostKind kind, InetAddress client) {
  /** The name without its port. */
  public String hostName() {
    return HostRules.nameOf(host);
  }

  /** The visitor's network: the address itself, or the first 64 bits of an IPv6 one. Limits count by it. */
  public static String network(InetAddress client) {
    if (client instanceof Inet6Address six) {
      byte[] b = six.getAddress();
      StringBuilder out = new StringBuilder(24);
      for (int i = 0; i < 8; i += 2) {
        out.append(Integer.toHexString((b[i] & 0xff) << 8 | (b[i + 1] & 0xff))).append(':');
      }
      return out.append(":/64").toString();
    }
    return client.getHostAddress();
  }
}
