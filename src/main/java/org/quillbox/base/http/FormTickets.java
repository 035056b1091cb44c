package org.quillbox.base.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.quillbox.base.kernel.Actor;

/**
 * Makes a form that is sent twice count once. A page carries a ticket; the first post with it does the work, the
 * same post again gets the first answer. Only what succeeded is remembered, and only for the same text: somebody
 * who goes back and changes a word is not given the old answer.
 */
public final class FormTickets {
  /** Name of the hidden field. */
  public static final String FIELD = "_ticket";

  private static final int KEPT = 2000;
  private static final Duration KEPT_FOR = Duration.ofMinutes(30);

  private final IntFunction<byte[]> random;
  private final Cache<String, CompletableFuture<Reply>> done =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();

  /**
   * @param random makes that many random bytes
   */
  public FormTickets(IntFunction<byte[]> random) {
    this.random = random;
  }

  /** Value of the field {@link #FIELD} for one page. */
  public String issue() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random.apply(12));
  }

  /** Does the work, or returns what it returned when this very form was sent before. */
  public Reply once(Inbound in, Form form, Supplier<Reply> work) {
    return once(in, Cookies.session(in).or(() -> Cookies.visitor(in)).orElse(""), form, work);
  }

  /** The same for somebody signed in, whose form may be sent again from a later session. */
  public Reply once(Inbound in, Actor actor, Form form, Supplier<Reply> work) {
    return actor.isPerson() ? once(in, "person " + actor.id(), form, work) : once(in, form, work);
  }

  private Reply once(Inbound in, String whose, Form form, Supplier<Reply> work) {
    if (form.text(FIELD).isEmpty()) {
      return work.get();
    }
    String key = key(in, whose, form);
    CompletableFuture<Reply> mine = new CompletableFuture<>();
    CompletableFuture<Reply> first = done.asMap().putIfAbsent(key, mine);
    if (first != null) {
      return joined(first, work);
    }
    boolean accepted = false;
    try {
      Reply reply = work.get();
      accepted = reply.status() < 400 && !(reply.body() instanceof Reply.Body.Stream);
      mine.complete(reply);
      return reply;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      if (!accepted) {
        done.asMap().remove(key, mine);
      }
    }
  }

  private static Reply joined(CompletableFuture<Reply> first, Supplier<Reply> work) {
    try {
      return first.join();
    } catch (CompletionException _) {
      // The first one failed; the second try is entitled to its own outcome.
      return work.get();
    }
  }

  private static String key(Inbound in, String whose, Form form) {
    StringBuilder text = new StringBuilder(in.path()).append('\n');
    text.append(whose).append('\n');
    for (Map.Entry<String, List<String>> field : form.values().entrySet()) {
      if (!field.getKey().equals(Csrf.FIELD)) {
        field.getValue().forEach(v -> part(text, field.getKey(), v));
      }
    }
    byte[] digest = Csp.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }

  private static void part(StringBuilder text, String name, String value) {
    text.append(name.length()).append(':').append(name);
    text.append(value.length()).append(':').append(value);
  }
}
