package org.quillbox.base.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Stands before the engine and lets through what may pass: nothing while it starts, the wizard until there is an
 * administrator, then everything. Any thread may move it.
 */
public final class Gate {
  /** Where the box is. */
  public sealed interface State {
    /** The engine is being opened. */
    record Starting(List<String> done, String now) implements State {}

    /** Nobody owns the site yet; only these paths answer. */
    record Setup(Predicate<String> passes) implements State {}

    /** Everything answers. */
    record Open() implements State {}

    /** The engine did not come up. */
    record Failed(String sentence) implements State {}
  }

  private final ProblemPages pages;
  private volatile State state = new State.Starting(List.of(), "Starting");

  Gate(ProblemPages pages) {
    this.pages = pages;
  }

  /** The next step of the start, in words a reader understands; the one before is done. */
  public synchronized void step(String now) {
    List<String> done = new ArrayList<>();
    if (state instanceof State.Starting(List<String> before, String last)) {
      done.addAll(before);
      if (!before.isEmpty() || !last.equals("Starting")) {
        done.add(last);
      }
    }
    state = new State.Starting(List.copyOf(done), now);
  }

  /** Only the wizard answers now: these paths, decoded. */
  public synchronized void setUp(Predicate<String> passes) {
    state = new State.Setup(passes);
  }

  /** Everything answers now. */
  public synchronized void open() {
    state = new State.Open();
  }

  /** The engine did not come up; the sentence holds no path and no secret. */
  public synchronized void fail(String sentence) {
    state = new State.Failed(sentence);
  }

  public State state() {
    return state;
  }

  /** True when readers are served: what the page cache asks before it answers. */
  public boolean isOpen() {
    return state instanceof State.Open;
  }

  /** The answer instead, or nothing when the request may pass. */
  Optional<Reply> refusal(Inbound in) {
    State now = state;
    if (in.path().equals("/healthz")) {
      return Optional.of(health(now));
    }
    return switch (now) {
      case State.Starting(List<String> done, String step) ->
          Optional.of(pages.starting(done, step));
      case State.Setup(Predicate<String> passes) ->
          passes.test(in.path()) ? Optional.empty() : Optional.of(setUpFirst());
      case State.Open _ -> Optional.empty();
      case State.Failed(String sentence) ->
          Optional.of(
              pages
                  .say(503, "The site could not be opened.", sentence, null, "")
                  .with("Retry-After", "60"));
    };
  }

  private static Reply health(State state) {
    return switch (state) {
      case State.Starting _ -> Reply.text(503, "starting\n").noStore();
      case State.Setup _ -> Reply.text(200, "setup\n").noStore();
      case State.Open _ -> Reply.text(200, "ok\n").noStore();
      case State.Failed _ -> Reply.text(503, "failed\n").noStore();
    };
  }

  private Reply setUpFirst() {
    return pages
        .say(
            503,
            "This site is being set up.",
            "Nobody has claimed this box yet. Whoever owns it does that with the code it shows.",
            "/setup",
            "Set it up")
        .with("Retry-After", "60");
  }
}
