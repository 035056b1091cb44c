package org.quillbox.site.settings;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Change;
import org.quillbox.base.store.Db;
import org.quillbox.base.store.Follower;
import org.quillbox.base.store.Tx;

/** Reads and changes the site's options. All of them are in memory, kept right by following the feed. */
public final class Settings implements Follower {
  /** Kind of the rows of the feed that tell of options. */
  private static final String KIND = "option";

  private final Db db;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Map<String, String> chosen = Map.of();

  public Settings(Db db) {
    this.db = db;
  }

  /** The value of an option, or its default. */
  public String text(Reads reads, Option option) {
    reads.saw(new Key.Option(option.wire()));
    return chosen.getOrDefault(option.wire(), option.standard());
  }

  public int number(Reads reads, Option option) {
    return Integer.parseInt(text(reads, option));
  }

  public boolean isOn(Reads reads, Option option) {
    return text(reads, option).equals("1");
  }

  public ZoneId zone(Reads reads) {
    return ZoneId.of(text(reads, Option.TIMEZONE_STRING));
  }

  /** Language tag of the site, e.g. {@code en} or {@code pt-BR}. */
  public String language(Reads reads) {
    String tag = text(reads, Option.WPLANG).replace('_', '-');
    return tag.isEmpty() ? "en" : tag;
  }

  public Locale locale(Reads reads) {
    return Locale.forLanguageTag(language(reads));
  }

  /** Hosts whose links in content are the site's own, beside the ones it is reached by. */
  public Set<String> formerHosts(Reads reads) {
    return Set.copyOf(
        text(reads, Option.FORMER_HOSTS)
            .lines()
            .filter(l -> !l.isBlank())
            .map(String::strip)
            .toList());
  }

  /** Has something done after each change, before the one who made it is answered. It must not fail. */
  public void whenChanged(Runnable listener) {
    listeners.add(listener);
  }

  /** Every option with its value, by WordPress's name, in the order of the enumeration. */
  public Map<String, String> all(Reads reads) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Option option : Option.values()) {
      all.put(option.wire(), text(reads, option));
    }
    return all;
  }

  /**
   * Changes options, all of them or none.
   *
   * @param values WordPress's names and new values
   * @throws Problem.Invalid with a sentence for each field that cannot be taken
   */
  public void save(Actor actor, Map<String, String> values) {
    actor.require(Capability.MANAGE_OPTIONS);
    Map<String, String> problems = new LinkedHashMap<>();
    for (Map.Entry<String, String> value : values.entrySet()) {
      String objection = objection(value.getKey(), value.getValue());
      if (objection != null) {
        problems.put(value.getKey(), objection);
      }
    }
    if (!problems.isEmpty()) {
      String first = problems.values().iterator().next();
      String name = problems.keySet().iterator().next();
      throw new Problem.Invalid("rest_invalid_param", name + ": " + first, problems);
    }
    db.tx(Cause.INTERACTIVE, actor, tx -> take(tx, values));
  }

  private static @Nullable String objection(String name, String value) {
    if (name.equals("siteurl") || name.equals("home")) {
      return "The address is not stored: the site answers at every address it is reached by. Set canonical_address instead.";
    }
    Optional<Option> option = Option.named(name);
    return option.isEmpty()
        ? "There is no option of that name. See: quillbox settings list."
        : option.get().objection(value);
  }

  /** Writes checked values inside a transaction that does more; for set-up and import. */
  public int take(Tx tx, Map<String, String> values) {
    int changes = 0;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      Option option = Option.named(entry.getKey()).orElseThrow();
      String before =
          tx.one(
                  "select chosen from options where name = ?",
                  row -> row.text("chosen"),
                  option.wire())
              .orElse(option.standard());
      if (before.equals(entry.getValue())) {
        continue;
      }
      tx.upsert(
          "update options set chosen = ? where name = ?",
          "insert into options (chosen, name) values (?, ?)",
          entry.getValue(),
          option.wire());
      tx.changed(KIND, 0, keys(option));
      changes++;
    }
    return changes;
  }

  /** A change of the shape of addresses touches every page: each holds links. */
  private static List<Key> keys(Option option) {
    List<Key> keys = new ArrayList<>();
    keys.add(new Key.Option(option.wire()));
    if (option.kind() == Option.Kind.PERMALINK || option.kind() == Option.Kind.BASE) {
      keys.add(new Key.Everything());
    }
    return keys;
  }

  @Override
  public void apply(List<Change> rows, Tx read, Set<Key> also) {
    Map<String, String> values = new HashMap<>(chosen);
    for (Change row : rows) {
      if (row.kind().equals(KIND)) {
        String name = row.keys().getFirst().substring(new Key.Option("").text().length());
        read.one("select chosen from options where name = ?", r -> r.text("chosen"), name)
            .ifPresentOrElse(value -> values.put(name, value), () -> values.remove(name));
      }
    }
    chosen = Map.copyOf(values);
    if (rows.stream().anyMatch(row -> row.kind().equals(KIND))) {
      listeners.forEach(Runnable::run);
    }
  }

  @Override
  public void rebuild(Tx read, long upTo) {
    Map<String, String> values = new HashMap<>();
    read.list(
        "select name, chosen from options",
        row -> values.put(row.text("name"), row.text("chosen")));
    chosen = Map.copyOf(values);
  }
}
