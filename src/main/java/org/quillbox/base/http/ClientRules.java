package org.quillbox.base.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who really sent a request (security H8, H9). Forwarding headers count only when the peer is a proxy the operator
 * named; the client is the last address in the chain that is no such proxy, since everything before it can be
 * invented.
 */
public final class ClientRules {
  private final HostRules hosts;
  private final Predicate<InetAddress> trusted;

  public ClientRules(HostRules hosts, Predicate<InetAddress> trusted) {
    this.hosts = hosts;
    this.trusted = trusted;
  }

  /**
   * Decides scheme, host and client.
   *
   * @param peer address of the socket
   * @param tls whether the connection itself is encrypted
   * @param host the Host header
   * @param lines all lines of a header
   */
  public Origin origin(
      InetAddress peer, boolean tls, @Nullable String host, Function<String, List<String>> lines) {
    String scheme = tls ? "https" : "http";
    String name = host == null ? "" : host;
    InetAddress client = peer;
    if (trusted.test(peer)) {
      List<String> chain = values(lines.apply("X-Forwarded-For"));
      String proto = last(lines.apply("X-Forwarded-Proto"));
      String forwardedHost = last(lines.apply("X-Forwarded-Host"));
      // A proxy that speaks one dialect passes the other one through unread, so only one is
      // believed.
      if (chain.isEmpty() && proto.isEmpty() && forwardedHost.isEmpty()) {
        List<String> elements = values(lines.apply("Forwarded"));
        chain = elements.stream().map(e -> parameter(e, "for")).toList();
        String nearest = elements.isEmpty() ? "" : elements.getLast();
        proto = parameter(nearest, "proto");
        forwardedHost = parameter(nearest, "host");
      }
      client = client(peer, chain);
      String said = proto.toLowerCase(Locale.ROOT);
      scheme = said.equals("http") || said.equals("https") ? said : scheme;
      name = forwardedHost.isEmpty() ? name : forwardedHost;
    }
    return new Origin(scheme, name.toLowerCase(Locale.ROOT), hosts.kind(name), client);
  }

  private InetAddress client(InetAddress peer, List<String> chain) {
    InetAddress client = peer;
    for (String said : chain.reversed()) {
      InetAddress hop = address(said);
      if (hop == null) {
        return client;
      }
      client = hop;
      if (!trusted.test(hop)) {
        return client;
      }
    }
    return client;
  }

  /** An address with or without port, quotes and brackets; null when it is none. Names are not looked up. */
  private static @Nullable InetAddress address(String text) {
    String bare = text.replace("\"", "").strip();
    if (bare.startsWith("[")) {
      int end = bare.indexOf(']');
      bare = end < 0 ? bare : bare.substring(1, end);
    } else if (bare.indexOf(':') == bare.lastIndexOf(':') && bare.indexOf(':') > 0) {
      bare = bare.substring(0, bare.indexOf(':'));
    }
    try {
      return InetAddress.ofLiteral(bare);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static List<String> values(List<String> lines) {
    return lines.stream()
        .flatMap(line -> List.of(line.split(",")).stream())
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  private static String last(List<String> lines) {
    List<String> all = values(lines);
    return all.isEmpty() ? "" : all.getLast();
  }

  private static String parameter(String element, String name) {
    for (String pair : element.split(";")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name)) {
        return pair.substring(equals + 1).strip().replace("\"", "");
      }
    }
    return "";
  }
}
