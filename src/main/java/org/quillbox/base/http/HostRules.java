package org.quillbox.base.http;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which names requests may come in under (security H8). No address is stored: the box's own names are looked at,
 * the site's are told by its settings. Safe for any thread; a look-up takes no lock.
 */
public final class HostRules {
  private static final Pattern NAME =
      Pattern.compile(
          "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*\\.?");
  private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final long LOOK_AGAIN_NANOS = 5_000_000_000L;

  /**
   * What the site says of its names.
   *
   * @param canonical scheme, host and port it wants to be known by, e.g. {@code https://example.org}; null for none
   * @param names all host names it answers to, lower case, without ports; empty accepts any for public pages
   */
  public record Names(@Nullable String canonical, Set<String> names) {
    /** A site that was told no address. */
    public static final Names NONE = new Names(null, Set.of());

    public Names {
      names =
          names.stream()
              .map(n -> n.toLowerCase(Locale.ROOT))
              .collect(Collectors.toUnmodifiableSet());
    }
  }

  private final Set<String> localNames;
  private volatile Names site = Names.NONE;
  private volatile Set<InetAddress> own = Set.of();
  private volatile long lookedAt;

  /**
   * @param machineNames names of the machine itself; each is accepted alone and with {@code .local}
   */
  public HostRules(Set<String> machineNames) {
    Set<String> all = new HashSet<>(Set.of("localhost"));
    for (String name : machineNames) {
      String bare = name.toLowerCase(Locale.ROOT).replaceFirst("\\.local$", "");
      if (!bare.isEmpty()) {
        all.add(bare + ".local");
      }
    }
    localNames = Set.copyOf(all);
    look();
  }

  /** The site's names changed. */
  public void site(Names names) {
    site = names;
  }

  /** The address the site wants to be known by, if one is set. */
  public Optional<String> canonical() {
    return Optional.ofNullable(site.canonical());
  }

  /** Names at which sign-in works, for the page that tells: the site's list, else the box's own names. */
  public Set<String> signInNames() {
    Set<String> listed = site.names();
    return listed.isEmpty() ? localNames : listed;
  }

  /** What is known of a Host header. Malformed ones, and none, are unknown. */
  public HostKind kind(@Nullable String header) {
    if (header == null) {
      return HostKind.UNKNOWN;
    }
    String name = nameOf(header);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (localNames.contains(name)) {
      return HostKind.OWN;
    }
    Names now = site;
    if (now.names().contains(name)) {
      return HostKind.LISTED;
    }
    InetAddress literal = literal(name);
    if (literal != null && isOwn(literal)) {
      return HostKind.OWN;
    }
    boolean wellFormed = literal != null || (name.length() <= 253 && NAME.matcher(name).matches());
    return wellFormed && now.names().isEmpty() ? HostKind.OPEN : HostKind.UNKNOWN;
  }

  /** The name in a Host header, lower case, without its port; brackets of IPv6 stay. */
  static String nameOf(String header) {
    String host = header.strip().toLowerCase(Locale.ROOT);
    int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
    return end <= 0 ? host : host.substring(0, end);
  }

  private static @Nullable InetAddress literal(String name) {
    boolean six = name.startsWith("[") && name.endsWith("]");
    if (!six && !FOUR.matcher(name).matches()) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(six ? name.substring(1, name.length() - 1) : name);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private boolean isOwn(InetAddress address) {
    if (address.isLoopbackAddress() || own.contains(address)) {
      return true;
    }
    if (System.nanoTime() - lookedAt < LOOK_AGAIN_NANOS) {
      return false;
    }
    // A box moves between networks; an address it does not know may be one it has just got.
    look();
    return own.contains(address);
  }

  private void look() {
    lookedAt = System.nanoTime();
    try {
      own =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .map(HostRules::withoutScope)
              .collect(Collectors.toUnmodifiableSet());
    } catch (SocketException e) {
      System.getLogger(HostRules.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "the addresses of this machine cannot be listed: " + e.getMessage());
    }
  }

  private static InetAddress withoutScope(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
