package org.quillbox.house;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The table of rooms (architecture section 2) as data: each room and the rooms it may see besides itself and
 * {@code base.kernel}. A whole floor is written by its name. Change this table first, and say why in the
 * commit.
 */
final class RoomTable {
  /** Seen by everybody. */
  static final String KERNEL = "base.kernel";

  private static final List<Map.Entry<String, String>> ROWS =
      List.of(
          entry("base.kernel", ""),
          entry("base.config", ""),
          entry("base.store", "base.config"),
          entry("base.gates", "base.config"),
          entry("base.text", ""),
          entry("base.view", "base.config"),
          entry("base.jobs", "base.config base.store"),
          entry("base.mail", "base.store base.jobs base.view"),
          entry("base.search", "base.config base.store base.jobs"),
          entry("base.http", "base.config base.gates base.view"),
          entry("base.pages", "base.config base.store base.jobs base.http"),
          entry("base.plug", "base.store base.jobs base.text base.http"),
          entry("base.console", "base.view base.http base.plug"),
          entry("base.cli", "base.plug"),
          entry("site.settings", "base"),
          entry("site.address", "base site.settings"),
          entry("site.people", "base site.settings"),
          entry("site.taxonomy", "base site.settings site.address"),
          entry("site.content", "base site.settings site.address site.people site.taxonomy"),
          entry("site.comments", "base site.settings site.address site.people site.content"),
          entry("site.menus", "base site.settings site.address site.taxonomy site.content"),
          entry("door.theme", "base site"),
          entry("door.reader", "base site door.theme"),
          entry("door.rest", "base site"),
          entry("door.xmlrpc", "base site"),
          entry("door.wxr", "base site"),
          entry("box.net", "base site.settings"),
          entry("box.backup", "base site.settings"),
          entry("box.update", "base site.settings box.backup"),
          // Taxonomy too: a new site gets its first category.
          entry(
              "box.setup",
              "base site.settings site.people site.taxonomy site.content door.wxr box.backup"),
          entry("app", "base site door box"),
          // The class that loads on an old Java; it reaches the house by reflection only.
          entry("launcher", ""));

  private static final Map<String, Set<String>> SEES = expand();

  private RoomTable() {}

  static Set<String> rooms() {
    return SEES.keySet();
  }

  /** True when code of the first room may name a class of the second. */
  static boolean maySee(String from, String to) {
    return from.equals(to)
        || (to.equals(KERNEL) && !from.equals("launcher"))
        || SEES.getOrDefault(from, Set.of()).contains(to);
  }

  private static Map<String, Set<String>> expand() {
    List<String> rooms = ROWS.stream().map(Map.Entry::getKey).toList();
    Map<String, Set<String>> sees = new LinkedHashMap<>();
    for (Map.Entry<String, String> row : ROWS) {
      Set<String> seen = new TreeSet<>();
      Stream.of(row.getValue().split(" "))
          .filter(word -> !word.isEmpty())
          .forEach(word -> {
            List<String> meant =
                rooms.stream()
                    .filter(room -> room.equals(word) || room.startsWith(word + "."))
                    .toList();
            if (meant.isEmpty()) {
              throw new IllegalStateException(row.getKey() + " may see an unknown " + word);
            }
            seen.addAll(meant);
          });
      sees.put(row.getKey(), seen);
    }
    return sees;
  }
}
