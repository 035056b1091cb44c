package org.quillbox.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.quillbox.base.config.Config;
import org.quillbox.base.config.DataDir;
import org.quillbox.base.http.ClientRules;
import org.quillbox.base.http.HostRules;
import org.quillbox.base.http.HttpParts;
import org.quillbox.base.http.HttpServer;
import org.quillbox.base.http.HttpSettings;
import org.quillbox.base.http.PortTakenException;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.store.Probe;
import org.quillbox.box.setup.Answers;
import org.quillbox.box.setup.ImportProgress;
import org.quillbox.box.setup.SetupCode;
import org.quillbox.site.people.Person;
import org.quillbox.site.people.PersonDraft;
import org.quillbox.site.people.Role;

/** A whole box on a free port, with a clock that can be moved and hands that note what they were given. */
final class House implements AutoCloseable {
  static final String PASSWORD = "seven pears on a wall";

  final Path folder;
  final Quillbox box;
  final SetupCode code;
  final HttpParts parts;
  final int port;
  final List<Path> brought = new ArrayList<>();
  ImportProgress.Stage stage = new ImportProgress.Stage.Idle();
  final Map<Role, Person> people = new EnumMap<>(Role.class);
  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private final DataDir data;
  private final HttpServer server;

  House() {
    try {
      folder = Files.createTempDirectory("quillbox-screens");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Clock clock = new Moved();
    data = DataDir.open(folder.resolve("data"), "test");
    box = Quillbox.open(Config.of(Map.of()), data, clock, Probe.NONE);
    HostRules hosts = new HostRules(Set.of("quillbox"));
    parts = new HttpParts(hosts, new ClientRules(hosts, _ -> false));
    code = SetupCode.open(data.root().resolve("setup-code"), box.randoms(), clock);
    parts.screens(
        ConsoleParts.bridge(
            box,
            parts,
            code,
            new ConsoleParts.Hands(
                ConsoleParts.preview(box), (file, by) -> brought.add(file), () -> stage)));
    parts.gate().setUp(path -> path.equals("/setup") || path.startsWith("/assets/"));
    server =
        new HttpServer(
            HttpSettings.on("127.0.0.1", 0).connections(2000, 2000),
            parts,
            null,
            box.randoms()::bytes);
    try {
      port = server.start();
    } catch (PortTakenException e) {
      throw new AssertionError(e);
    }
  }

  /** A house that is lived in: an owner with a password, and one person of each other role without. */
  static House furnished() {
    House house = new House();
    Person owner =
        house
            .box
            .setup()
            .complete(
                new Answers(
                    "Slow Signal", "", "Europe/Oslo", "", "judith", "Judith Marlow", PASSWORD, ""));
    house.people.put(Role.ADMINISTRATOR, owner);
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        String login = role.wire() + "-account";
        house.people.put(
            role,
            house
                .box
                .people()
                .add(
                    Actor.box(),
                    new PersonDraft(
                        login, "The " + role.wire(), "", "", "", role, PASSWORD + role.wire())));
      }
    }
    house.parts.gate().open();
    return house;
  }

  private Person person(Role role) {
    return Objects.requireNonNull(people.get(role));
  }

  Actor actor(Role role) {
    return person(role).actor();
  }

  Visitor guest() {
    return new Visitor(port);
  }

  /** Somebody of a role with a fresh session. */
  Visitor visitor(Role role) {
    Visitor visitor = guest();
    visitor.cookies.put(
        "qb_session", box.sessions().open(person(role), false, "127.0.0.1", "test").token());
    return visitor;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() {
    server.stop(Duration.ZERO);
    box.close();
    data.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Moved extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
