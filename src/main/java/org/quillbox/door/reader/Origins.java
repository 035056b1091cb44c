package org.quillbox.door.reader;

import java.util.function.Supplier;
import org.quillbox.base.http.HostRules;
import org.quillbox.base.http.Inbound;

/**
 * Scheme and host for what must carry them, which is feeds alone. A name that was only well-formed is never
 * echoed: the site's own address stands there, or the box's.
 */
final class Origins {
  private final HostRules hosts;
  private final Supplier<String> fallback;

  /**
   * @param fallback an address of the box itself, for requests under names it does not know
   */
  Origins(HostRules hosts, Supplier<String> fallback) {
    this.hosts = hosts;
    this.fallback = fallback;
  }

  String of(Inbound in) {
    return hosts
        .canonical()
        .orElseGet(() -> in.isTrustedHost() ? in.scheme() + "://" + in.host() : fallback.get());
  }
}
