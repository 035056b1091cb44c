package org.quillbox.base.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;

/**
 * Counts connections, in all and by visitor's network, and drops the oldest idle one when there are too many
 * (security H6). Once a second it ends those whose header block takes too long.
 */
final class ConnectionLimits implements Connection.Listener {
  private record Visitor(String network, boolean counted) {}

  private final HttpSettings settings;
  private final Map<GuardedConnection, Visitor> open = new ConcurrentHashMap<>();
  private final Map<String, Integer> byNetwork = new ConcurrentHashMap<>();

  ConnectionLimits(HttpSettings settings) {
    this.settings = settings;
  }

  int count() {
    return open.size();
  }

  @Override
  public void onOpened(Connection connection) {
    if (!(connection instanceof GuardedConnection guarded)) {
      return;
    }
    InetAddress address =
        connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress peer
            ? peer.getAddress()
            : InetAddress.getLoopbackAddress();
    String network = Origin.network(address);
    boolean free = settings.exempt().test(address);
    boolean counted = !free && !settings.trustedProxies().test(address);
    open.put(guarded, new Visitor(network, counted));
    int mine = counted ? byNetwork.merge(network, 1, Integer::sum) : 0;
    if (mine > settings.connectionsPerClient()) {
      dropOldestIdle(guarded, v -> v.counted() && v.network().equals(network));
    } else if (!free && open.size() > settings.connections()) {
      dropOldestIdle(guarded, _ -> true);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof GuardedConnection guarded) {
      Visitor visitor = open.remove(guarded);
      if (visitor != null && visitor.counted()) {
        byNetwork.computeIfPresent(visitor.network(), (_, n) -> n > 1 ? n - 1 : null);
      }
    }
  }

  private void dropOldestIdle(GuardedConnection newest, Predicate<Visitor> among) {
    Optional<GuardedConnection> oldest =
        open.entrySet().stream()
            .filter(
                e -> among.test(e.getValue()) && !e.getKey().equals(newest) && e.getKey().isIdle())
            .map(Map.Entry::getKey)
            .min(Comparator.comparingLong(GuardedConnection::lastSign));
    // When nothing is idle, the one that came last has to wait its turn.
    oldest.orElse(newest).getEndPoint().close();
  }

  /** Ends connections that are late. */
  void sweep() {
    long now = System.nanoTime();
    long deadline = settings.headerDeadline().toNanos();
    long silence = settings.idle().toNanos() + deadline;
    for (GuardedConnection connection : open.keySet()) {
      boolean late = connection.headerAge(now) > deadline;
      // Blank lines before a request are allowed and restart the idle timer; they must not keep a
      // place for ever.
      boolean silent = connection.isIdle() && now - connection.lastSign() > silence;
      if (late || silent) {
        connection.getEndPoint().close();
      }
    }
  }
}
