package org.quillbox.base.http;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the server, some of it from the first moment, some only when the engine is up. The boot room
 * makes one, starts the server with it, and fills it while it goes on.
 */
public final class HttpParts {
  private final ProblemPages pages = new ProblemPages();
  private final Gate gate = new Gate(pages);
  private final AssetShelf assets = new AssetShelf();
  private final BodySizes sizes = new BodySizes();
  private final HostRules hosts;
  private final ClientRules clients;
  private volatile @Nullable JerseyBridge screens;
  private volatile Door early = _ -> Optional.empty();
  private volatile Door door = _ -> Optional.empty();
  private volatile Predicate<String> needsTrustedHost = _ -> false;

  /**
   * @param hosts rules for names
   * @param clients rules for proxies
   */
  public HttpParts(HostRules hosts, ClientRules clients) {
    this.hosts = hosts;
    this.clients = clients;
  }

  public ProblemPages pages() {
    return pages;
  }

  public Gate gate() {
    return gate;
  }

  public AssetShelf assets() {
    return assets;
  }

  /** Where uploads are declared. */
  public BodySizes sizes() {
    return sizes;
  }

  public HostRules hosts() {
    return hosts;
  }

  public ClientRules clients() {
    return clients;
  }

  /** Connects screens and resources. */
  public void screens(JerseyBridge bridge) {
    screens = bridge;
  }

  /** Connects what is asked before screens: files, and forms of readers' pages that stand at a screen's address. */
  public void early(Door first) {
    early = first;
  }

  /** Connects the readers' catch-all. */
  public void door(Door readers) {
    door = readers;
  }

  /** Names the paths where a password is typed: sign-in, reset, set-up, console. Elsewhere any name will do. */
  public void needsTrustedHost(Predicate<String> paths) {
    needsTrustedHost = paths;
  }

  Optional<JerseyBridge> screens() {
    return Optional.ofNullable(screens);
  }

  Door early() {
    return early;
  }

  Door door() {
    return door;
  }

  Predicate<String> needsTrustedHost() {
    return needsTrustedHost;
  }
}
