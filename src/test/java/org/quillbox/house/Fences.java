package org.quillbox.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Which library, class or call may be used where: architecture sections 2 and 13 as data. */
final class Fences {
  /**
   * A library or class kept in a few places.
   *
   * @param reason printed with each violation
   * @param target what is fenced, by the full name of the class used
   * @param allowed who may use it, by room and class
   */
  record Fence(String reason, Predicate<String> target, BiPredicate<String, JavaClass> allowed) {}

  /**
   * A call kept in a few places.
   *
   * @param call which call, by owner and by {@code Owner.method} of its full name
   */
  record CallFence(
      String reason, Predicate<JavaAccess<?>> call, BiPredicate<String, JavaClass> allowed) {}

  static final List<Fence> LIBRARIES =
      List.of(
          fence(
              "Jetty lives in base.http and base.pages",
              in("org.eclipse.jetty"),
              "base.http",
              "base.pages"),
          new Fence(
              "Jersey lives in base.http and in classes that end in Resource or Screen",
              in("jakarta.ws.rs", "org.glassfish"),
              (room, user) ->
                  room.equals("base.http")
                      || outer(user).endsWith("Resource")
                      || outer(user).endsWith("Screen")),
          fence("Velocity lives in base.view", in("org.apache.velocity"), "base.view"),
          fence("Lucene lives in base.search", in("org.apache.lucene"), "base.search"),
          fence(
              "Jakarta Mail lives in base.mail",
              in("jakarta.mail", "org.eclipse.angus"),
              "base.mail"),
          fence(
              "JDBC and its drivers live in base.store",
              in(
                  "java.sql",
                  "javax.sql",
                  "org.apache.derby",
                  "org.postgresql",
                  "com.zaxxer.hikari"),
              "base.store"),
          fence("the command line parser lives in base.cli", in("picocli"), "base.cli", "app"),
          fence("outbound HTTP goes through base.gates", in("java.net.http"), "base.gates"),
          fence(
              "XML factories are made in base.gates, where entities are off",
              Set.of(
                      "javax.xml.parsers.DocumentBuilderFactory",
                      "javax.xml.parsers.SAXParserFactory",
                      "javax.xml.stream.XMLInputFactory",
                      "javax.xml.stream.XMLOutputFactory",
                      "javax.xml.stream.XMLEventFactory",
                      "javax.xml.transform.TransformerFactory",
                      "javax.xml.validation.SchemaFactory",
                      "javax.xml.xpath.XPathFactory")
                  ::contains,
              "base.gates"),
          fence(
              "archives are opened in base.gates, where sizes are counted",
              Set.of(
                      "java.util.zip.ZipInputStream",
                      "java.util.zip.ZipFile",
                      "java.util.jar.JarInputStream")
                  ::contains,
              "base.gates"),
          // The product's own jar, which nobody sent us: templates are found in it.
          fence(
              "archives are opened in base.gates, where sizes are counted",
              "java.util.jar.JarFile"::equals,
              "base.gates",
              "base.view"),
          fence("images are decoded in base.gates", in("javax.imageio"), "base.gates"),
          fence(
              "processes are started in base.gates",
              "java.lang.ProcessBuilder"::equals,
              "base.gates"),
          fence(
              "chance comes from base.gates",
              name ->
                  name.startsWith("java.util.random.")
                      || Set.of(
                              "java.util.Random",
                              "java.security.SecureRandom",
                              "java.util.SplittableRandom")
                          .contains(name),
              "base.gates"),
          // The pause before a transaction is tried again is chance without a secret in it.
          fence(
              "chance comes from base.gates",
              "java.util.concurrent.ThreadLocalRandom"::equals,
              "base.gates",
              "base.store"),
          fence(
              "Java serialization is used nowhere",
              Set.of("java.io.ObjectInputStream", "java.io.ObjectOutputStream")::contains),
          fence(
              "reflection stays with the bridge, the templates and the roof",
              in("java.lang.reflect"),
              "base.http",
              "base.view",
              "app",
              "launcher"));

  private static final Set<String> CLOCKLESS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.MonthDay");

  static final List<CallFence> CALLS =
      List.of(
          calls(
              "time comes from a Clock that is passed in",
              call ->
                  (CLOCKLESS.contains(owner(call))
                          && call.getName().equals("now")
                          && !takesClock(call))
                      || (owner(call).equals("java.time.Clock")
                          && (call.getName().startsWith("system")
                              || call.getName().startsWith("tick")))
                      || name(call).equals("java.lang.System.currentTimeMillis")
                      || (name(call).equals("java.util.Date.<init>")
                          && call.getDescription().contains("<init>()>")),
              "app"),
          calls(
              "threads are started by base.http, base.jobs and app",
              call ->
                  name(call).equals("java.lang.Thread.<init>")
                      || (owner(call).equals("java.lang.Thread")
                          && Set.of("ofVirtual", "ofPlatform", "startVirtualThread")
                              .contains(call.getName()))
                      || owner(call).equals("java.util.concurrent.Executors")
                      || owner(call).equals("java.util.concurrent.ForkJoinPool")
                      || owner(call).equals("java.util.Timer")
                      || (owner(call).equals("java.util.concurrent.CompletableFuture")
                          && call.getName().endsWith("Async"))
                      || call.getName().equals("parallelStream"),
              "base.http",
              "base.jobs",
              "app"),
          calls(
              "chance comes from base.gates",
              call ->
                  name(call).equals("java.util.UUID.randomUUID")
                      || name(call).equals("java.lang.Math.random"),
              "base.gates"),
          calls(
              "processes are started in base.gates",
              call -> name(call).equals("java.lang.Runtime.exec"),
              "base.gates"),
          calls(
              "classes are looked up by name in app only",
              call -> name(call).equals("java.lang.Class.forName"),
              "app",
              "launcher"),
          calls(
              "raw HTML is made by the sanitizer, the renderers and the view",
              // Html.text escapes what it is given, so it may be called anywhere.
              call -> owner(call).endsWith(".base.kernel.Html") && call.getName().equals("<init>"),
              "base.kernel",
              "base.gates",
              "base.text",
              "base.view",
              // A screen inside its frame: two templates, both escaped by the engine.
              "base.console",
              "door.theme",
              "site.content",
              "site.comments"));

  private Fences() {}

  private static Fence fence(String reason, Predicate<String> target, String... rooms) {
    return new Fence(reason, target, (room, user) -> Set.of(rooms).contains(room));
  }

  private static CallFence calls(String reason, Predicate<JavaAccess<?>> call, String... rooms) {
    return new CallFence(reason, call, (room, user) -> Set.of(rooms).contains(room));
  }

  private static Predicate<String> in(String... packages) {
    return name -> {
      for (String one : packages) {
        if (name.startsWith(one + ".")) {
          return true;
        }
      }
      return false;
    };
  }

  private static String owner(JavaAccess<?> call) {
    return call.getTargetOwner().getFullName();
  }

  private static String name(JavaAccess<?> call) {
    return owner(call) + "." + call.getName();
  }

  private static boolean takesClock(JavaAccess<?> call) {
    return call.getTarget().getFullName().contains("java.time.Clock");
  }

  /** Simple name of the outermost class around one. */
  static String outer(JavaClass inside) {
    return inside.getEnclosingClass().map(Fences::outer).orElseGet(inside::getSimpleName);
  }
}
