package org.quillbox.app;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import org.quillbox.site.content.Posts;

/**
 * Publishes what is due: looks once a second, and once at the start for what became due while the box was off.
 * Looking is one read of an index and writes nothing.
 */
final class DuePosts implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DuePosts.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Posts posts;
  private final Clock clock;
  private final Thread thread;
  private volatile boolean stopping;

  private DuePosts(Posts posts, Clock clock) {
    this.posts = posts;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("publish-due").daemon(true).unstarted(this::run);
  }

  static DuePosts start(Posts posts, Clock clock) {
    DuePosts job = new DuePosts(posts, clock);
    job.thread.start();
    return job;
  }

  private void run() {
    boolean failed = false;
    while (!stopping) {
      try {
        posts.publishDue(clock.instant());
        failed = false;
      } catch (RuntimeException e) {
        if (!failed) {
          LOG.log(
              Level.WARNING,
              "What is due could not be published; it is tried again every second.",
              e);
        }
        failed = true;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    stopping = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
