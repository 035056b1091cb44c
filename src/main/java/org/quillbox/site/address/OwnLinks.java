package org.quillbox.site.address;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the links of a site's own names relative, so that a page reads the same by whatever name it is
 * reached (architecture decision 2). Everything else keeps every byte.
 */
public final class OwnLinks {
  private OwnLinks() {}

  /**
   * The address without scheme, host and port when the host is one of the site's own; otherwise as given.
   *
   * @param url as it stands in an attribute, entities decoded
   * @param ownHosts lower-case names without port, IPv6 addresses in brackets
   */
  public static String relative(String url, Set<String> ownHosts) {
    int start = 0;
    while (start < url.length() && url.charAt(start) <= ' ') {
      start++;
    }
    int authority = authority(url, start);
    if (authority < 0) {
      return url;
    }
    int end = authority;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String host = host(url.substring(authority, end));
    if (host.isEmpty() || !own(host, ownHosts)) {
      return url;
    }
    // A browser reads "//name", "/\name" and "/<tab>/name" as another host: one slash is all that
    // may stay.
    int rest = end;
    while (rest < url.length()
        && (url.charAt(rest) == '/' || url.charAt(rest) == '\\' || url.charAt(rest) <= ' ')) {
      rest++;
    }
    return "/" + url.substring(rest);
  }

  /** Where the authority begins; -1 for an address without one. */
  private static int authority(String url, int start) {
    for (String scheme : new String[] {"https://", "http://", "//"}) {
      if (url.regionMatches(true, start, scheme, 0, scheme.length())) {
        return start + scheme.length();
      }
    }
    return -1;
  }

  /** The host in lower case; empty for one with a user name or with something that is no port behind. */
  private static String host(String authority) {
    int colon = authority.lastIndexOf(':');
    String host = authority;
    if (colon > authority.lastIndexOf(']')) {
      String port = authority.substring(colon + 1);
      if (!port.isEmpty() && (port.length() > 5 || !Ending.digits(port))) {
        return "";
      }
      host = authority.substring(0, colon);
    }
    if (host.indexOf('@') >= 0) {
      return "";
    }
    host = host.toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static boolean own(String host, Set<String> ownHosts) {
    if (ownHosts.contains(host)) {
      return true;
    }
    String ascii = ascii(host);
    return ownHosts.contains(ascii)
        || ownHosts.stream().anyMatch(own -> isForeignScript(own) && ascii(own).equals(ascii));
  }

  private static boolean isForeignScript(String host) {
    return host.chars().anyMatch(c -> c > 0x7f);
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      // Not a name: then it is not one of ours either.
      return host;
    }
  }
}
