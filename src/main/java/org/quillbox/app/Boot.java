package org.quillbox.app;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.config.Config;
import org.quillbox.base.config.ConfigKey;
import org.quillbox.base.config.DataDir;
import org.quillbox.base.config.Network;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.http.ClientRules;
import org.quillbox.base.http.HostRules;
import org.quillbox.base.http.HttpParts;
import org.quillbox.base.http.HttpServer;
import org.quillbox.base.http.HttpSettings;
import org.quillbox.base.http.PortTakenException;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.BootFailure;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.pages.FastPath;
import org.quillbox.base.store.Probe;
import org.quillbox.box.setup.SetupCode;
import org.quillbox.site.settings.Option;

/**
 * A running server, from the first line to the last (architecture section 7): data directory and lock, listener,
 * store, screens and readers' door, gate, due posts. Every failure is a {@link BootFailure}; what was opened
 * before it is closed again.
 */
public final class Boot implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Boot.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DataDir data;
  private final HttpServer server;
  private final HttpParts parts;
  private final FastPath fastPath;
  private final int port;
  private @Nullable Quillbox quillbox;
  private @Nullable SetupCode code;
  private @Nullable DuePosts due;

  private Boot(DataDir data, HttpServer server, HttpParts parts, FastPath fastPath, int port) {
    this.data = data;
    this.server = server;
    this.parts = parts;
    this.fastPath = fastPath;
    this.port = port;
  }

  /** Starts a server. Returns when it answers everything it can. */
  public static Boot start(Config config, Clock clock, Probe probe) {
    DataDir data = DataDir.open(config.dataDir(), "serve");
    try {
      Boot boot = listening(config, data, new Randoms());
      try {
        boot.open(config, clock, probe);
        return boot;
      } catch (RuntimeException e) {
        boot.server.stop(Duration.ZERO);
        throw e;
      }
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  private static Boot listening(Config config, DataDir data, Randoms randoms) {
    HostRules hosts = new HostRules(machineNames());
    Predicate<InetAddress> proxies = anyOf(config.get(ConfigKey.HTTP_TRUSTED_PROXIES));
    HttpParts parts = new HttpParts(hosts, new ClientRules(hosts, proxies));
    String bind = config.get(ConfigKey.HTTP_BIND);
    HttpSettings settings =
        HttpSettings.on(bind.isEmpty() ? null : bind, config.get(ConfigKey.HTTP_PORT))
            .connections(
                config.get(ConfigKey.LIMITS_CONNECTIONS),
                config.get(ConfigKey.LIMITS_CONNECTIONS_PER_ADDRESS))
            .exempt(anyOf(config.get(ConfigKey.LIMITS_EXEMPT)))
            .trusting(proxies);
    FastPath fastPath =
        new FastPath(
            host ->
                switch (hosts.kind(host)) {
                  case OWN, LISTED, OPEN -> true;
                  case UNKNOWN -> false;
                },
            parts.gate()::isOpen);
    HttpServer server = new HttpServer(settings, parts, fastPath, randoms::bytes);
    try {
      return new Boot(data, server, parts, fastPath, server.start());
    } catch (PortTakenException e) {
      String message = e.getMessage();
      throw new BootFailure.PortTaken(
          message == null ? "The port is taken; choose another with --port." : message, e);
    }
  }

  private void open(Config config, Clock clock, Probe probe) {
    parts.gate().step("Opening the database");
    Quillbox opened = Quillbox.open(config, data, clock, probe);
    quillbox = opened;
    try {
      parts.gate().step("Setting out the pages");
      SetupCode made = SetupCode.open(data.root().resolve("setup-code"), opened.randoms(), clock);
      parts.screens(ConsoleParts.bridge(opened, parts, made));
      ReaderParts.connect(opened, parts, ownAddress());
      parts.needsTrustedHost(Boot::isPrivate);
      followNames(opened);
      fastPath.serve(opened.pages());
      if (opened.setup().isDone()) {
        made.retire();
        parts.gate().open();
      } else {
        code = made;
        parts.gate().setUp(Boot::isSetupPath);
      }
      due = DuePosts.start(opened.posts(), clock);
      data.ready();
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** The names the site answers to follow its settings. */
  private void followNames(Quillbox opened) {
    Runnable tell =
        () -> {
          String canonical =
              opened.settings().text(Reads.untracked(Actor.box()), Option.CANONICAL_ADDRESS);
          if (canonical.isEmpty()) {
            parts.hosts().site(HostRules.Names.NONE);
          } else {
            String name = canonical.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
            parts.hosts().site(new HostRules.Names(canonical, Set.of(name)));
          }
        };
    tell.run();
    opened.settings().whenChanged(tell);
  }

  static boolean isPrivate(String path) {
    return path.equals("/setup")
        || path.startsWith("/setup/")
        || path.equals("/login")
        || path.equals("/wp-login.php")
        || path.equals("/console")
        || path.startsWith("/console/");
  }

  private static boolean isSetupPath(String path) {
    return path.equals("/setup") || path.startsWith("/setup/") || path.startsWith("/assets/");
  }

  private static Predicate<InetAddress> anyOf(List<Network> networks) {
    return address -> networks.stream().anyMatch(network -> network.contains(address));
  }

  private static Set<String> machineNames() {
    try {
      Path name = Path.of("/etc/hostname");
      if (Files.isReadable(name)) {
        return Set.of(Files.readString(name).strip());
      }
      return Set.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Set.of();
    } catch (java.io.IOException e) {
      LOG.log(Level.WARNING, "The name of this machine cannot be read.", e);
      return Set.of();
    }
  }

  /** An address of the box itself, for feeds asked for under a name it does not know. */
  private String ownAddress() {
    String name =
        machineNames().stream()
            .findFirst()
            .map(n -> n.endsWith(".local") ? n : n + ".local")
            .orElse("localhost");
    return "http://" + name + (port == 80 ? "" : ":" + port);
  }

  /** The port that is listened on. */
  public int port() {
    return port;
  }

  /** The code that claims this box; null once somebody has. */
  public @Nullable SetupCode code() {
    return code;
  }

  /** The opened site. */
  public Quillbox quillbox() {
    Quillbox opened = quillbox;
    if (opened == null) {
      throw new IllegalStateException("not open yet");
    }
    return opened;
  }

  /** Requests answered from the page store without rendering. */
  public long hits() {
    return fastPath.hits();
  }

  @Override
  public void close() {
    DuePosts job = due;
    if (job != null) {
      job.close();
    }
    server.stop(PATIENCE);
    Quillbox opened = quillbox;
    if (opened != null) {
      opened.close();
    }
    data.close();
  }
}
