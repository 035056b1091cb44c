package org.quillbox.base.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the server listens and what it bears; read from the machine's configuration by the boot room.
 *
 * @param bind address to listen on; null for all
 * @param port TCP port; 0 takes a free one
 * @param connections most connections at a time
 * @param connectionsPerClient most of one visitor's network
 * @param exempt visitors no limit of connections counts (limits.exempt)
 * @param trustedProxies peers whose forwarding headers are believed (http.trusted-proxies)
 * @param headerDeadline how long a header block may take
 * @param bodyGrace how long a body may be waited for before its pace counts
 * @param idle how long nothing may be heard
 */
public record HttpSettings(
    @Nullable String bind,
    int port,
    int connections,
    int connectionsPerClient,
    Predicate<InetAddress> exempt,
    Predicate<InetAddress> trustedProxies,
    Duration headerDeadline,
    Duration bodyGrace,
    Duration idle) {

  /** The numbers of the security chapter. */
  public static HttpSettings on(@Nullable String bind, int port) {
    return new HttpSettings(
        bind,
        port,
        2000,
        30,
        _ -> false,
        _ -> false,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30));
  }

  /** The same with other numbers of connections. */
  public HttpSettings connections(int inAll, int perClient) {
    return new HttpSettings(
        bind, port, inAll, perClient, exempt, trustedProxies, headerDeadline, bodyGrace, idle);
  }

  /** The same with visitors that no limit of connections counts. */
  public HttpSettings exempt(Predicate<InetAddress> free) {
    return new HttpSettings(
        bind,
        port,
        connections,
        connectionsPerClient,
        free,
        trustedProxies,
        headerDeadline,
        bodyGrace,
        idle);
  }

  /** The same with proxies to believe. */
  public HttpSettings trusting(Predicate<InetAddress> proxies) {
    return new HttpSettings(
        bind,
        port,
        connections,
        connectionsPerClient,
        exempt,
        proxies,
        headerDeadline,
        bodyGrace,
        idle);
  }

  /** The same with other deadlines. */
  public HttpSettings deadlines(Duration header, Duration body, Duration silence) {
    return new HttpSettings(
        bind,
        port,
        connections,
        connectionsPerClient,
        exempt,
        trustedProxies,
        header,
        body,
        silence);
  }
}
