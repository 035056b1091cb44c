package org.quillbox.base.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.velocity.Template;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.quillbox.base.kernel.Problem;

/**
 * A closed set of templates and the sandbox that renders them.
 *
 * <p>Text is escaped when it is printed; only {@link org.quillbox.base.kernel.Html} is written as it
 * stands. A name that the model does not have is an error, and so is a field that is null; {@code
 * $!post.image} prints nothing for a null field, {@code #if($name)} asks whether a name is there. A template reaches
 * records of the packages it was told, lists, maps, options and a few methods of texts, and nothing else
 * ({@link AllowList}); what its text may contain is checked once, when the set is made ({@link
 * TemplateRules}); time, loops, depth and output are limited ({@link Budget}). Every template is parsed at
 * construction: a broken one fails there with its name and line.
 *
 * <p>Console and themes have an engine each, so that nothing a theme does reaches the console. Safe for
 * any number of threads.
 */
public final class Templates {
  private static final String ROOT = "org/quillbox/";
  private static final Duration TIME = Duration.ofSeconds(2);

  private final Map<String, Template> parsed = new TreeMap<>();
  private final Duration time;

  private Templates(
      Map<String, String> sources, Set<String> viewPackages, boolean macros, Duration time) {
    this.time = time;
    Map<String, String> own = Map.copyOf(sources);
    RuntimeInstance engine = engine(own, viewPackages);
    own.forEach((name, source) -> parsed.put(name, parse(engine, name, source, own, macros)));
  }

  /**
   * The product's own templates: every {@code .vm} beside a class of ours, named by its whole path
   * ({@code org/quillbox/site/content/post-list.vm}).
   */
  public static Templates forConsole() {
    return new Templates(classPath(), Set.of("org.quillbox"), true, TIME);
  }

  /**
   * The templates of one theme. It sees these and no others.
   *
   * @param sources name in the theme ({@code single.vm}, {@code parts/folio.vm}) to text
   * @param viewPackages packages whose records the theme may read
   * @throws Problem.Invalid when one of them cannot be accepted; names template and line
   */
  public static Templates forTheme(Map<String, String> sources, Set<String> viewPackages) {
    return new Templates(sources, viewPackages, false, TIME);
  }

  /** As {@link #forTheme(Map, Set)} with a time limit of one's own; for tests of the limit. */
  static Templates forTheme(Map<String, String> sources, Set<String> viewPackages, Duration time) {
    return new Templates(sources, viewPackages, false, time);
  }

  /** Names of all templates, in order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(parsed.keySet());
  }

  public boolean has(String name) {
    return parsed.containsKey(name);
  }

  /**
   * Renders one template. Values are view records, texts, numbers, truths, {@code Html}, and lists and
   * maps of these.
   *
   * @throws RenderFailure when the template does not fit its model or goes past a limit
   */
  public String render(String name, Map<String, ?> model) {
    Template template = parsed.get(name);
    if (template == null) {
      throw new RenderFailure("There is no template " + name + ".");
    }
    Budget budget = new Budget(time);
    CappedWriter out = new CappedWriter(budget);
    RenderContext context = new RenderContext(model, budget);
    try {
      ScopedValue.where(Budget.CURRENT, budget).run(() -> template.merge(context, out));
      budget.checkClock();
    } catch (RenderFailure | VelocityException e) {
      throw new RenderFailure("Template " + name + ": " + reason(e), e);
    }
    return out.toString();
  }

  private static String reason(Throwable failure) {
    String text = String.valueOf(failure.getMessage());
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof RenderFailure limit) {
        text = String.valueOf(limit.getMessage());
      }
      cause = cause.getCause();
    }
    return text;
  }

  private static RuntimeInstance engine(Map<String, String> sources, Set<String> viewPackages) {
    RuntimeInstance engine = new RuntimeInstance();
    engine.setApplicationAttribute(AllowList.PACKAGES, Set.copyOf(viewPackages));
    engine.setProperty("resource.loaders", "own");
    engine.setProperty("resource.loader.own.instance", new OwnLoader(sources));
    engine.setProperty("resource.loader.own.cache", "true");
    // The set is closed and whole in memory: no size limit on what is kept parsed.
    engine.setProperty("resource.manager.cache.default_size", "0");
    engine.setProperty("introspector.uberspect.class", AllowList.class.getName());
    engine.setProperty("runtime.strict_mode.enable", "true");
    engine.setProperty("runtime.interpolate_string_literals", "false");
    engine.setProperty("runtime.log.log_invalid_references", "false");
    engine.setProperty("directive.foreach.max_loops", String.valueOf(Budget.LOOP + 1));
    engine.setProperty("directive.parse.max_depth", String.valueOf(Budget.DEPTH + 1));
    engine.setProperty("velocimacro.max_depth", String.valueOf(Budget.DEPTH));
    engine.setProperty("velocimacro.inline.local_scope", "true");
    engine.setProperty("parser.pool.size", "2");
    engine.init();
    return engine;
  }

  private static Template parse(
      RuntimeInstance engine, String name, String source, Map<String, String> all, boolean macros) {
    if (source.length() > TemplateRules.LONGEST) {
      throw TemplateRules.broken(
          name, 1, "it is longer than " + TemplateRules.LONGEST + " characters");
    }
    try {
      // The engine forgets the tokens of what it keeps; the rules need them.
      Template draft = new Template();
      draft.setName(name);
      new TemplateRules(name, all, macros).check(engine.parse(new StringReader(source), draft));
      return engine.getTemplate(name, "UTF-8");
    } catch (ParseException e) {
      int line = e.currentToken == null ? 1 : e.currentToken.next.beginLine;
      throw TemplateRules.broken(name, line, firstLine(e.getMessage()));
    } catch (ParseErrorException e) {
      throw TemplateRules.broken(name, e.getLineNumber(), firstLine(e.getMessage()));
    } catch (VelocityException e) {
      throw TemplateRules.broken(name, 1, firstLine(e.getMessage()));
    }
  }

  private static String firstLine(@org.jspecify.annotations.Nullable String message) {
    String text = message == null ? "it cannot be read" : message.strip();
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static Map<String, String> classPath() {
    Map<String, String> sources = new TreeMap<>();
    try {
      URI home = Templates.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path place = Path.of(home);
      if (Files.isRegularFile(place)) {
        fromJar(place, sources);
      } else {
        // Classes in folders: a build tree, where tests may add templates of their own.
        for (URL url :
            Collections.list(Templates.class.getClassLoader().getResources("org/quillbox"))) {
          if (url.getProtocol().equals("file")) {
            fromFolder(Path.of(url.toURI()), sources);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The product's own templates cannot be read.", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The place of the program is no address.", e);
    }
    return sources;
  }

  private static void fromFolder(Path folder, Map<String, String> sources) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".vm")).toList()) {
        sources.put(
            ROOT + folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
  }

  private static void fromJar(Path jar, Map<String, String> sources) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (entry.getName().startsWith(ROOT) && entry.getName().endsWith(".vm")) {
          try (InputStream in = file.getInputStream(entry)) {
            sources.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
  }
}
