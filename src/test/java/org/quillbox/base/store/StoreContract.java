package org.quillbox.base.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Problem;

/** What the store promises, whatever database stands under it. */
abstract class StoreContract {
  private final AtomicReference<Probe> probe = new AtomicReference<>(Probe.NONE);
  private final Recorder recorder = new Recorder();
  private Database database;
  private Db db;

  abstract Database open(Clock clock, Probe probe);

  /** Remembers what it was handed, and fails when told to. */
  static final class Recorder implements Follower {
    final List<Long> seen = new ArrayList<>();
    final List<Long> rebuilt = new ArrayList<>();
    boolean fails;

    @Override
    public void apply(List<Change> rows, Tx read, Set<Key> also) {
      if (fails) {
        throw new IllegalStateException("told to fail");
      }
      rows.forEach(row -> seen.add(row.id()));
    }

    @Override
    public void rebuild(Tx read, long upTo) {
      rebuilt.add(upTo);
    }
  }

  @BeforeEach
  void openIt() {
    database = open(Clock.systemUTC(), point -> probe.get().at(point));
    db = database.db();
    db.changes().follow(recorder);
    db.changes().start();
  }

  @AfterEach
  void closeIt() {
    database.close();
  }

  private long change(long id) {
    return db.tx(
        Cause.INTERACTIVE,
        Actor.box(),
        tx -> {
          tx.changed("thing", id, List.of(new Key.Row("thing", id)));
          return id;
        });
  }

  @Test
  void numbersFollowCommitsNotIds() throws Exception {
    CountDownLatch firstHasItsId = new CountDownLatch(1);
    CountDownLatch secondIsCommitted = new CountDownLatch(1);
    Ids ids = new Ids(db);
    AtomicReference<Long> early = new AtomicReference<>();
    Thread slow =
        Thread.ofVirtual()
            .start(() -> {
              early.set(ids.next("entry"));
              db.tx(
                  Cause.INTERACTIVE,
                  Actor.box(),
                  tx -> {
                    firstHasItsId.countDown();
                    await(secondIsCommitted);
                    tx.changed("thing", early.get(), List.of());
                    return 0;
                  });
            });
    await(firstHasItsId);
    long late = ids.next("entry");
    change(late);
    secondIsCommitted.countDown();
    slow.join();
    assertTrue(early.get() < late);
    assertEquals(List.of(late, early.get()), recorder.seen);
    assertEquals(2, db.changes().applied());
    assertEquals(
        List.of(late, early.get()), db.changes().after(0, 10).stream().map(Change::id).toList());
  }

  @Test
  void aTransactionThatIsRolledBackLeavesNoGap() {
    change(1);
    assertThrows(
        IllegalStateException.class,
        () ->
            db.tx(
                Cause.INTERACTIVE,
                Actor.box(),
                tx -> {
                  tx.changed("thing", 2, List.of());
                  throw new IllegalStateException("no");
                }));
    change(3);
    assertEquals(List.of(1L, 2L), db.changes().after(0, 10).stream().map(Change::seq).toList());
    assertEquals(List.of(1L, 3L), recorder.seen);
  }

  @Test
  void everyMomentBeforeTheCommitUndoesEverythingAndEveryMomentAfterItKeepsIt() {
    for (Probe.Point at : Probe.Point.values()) {
      long before = db.changes().head();
      probe.set(point -> {
        if (point == at) {
          throw new IllegalStateException("stopped at " + at);
        }
      });
      assertThrows(IllegalStateException.class, () -> change(7));
      probe.set(Probe.NONE);
      boolean kept = at == Probe.Point.COMMITTED || at == Probe.Point.APPLIED;
      assertEquals(before + (kept ? 1 : 0), db.changes().head(), at.toString());
    }
    change(8);
    assertEquals(db.changes().head(), db.changes().applied());
    assertEquals(List.of(7L, 7L, 8L), recorder.seen);
  }

  @Test
  void aUniqueConflictIsTriedAgainWithWhatIsThereNow() {
    db.tx(
        Cause.INTERACTIVE,
        Actor.box(),
        tx -> tx.update("insert into ids (name, next_id) values ('a', 1)"));
    AtomicInteger runs = new AtomicInteger();
    String taken =
        db.tx(
            Cause.INTERACTIVE,
            Actor.box(),
            tx -> {
              String name = runs.incrementAndGet() == 1 ? "a" : "b";
              tx.update("insert into ids (name, next_id) values (?, 1)", name);
              return name;
            });
    assertEquals("b", taken);
    assertEquals(2, runs.get());
    Problem.Conflict refused =
        assertThrows(
            Problem.Conflict.class,
            () ->
                db.tx(
                    Cause.INTERACTIVE,
                    Actor.box(),
                    tx -> tx.update("insert into ids (name, next_id) values ('a', 1)")));
    assertTrue(refused.getMessage().contains("try again"));
  }

  @Test
  void aFollowerThatThrowsDoesNotUndoTheCommitAndIsRebuilt() {
    change(1);
    recorder.fails = true;
    change(2);
    assertEquals(-1, db.changes().applied());
    assertEquals(2, db.changes().head());
    recorder.fails = false;
    assertEquals(2, db.changes().ensureApplied());
    assertEquals(2L, recorder.rebuilt.getLast());
    change(3);
    assertEquals(3L, recorder.seen.getLast());
  }

  @Test
  void manyWritersAtOnceAreAppliedOnceEachAndInOrder() throws Exception {
    List<Thread> writers = new ArrayList<>();
    for (int w = 0; w < 8; w++) {
      int writer = w;
      writers.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 25; i++) {
                  change(writer * 100L + i);
                }
              }));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertEquals(200, db.changes().applied());
    assertEquals(db.changes().after(0, 500).stream().map(Change::id).toList(), recorder.seen);
    assertEquals(200, Set.copyOf(recorder.seen).size());
  }

  @Test
  void transactionsDoNotNest() {
    assertThrows(IllegalStateException.class, () -> db.read(tx -> db.read(inner -> 1)));
  }

  @Test
  void idsAreHandedOutOnceAndAKeptIdIsNeverHandedOut() {
    Ids ids = new Ids(db);
    long first = ids.next("entry");
    boolean[] kept = new boolean[2];
    db.tx(
        Cause.IMPORT,
        Actor.box(),
        tx -> {
          kept[0] = ids.keep(tx, "entry", first + 5);
          kept[1] = ids.keep(tx, "entry", first + 30);
          return 0;
        });
    assertFalse(kept[0], "it lies in the block that is open");
    assertTrue(kept[1]);
    List<Long> next = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      next.add(ids.next("entry"));
    }
    assertFalse(next.contains(first + 30));
    assertEquals(40, Set.copyOf(next).size());
  }

  @Test
  void anUpsertInsertsOnceAndUpdatesAfterwards() {
    List<Boolean> inserted = new ArrayList<>();
    for (String value : List.of("one", "two")) {
      inserted.add(
          db.tx(
              Cause.INTERACTIVE,
              Actor.box(),
              tx ->
                  tx.upsert(
                      "update options set chosen = ? where name = ?",
                      "insert into options (chosen, name) values (?, ?)",
                      value,
                      "x")));
    }
    assertEquals(List.of(true, false), inserted);
    assertEquals(
        "two",
        db.read(tx ->
            tx.one("select chosen from options where name = 'x'", r -> r.text("chosen"))
                .orElseThrow()));
  }

  @Test
  void timesAndTextsComeBackAsTheyWere() {
    Instant at = Instant.parse("1969-07-20T20:17:40.123Z");
    LocalDateTime local = LocalDateTime.of(2026, 3, 29, 2, 30);
    db.tx(
        Cause.INTERACTIVE,
        Actor.box(),
        tx ->
            tx.update(
                """
                insert into entries (id, entry_type, status, slug, slug_scope, parent_id, author_id, title,
                  published_at, published_local, modified_at, comment_count, comments_open, post_format, sticky,
                  secret_word, guid, lang, translation_group, is_shown, menu_order, template, restore_status, version)
                values (?, 'post', 'draft', '', ?, 0, 0, ?, ?, ?, ?, 0, true, '', false, '', '', '', '', true, 0, '', '', 1)\
                """,
                1L,
                null,
                "Ünïcode 🙂 \\ ' \"",
                at,
                local,
                at));
    String title =
        db.read(tx ->
            tx.one(
                    "select title, published_at, published_local, slug_scope from entries where id = 1",
                    r -> {
                      assertEquals(at, r.instant("published_at"));
                      assertEquals(local, r.local("published_local"));
                      assertEquals(null, r.textOrNull("slug_scope"));
                      return r.text("title");
                    })
                .orElseThrow());
    assertEquals("Ünïcode 🙂 \\ ' \"", title);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
