package org.quillbox.base.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.store.Changes;

/**
 * Guests' pages and their parts, each rendered once for as long as nothing it read changes.
 *
 * <p>Why a page is never stale after a change was acknowledged. A render takes {@code asOf}, the number of
 * the last change that is in every follower, <em>before</em> it reads anything, and records each key it
 * reads. A change is acknowledged only after its keys are stamped with its number. So if a change came after
 * {@code asOf} and touched a key of the page, then from its acknowledgement on the stamp is greater than
 * {@code asOf} and the page is not served; it does not matter in which order render, commit, stamp and
 * storing happened, nor that the render may have seen half of the change. An old render stored late is never
 * valid. There is no lock between rendering and changing, and no index from keys to pages.
 */
public final class Pages {
  private static final long PAGE_BYTES = 24L << 20;
  private static final long PART_BYTES = 12L << 20;
  private static final int MISSING_PAGES = 256;
  private static final int RENDERS_AT_ONCE = 4;

  private final Changes changes;
  private final Stamps stamps;
  private final Clock clock;
  private final boolean enabled;
  private final Cache<String, Rendered> pages;
  private final Cache<String, Rendered> missing;
  private final Cache<String, Part> parts;
  private final ConcurrentHashMap<String, CompletableFuture<Rendered>> flights =
      new ConcurrentHashMap<>();
  private final Semaphore renders = new Semaphore(RENDERS_AT_ONCE, true);
  private final LongAdder rendered = new LongAdder();

  /** A part of pages and what it stands on. */
  @SuppressWarnings("ArrayRecordComponent") // as in Rendered
  private record Part(Object value, int[] slots, long asOf, Instant expires, int weight) {}

  /**
   * @param enabled false renders every page anew, for measuring what that costs
   */
  public Pages(Changes changes, Stamps stamps, Clock clock, boolean enabled) {
    this.changes = changes;
    this.stamps = stamps;
    this.clock = clock;
    this.enabled = enabled;
    this.pages =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(PAGE_BYTES)
            .<String, Rendered>weigher((key, page) -> 2 * key.length() + page.weight())
            .build();
    this.missing = Caffeine.newBuilder().executor(Runnable::run).maximumSize(MISSING_PAGES).build();
    this.parts =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(PART_BYTES)
            .<String, Part>weigher((name, part) -> 2 * name.length() + part.weight)
            .build();
  }

  /** The right to read for one page; everything read with it is noted. */
  public Reads begin(Actor actor) {
    return Reads.tracked(actor, changes.ensureApplied());
  }

  /** A page that may be served to guests as it is. Looks, compares, and nothing else. */
  public Optional<Rendered> hit(String target, @Nullable String host) {
    if (!enabled || changes.applied() < 0) {
      return Optional.empty();
    }
    String key = key(target, host);
    Rendered page = pages.getIfPresent(key);
    if (page == null) {
      page = missing.getIfPresent(key);
    }
    return page != null && isValid(page) ? Optional.of(page) : Optional.empty();
  }

  /**
   * A guest's page: kept, or being rendered by somebody else and still right when that ends, or rendered now.
   *
   * @param target the address as the page depends on it, without anything that is ignored
   * @param host given only for pages whose bytes hold the host
   */
  public Rendered get(String target, @Nullable String host, Function<Reads, Page> render) {
    String key = key(target, host);
    while (enabled) {
      Optional<Rendered> kept = hit(target, host);
      if (kept.isPresent()) {
        return kept.get();
      }
      CompletableFuture<Rendered> mine = new CompletableFuture<>();
      CompletableFuture<Rendered> other = flights.putIfAbsent(key, mine);
      if (other == null) {
        return fly(key, mine, render);
      }
      // Failed there: this visitor tries for himself and gets his own answer.
      Rendered joined = other.handle((page, failure) -> page).join();
      if (joined != null && isValid(joined)) {
        return joined;
      }
      if (joined == null) {
        return render(render);
      }
    }
    return render(render);
  }

  private Rendered fly(
      String key, CompletableFuture<Rendered> flight, Function<Reads, Page> render) {
    try {
      Rendered page = render(render);
      (page.status() == 404 ? missing : pages).put(key, page);
      if (page.status() == 404) {
        pages.invalidate(key);
      } else {
        missing.invalidate(key);
      }
      flights.remove(key, flight);
      flight.complete(page);
      return page;
    } catch (Throwable t) {
      flights.remove(key, flight);
      flight.completeExceptionally(t);
      throw t;
    }
  }

  private Rendered render(Function<Reads, Page> render) {
    try {
      renders.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem.Unavailable("stopping", "The site is stopping. Try again in a moment.");
    }
    try {
      Reads reads = begin(Actor.guest());
      rendered.increment();
      return Rendered.of(render.apply(reads), reads);
    } finally {
      renders.release();
    }
  }

  /**
   * A part that many pages share, made for guests. The page takes over the part's keys and keeps its own
   * {@code asOf}: a part found valid after the page took it is as good as made now.
   *
   * @param weight bytes the value takes, roughly
   */
  @SuppressWarnings("unchecked")
  public <T> T fragment(
      Reads outer, String name, Function<Reads, T> make, ToIntFunction<T> weight) {
    Part kept = parts.getIfPresent(name);
    if (kept != null && stamps.isValid(kept.slots, kept.asOf, kept.expires, clock.instant())) {
      outer.absorb(kept.slots, kept.expires);
      return (T) kept.value;
    }
    Reads inner = begin(Actor.guest());
    T value = make.apply(inner);
    Part part =
        new Part(
            value,
            inner.slots(),
            inner.asOf(),
            inner.expires(),
            weight.applyAsInt(value) + 4 * inner.slots().length + 100);
    outer.absorb(part.slots, part.expires);
    parts.put(name, part);
    return value;
  }

  /** True while the page may be served. */
  boolean isValid(Rendered page) {
    return changes.applied() >= 0
        && stamps.isValid(page.slots(), page.asOf(), page.expires(), clock.instant());
  }

  /** Number of pages rendered since the start; with the requests it gives the hit ratio. */
  public long rendered() {
    return rendered.sum();
  }

  /** Drops everything that is kept, for measuring a cold start. */
  public void clear() {
    pages.invalidateAll();
    missing.invalidateAll();
    parts.invalidateAll();
  }

  private static String key(String target, @Nullable String host) {
    return host == null ? target : target + '\n' + host;
  }
}
