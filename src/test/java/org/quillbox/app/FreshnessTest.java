package org.quillbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quillbox.base.config.Config;
import org.quillbox.base.config.DataDir;
import org.quillbox.base.http.ClientRules;
import org.quillbox.base.http.Door;
import org.quillbox.base.http.HostRules;
import org.quillbox.base.http.HttpParts;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.pages.Pages;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Probe;
import org.quillbox.door.reader.ReaderModule;
import org.quillbox.site.comments.Comment;
import org.quillbox.site.comments.Comments;
import org.quillbox.site.content.Entry;
import org.quillbox.site.content.EntryDraft;
import org.quillbox.site.content.EntryStatus;
import org.quillbox.site.content.EntryType;
import org.quillbox.site.content.Imports;
import org.quillbox.site.content.Posts;
import org.quillbox.site.people.People;
import org.quillbox.site.people.PersonDraft;
import org.quillbox.site.people.Role;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Term;
import org.quillbox.site.taxonomy.Terms;

/**
 * Pages are exactly fresh: random verbs, and after each acknowledgement kept pages are compared, byte for byte,
 * with the same pages rendered from nothing. The addresses are every one the site has or had, and some it never
 * had; the verbs are all the services have, found by reflection, so that a new one cannot be forgotten.
 */
class FreshnessTest {
  private static final int STEPS = Integer.getInteger("quillbox.fresh.steps", 3000);
  private static final int SAMPLE = 5;
  private static final int SWEEP = 500;
  private static final long SEED = Long.getLong("quillbox.fresh.seed", 20261124L);

  /** Every writing verb of the services a reader's page can show something of. */
  private static final Set<String> VERBS =
      new TreeSet<>(
          List.of(
              "Posts.add",
              "Posts.save",
              "Posts.publish",
              "Posts.trash",
              "Posts.restore",
              "Posts.delete",
              "Posts.publishDue",
              "Settings.save",
              "Terms.add",
              "Terms.named",
              "Terms.take",
              "Terms.place",
              "People.add",
              "People.take",
              "People.setPassword",
              "Imports.take",
              "Imports.place",
              "Imports.setComments",
              "Imports.arrived",
              "Comments.take",
              "Settings.take",
              // Bookkeeping of an import; readers see nothing of it.
              "Imports.remember",
              "Imports.setDone",
              "Imports.reserve",
              "Terms.reserve",
              "People.reserve",
              "Comments.reserve"));

  private final Random random = new Random(SEED);
  private final Set<String> addresses = new LinkedHashSet<>();
  private final List<Long> entries = new ArrayList<>();
  private final List<Long> terms = new ArrayList<>();
  private final List<Long> people = new ArrayList<>();
  private final List<Long> comments = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-24T10:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public java.time.ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }
      };

  @Test
  void everyVerbOfTheServicesIsTried() {
    Set<String> found = new TreeSet<>();
    for (Class<?> service :
        List.of(
            Posts.class,
            Settings.class,
            Terms.class,
            People.class,
            Imports.class,
            Comments.class)) {
      for (Method method : service.getDeclaredMethods()) {
        boolean verb =
            Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && !List.of(
                        "apply",
                        "rebuild",
                        "stored",
                        "found",
                        "done",
                        "countApproved",
                        "hasAdministrator",
                        "byName",
                        "known",
                        "isOpen",
                        "waiting")
                    .contains(method.getName())
                && Arrays.stream(method.getParameterTypes())
                    .anyMatch(t ->
                        t == Actor.class || t.getSimpleName().equals("Tx") || t == Instant.class);
        if (verb) {
          found.add(service.getSimpleName() + "." + method.getName());
        }
      }
    }
    assertEquals(VERBS, found);
  }

  @Test
  void noAddressIsEverStale(@TempDir Path folder) {
    try (DataDir data = DataDir.open(folder.resolve("data"), "test");
        Quillbox q = Quillbox.open(Config.of(Map.of()), data, clock, Probe.NONE)) {
      prepare(q);
      Pages bare = new Pages(q.db().changes(), q.stamps(), clock, false);
      Door kept = door(q, q.pages());
      Door fresh = door(q, bare);
      int hits = 0;
      int needless = 0;
      int compared = 0;
      for (int step = 1; step <= STEPS; step++) {
        now = now.plusSeconds(random.nextInt(7200));
        String verb = act(q);
        List<String> all = new ArrayList<>(addresses);
        boolean sweep = step % SWEEP == 0;
        int checks = sweep ? all.size() : SAMPLE;
        for (int i = 0; i < checks; i++) {
          String address = sweep ? all.get(i) : all.get(random.nextInt(all.size()));
          boolean hit = q.pages().hit(address, null).isPresent();
          String shown = said(kept, address);
          bare.clear();
          String expected = said(fresh, address);
          assertEquals(
              expected,
              shown,
              "step " + step + " after " + verb + ": " + address + ", seed " + SEED);
          compared++;
          hits += hit ? 1 : 0;
          needless += hit ? 0 : 1;
        }
      }
      System.out.printf(
          "freshness: %d steps, %d addresses, %d comparisons, %d of kept pages, %d rendered%n",
          STEPS, addresses.size(), compared, hits, needless);
      assertTrue(
          hits > compared / 20,
          "a test of kept pages must meet kept pages: " + hits + " of " + compared);
    }
  }

  private static Door door(Quillbox q, Pages pages) {
    HostRules hosts = new HostRules(Set.of("box"));
    HttpParts parts = new HttpParts(hosts, new ClientRules(hosts, (InetAddress a) -> false));
    ReaderModule module =
        new ReaderModule(
            new ReaderModule.Ground(
                q.settings(),
                q.people(),
                q.terms(),
                q.catalogue(),
                q.entries(),
                q.comments(),
                q.permalinks(),
                pages,
                q.randoms(),
                q.data().media()),
            parts,
            () -> "http://box.local");
    return module.reader();
  }

  private static String said(Door door, String address) {
    try {
      Reply reply = door.answer(Inbound.get(address)).orElseThrow();
      String body =
          switch (reply.body()) {
            case Reply.Body.Bytes(byte[] plain, _) ->
                new String(plain, java.nio.charset.StandardCharsets.UTF_8);
            case Reply.Body.Empty _ -> "";
            case Reply.Body.Stream _ -> throw new IllegalStateException("a stream");
          };
      return reply.status()
          + " "
          + reply.header("Location").orElse("")
          + " "
          + reply.etag().orElse("")
          + "\n"
          + body;
    } catch (Problem problem) {
      return problem.code();
    }
  }

  private void prepare(Quillbox q) {
    for (int i = 0; i < 3; i++) {
      people.add(q.people().add(Actor.box(), writer(i)).id());
    }
    for (String name : List.of("News", "Notes", "Nested")) {
      terms.add(q.terms().add(Actor.box(), Term.CATEGORY, name).id());
    }
    for (String name : List.of("alpha", "beta")) {
      terms.add(q.terms().add(Actor.box(), Term.TAG, name).id());
    }
    for (int i = 0; i < 12; i++) {
      add(q);
    }
    addresses.addAll(
        List.of(
            "/",
            "/page/2/",
            "/page/3/",
            "/feed/",
            "/2026/",
            "/2026/11/",
            "/2026/11/24/",
            "/2027/",
            "/?s=post",
            "/never/",
            "/pos",
            "/?p=1",
            "/?p=5",
            "/?p=9",
            "/?cat=1",
            "/?author=1",
            "/category/news/",
            "/category/news/feed/",
            "/category/notes/",
            "/tag/alpha/",
            "/tag/alpha/page/2/",
            "/tag/gamma/"));
  }

  private static PersonDraft writer(int n) {
    return new PersonDraft(
        "login" + n,
        "Writer Number" + n,
        "",
        "",
        "",
        Role.AUTHOR,
        "pear tree sings twice over " + n + " mossy stones");
  }

  private void remember(Quillbox q, Entry e) {
    if (!entries.contains(e.id())) {
      entries.add(e.id());
    }
    Reads reads = Reads.untracked(Actor.box());
    addresses.add(q.permalinks().of(reads, e));
    addresses.add("/?p=" + e.id());
    addresses.add("/" + e.slug() + "/");
    if (e.slug().length() > 3) {
      addresses.add("/" + e.slug().substring(0, e.slug().length() - 1));
    }
    people.forEach(id ->
        q.people().find(reads, id).ifPresent(p -> addresses.add(q.permalinks().of(reads, p))));
    terms.forEach(
        id -> q.terms().find(reads, id).ifPresent(t -> addresses.add(q.permalinks().of(reads, t))));
  }

  private EntryDraft draft(long version) {
    boolean page = random.nextInt(4) == 0;
    List<Long> categories =
        random.nextBoolean() ? List.of(terms.get(random.nextInt(3))) : List.of();
    List<Long> tags =
        random.nextInt(3) == 0
            ? List.of(terms.get(3 + random.nextInt(terms.size() - 3)))
            : List.of();
    EntryStatus status =
        switch (random.nextInt(8)) {
          case 0 -> EntryStatus.DRAFT;
          case 1 -> EntryStatus.PRIVATE;
          case 2 -> EntryStatus.PENDING;
          default -> EntryStatus.PUBLISH;
        };
    LocalDateTime date =
        random.nextInt(3) == 0
            ? LocalDateTime.ofInstant(now, ZoneOffset.UTC)
                .plusHours(random.nextInt(96) - 72L)
                .withNano(0)
            : null;
    String secret = random.nextInt(8) == 0 ? "word" : "";
    String text =
        "Text "
            + random.nextInt(1000)
            + (random.nextInt(5) == 0 ? "\n<!--nextpage-->\nSecond." : "")
            + (random.nextInt(6) == 0 ? "\n<!-- wp:latest-posts /-->" : "");
    return new EntryDraft(
        page ? EntryType.PAGE : EntryType.POST,
        "Post " + random.nextInt(60),
        text,
        "",
        random.nextInt(3) == 0 ? "post-" + random.nextInt(20) : "",
        page ? List.of() : categories,
        page ? List.of() : tags,
        status,
        date,
        secret,
        secret.isEmpty() && random.nextInt(6) == 0,
        random.nextBoolean(),
        page && random.nextInt(3) == 0 && !entries.isEmpty()
            ? entries.get(random.nextInt(entries.size()))
            : 0,
        random.nextInt(3),
        version);
  }

  private void add(Quillbox q) {
    remember(q, q.posts().add(Actor.box(), draft(0)));
  }

  private long some(List<Long> ids) {
    return ids.get(random.nextInt(ids.size()));
  }

  /** Does one thing, as the dice say; a refused verb is as good as any. */
  private String act(Quillbox q) {
    int dice = random.nextInt(100);
    try {
      if (dice < 14) {
        add(q);
        return "Posts.add";
      } else if (dice < 34) {
        Entry before = q.entries().find(Reads.untracked(Actor.box()), some(entries)).orElse(null);
        if (before != null) {
          EntryDraft d = draft(before.version());
          remember(q, q.posts().save(Actor.box(), before.id(), retyped(d, before.type())));
        }
        return "Posts.save";
      } else if (dice < 44) {
        remember(q, q.posts().publish(Actor.box(), some(entries)));
        return "Posts.publish";
      } else if (dice < 52) {
        q.posts().trash(Actor.box(), some(entries));
        return "Posts.trash";
      } else if (dice < 60) {
        remember(q, q.posts().restore(Actor.box(), some(entries)));
        return "Posts.restore";
      } else if (dice < 63) {
        q.posts().delete(Actor.box(), some(entries));
        return "Posts.delete";
      } else if (dice < 70) {
        q.posts().publishDue(now);
        return "Posts.publishDue";
      } else if (dice < 78) {
        setting(q);
        return "Settings.save";
      } else if (dice < 84) {
        term(q);
        return "Terms";
      } else if (dice < 86) {
        people.add(q.people().add(Actor.box(), writer(100 + people.size())).id());
        return "People.add";
      } else {
        taken(q);
        return "take";
      }
    } catch (Problem refused) {
      return refused.code();
    }
  }

  private static EntryDraft retyped(EntryDraft d, String type) {
    boolean page = type.equals(EntryType.PAGE);
    return new EntryDraft(
        type,
        d.title(),
        d.content(),
        d.excerpt(),
        d.slug(),
        page ? List.of() : d.categories(),
        page ? List.of() : d.tags(),
        d.status(),
        d.date(),
        d.secretWord(),
        d.isSticky(),
        d.commentsOpen(),
        page ? d.parent() : 0,
        d.menuOrder(),
        d.version());
  }

  private void setting(Quillbox q) {
    List<Map<String, String>> all =
        List.of(
            Map.of("blogname", "Site " + random.nextInt(5)),
            Map.of("blogdescription", "Tag " + random.nextInt(5)),
            Map.of("posts_per_page", Integer.toString(2 + random.nextInt(4))),
            Map.of("date_format", random.nextBoolean() ? "F j, Y" : "Y-m-d"),
            Map.of(
                "permalink_structure",
                random.nextBoolean() ? "/%year%/%monthnum%/%postname%/" : "/%postname%/"),
            Map.of(
                "show_on_front",
                random.nextBoolean() ? "posts" : "page",
                "page_on_front",
                Long.toString(some(entries))),
            Map.of("page_for_posts", Long.toString(some(entries))),
            Map.of("thread_comments", Integer.toString(random.nextInt(2))),
            Map.of("rss_use_excerpt", Integer.toString(random.nextInt(2))));
    q.settings().save(Actor.box(), all.get(random.nextInt(all.size())));
  }

  private void term(Quillbox q) {
    if (random.nextInt(3) == 0) {
      terms.addAll(q.terms().named(Actor.box(), Term.TAG, List.of("tag " + random.nextInt(12))));
      return;
    }
    if (random.nextBoolean()) {
      terms.add(q.terms().add(Actor.box(), Term.TAG, "made " + random.nextInt(40)).id());
      return;
    }
    long child = terms.get(random.nextInt(3));
    long parent = terms.get(random.nextInt(3));
    Term term = q.terms().find(Reads.untracked(Actor.box()), child).orElseThrow();
    if (parent != child) {
      q.db()
          .tx(
              Cause.IMPORT,
              Actor.box(),
              tx -> {
                q.terms().place(tx, term, parent);
                return 0;
              });
    }
  }

  /** The verbs of an import: an entry with an author and a term of its own, and comments. */
  private void taken(Quillbox q) {
    long fresh = q.imports().nextId();
    long freshTerm = q.terms().nextId();
    long freshComment = q.comments().nextId();
    People.Prepared author =
        q.people()
            .prepare(
                new PersonDraft(
                    "old" + random.nextInt(6), "Old Hand", "", "", "", Role.AUTHOR, ""));
    EntryDraft d = draft(0);
    long host = some(entries);
    Entry made =
        q.db()
            .tx(
                Cause.IMPORT,
                Actor.box(),
                tx -> {
                  long writer = q.people().take(tx, author).id();
                  Term term =
                      q.terms()
                          .take(
                              tx,
                              0,
                              freshTerm,
                              new Term(0, Term.TAG, "", "brought " + random.nextInt(5), "", 0));
                  Entry entry =
                      new Entry(
                          0,
                          d.type(),
                          d.status(),
                          d.slug(),
                          0,
                          writer,
                          d.title(),
                          now,
                          LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                          now,
                          0,
                          true,
                          "standard",
                          d.isSticky(),
                          d.secretWord(),
                          "urn:x:" + fresh,
                          "",
                          "",
                          random.nextInt(5) > 0,
                          0,
                          "",
                          1);
                  Entry taken =
                      q.imports()
                          .take(
                              tx,
                              new Imports.Taken(
                                  entry,
                                  new org.quillbox.site.content.Body(d.content(), "", "post"),
                                  List.of(term.id()),
                                  List.of(),
                                  List.of(),
                                  null),
                              fresh);
                  if (q.imports().done(tx, "none") == 0) {
                    long parent =
                        comments.isEmpty() ? 0 : comments.get(random.nextInt(comments.size()));
                    q.comments()
                        .take(
                            tx,
                            new Comment(
                                0,
                                host,
                                parent,
                                0,
                                "Reader " + random.nextInt(9),
                                "",
                                "",
                                "",
                                "",
                                now,
                                LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                                random.nextInt(4) == 0 ? "0" : "1",
                                "comment",
                                "Said " + random.nextInt(99)),
                            List.of(),
                            freshComment);
                    q.imports().setComments(tx, host, q.comments().countApproved(tx, host));
                  }
                  return taken;
                });
    comments.add(freshComment);
    terms.add(freshTerm);
    remember(q, made);
    long holder = some(entries);
    q.db()
        .tx(
            Cause.IMPORT,
            Actor.box(),
            tx ->
                q.imports()
                    .arrived(
                        tx,
                        holder,
                        new org.quillbox.site.content.MediaFile(
                            holder,
                            "2026/11/p" + holder + ".jpg",
                            "image/jpeg",
                            10,
                            10,
                            5,
                            true,
                            "")));
    if (made.isPage()) {
      long parent = some(entries);
      if (parent != made.id()) {
        q.db()
            .tx(
                Cause.IMPORT,
                Actor.box(),
                tx -> {
                  q.imports().place(tx, made.id(), parent);
                  return 0;
                });
      }
    }
  }
}
