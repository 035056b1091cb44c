package org.quillbox.base.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Problem;

/**
 * A request as the rooms above see it: address decoded, client and host decided, body a stream. Belongs to one
 * thread.
 */
public final class Inbound {
  private final String id;
  private final String method;
  private final String rawTarget;
  private final String path;
  private final Map<String, List<String>> headers;
  private final Origin origin;
  private final InputStream body;
  private @Nullable Map<String, List<String>> query;
  private @Nullable Map<String, String> cookies;
  private @Nullable Form form;
  private @Nullable Consumer<Form> guard;

  Inbound(
      String id,
      String method,
      String rawTarget,
      Map<String, List<String>> headers,
      Origin origin,
      InputStream body) {
    this.id = id;
    this.method = method;
    this.rawTarget = rawTarget;
    this.path = Decoded.path(rawPath(rawTarget));
    this.headers = headers;
    this.origin = origin;
    this.body = body;
  }

  /** A request nobody sent: for pages rendered ahead of their reader, and for tests of doors. */
  public static Inbound get(String target) {
    return new Inbound(
        "own",
        "GET",
        target,
        Map.of(),
        new Origin("http", "localhost", HostKind.OWN, InetAddress.getLoopbackAddress()),
        new ByteArrayInputStream(new byte[0]));
  }

  /** Number of the request: in the log, and on the page of a problem. */
  public String id() {
    return id;
  }

  /** GET, HEAD, POST; below {@code /wp-json} also PUT, PATCH, DELETE, OPTIONS. */
  public String method() {
    return method;
  }

  /** True for GET and HEAD. */
  public boolean isRead() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** Path and query exactly as sent. */
  public String rawTarget() {
    return rawTarget;
  }

  /** The path exactly as sent; it differs from {@link #path} by encoding and by doubled slashes. */
  public String rawPath() {
    return rawPath(rawTarget);
  }

  private static String rawPath(String target) {
    int q = target.indexOf('?');
    return q < 0 ? target : target.substring(0, q);
  }

  /** The path, decoded once, without doubled slashes or dot segments; begins with a slash. */
  public String path() {
    return path;
  }

  /** All query fields in order. */
  public Map<String, List<String>> query() {
    Map<String, List<String>> fields = query;
    if (fields == null) {
      int q = rawTarget.indexOf('?');
      fields = q < 0 ? Map.of() : Decoded.fields(rawTarget.substring(q + 1));
      query = fields;
    }
    return fields;
  }

  /** The last value of a query field. */
  public Optional<String> query(String name) {
    List<String> all = query().get(name);
    return all == null ? Optional.empty() : Optional.of(all.getLast());
  }

  /** A header, its lines joined by commas. */
  public Optional<String> header(String name) {
    List<String> all = headers.get(name.toLowerCase(Locale.ROOT));
    return all == null ? Optional.empty() : Optional.of(String.join(", ", all));
  }

  /** A cookie; of two with one name, the first. */
  public Optional<String> cookie(String name) {
    Map<String, String> all = cookies;
    if (all == null) {
      all = new HashMap<>();
      for (String pair : String.join(";", headers.getOrDefault("cookie", List.of())).split(";")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          all.putIfAbsent(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
        }
      }
      cookies = all;
    }
    return Optional.ofNullable(all.get(name));
  }

  /** Client, host and scheme. */
  public Origin origin() {
    return origin;
  }

  /** {@code http} or {@code https}, as the visitor sees it. */
  public String scheme() {
    return origin.scheme();
  }

  public boolean isSecure() {
    return origin.scheme().equals("https");
  }

  /** Host and port as given, lower case. Never write it into HTML. */
  public String host() {
    return origin.host();
  }

  /** True where sign-in, reset and set-up work: the box's own names and the site's list. */
  public boolean isTrustedHost() {
    return origin.kind() == HostKind.OWN || origin.kind() == HostKind.LISTED;
  }

  /** True for an address of the box itself, {@code localhost} and its {@code .local} name. */
  public boolean isLocalHost() {
    return origin.kind() == HostKind.OWN;
  }

  /** The visitor's address, to be recorded. */
  public String clientAddress() {
    return origin.client().getHostAddress();
  }

  /** The visitor's network, to count by: see {@link Origin#network}. */
  public String clientNetwork() {
    return Origin.network(origin.client());
  }

  /** Media type of the body, lower case, without parameters; empty when there is none. */
  public String contentType() {
    String type = header("Content-Type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** The body as it arrives. Limits of size and pace hold; passing one throws a {@code Problem}. */
  public InputStream body() {
    return body;
  }

  /**
   * The form in the body; empty when the body is no form. Files in it are refused. Read once, then kept.
   *
   * @param limit most bytes of the whole body
   */
  public Form form(long limit) {
    return form(limit, limit, Form.NO_FILES);
  }

  /**
   * The form in the body, its files handed to {@code receiver} while they arrive.
   *
   * @param limit most bytes of all fields that are not files
   * @param fileLimit most bytes of one file
   */
  public Form form(long limit, long fileLimit, Form.Receiver receiver) {
    Form read = form;
    if (read == null) {
      try {
        read = new FormReader(this, limit, fileLimit, receiver).read();
      } catch (IOException e) {
        throw new Problem.Invalid(
            "body_incomplete",
            "Nothing was saved: the form did not arrive whole. Send it again.",
            Map.of());
      }
      // Kept first: a form that is refused is shown again with what was typed.
      form = read;
      checkGuard(read);
    }
    return read;
  }

  /** The form, when it was read already. */
  @Nullable Form formRead() {
    return form;
  }

  /** From now on the request counts as sent with this session: forms of its answer are bound to it. */
  void adopt(String session) {
    var _ = cookie("");
    Map<String, String> all = new HashMap<>(cookies == null ? Map.of() : cookies);
    all.put(Cookies.sessionName(this), session);
    cookies = all;
    if (form != null) {
      form = form.without(SignedIn.FIELDS);
    }
  }

  void eachHeader(BiConsumer<String, String> each) {
    headers.forEach((name, lines) -> lines.forEach(line -> each.accept(name, line)));
  }

  /** Has the form checked once its fields are known and before any file is handed over. */
  void guard(Consumer<Form> check) {
    this.guard = check;
  }

  boolean isGuarded() {
    return guard != null;
  }

  /** Runs the check, once. */
  void checkGuard(Form soFar) {
    Consumer<Form> check = guard;
    if (check != null) {
      guard = null;
      check.accept(soFar);
    }
  }

  /** The same request as from somebody without cookies. */
  Inbound withoutCookies() {
    Map<String, List<String>> rest = new HashMap<>(headers);
    rest.remove("cookie");
    return new Inbound(id, method, rawTarget, rest, origin, body);
  }
}
