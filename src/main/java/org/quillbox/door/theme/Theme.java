package org.quillbox.door.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quillbox.base.view.Messages;
import org.quillbox.base.view.Templates;

/**
 * The files of one theme: templates, style sheet in parts, assets. Built-in themes lie on the class path and list
 * their files in {@code theme.json}.
 *
 * <p>Each template prints what stands inside {@code body}. It is given {@code $site} ({@link SiteView}), {@code
 * $head} ({@link HeadView}), {@code $m} (texts of the interface) and, by its name:
 *
 * <ul>
 *   <li>{@code home.vm}: {@code posts} (list of {@link PostView}), {@code pager}; {@code heading} where the list is
 *       not the front page
 *   <li>{@code single.vm}: {@code post}, {@code comments} (list of {@link CommentView}), {@code newer} and {@code
 *       older} ({@link LinkView})
 *   <li>{@code page.vm}: {@code post}, {@code comments}, {@code tree} (list of {@link LinkView}: the highest page
 *       with all under it), {@code above} (list of {@link LinkView}, highest first)
 *   <li>{@code archive.vm}, {@code category.vm}, {@code tag.vm}, {@code author.vm}, {@code date.vm}: {@code archive}
 *   <li>{@code search.vm}: {@code archive}, {@code words}
 *   <li>{@code attachment.vm}: {@code file} ({@link AttachmentView}), {@code newer}, {@code older}
 *   <li>{@code 404.vm}: {@code suggestions} (list of {@link PostView}), {@code path}
 *   <li>{@code starting.vm}: {@code title}, {@code text}
 * </ul>
 *
 * A post that needs a password ({@code isLocked}) shows the form in place of its text; {@code wrong} says that one
 * was tried. An {@link Optional} among these is given as its value, or not at all: templates ask {@code #if($older)}.
 */
public final class Theme {
  private final String name;
  private final Templates templates;
  private final List<StyleSheet.Part> styles;
  private final Map<String, byte[]> assets;
  private final List<String> preload;
  private final Map<String, Messages> messages = new ConcurrentHashMap<>();

  private Theme(
      String name,
      Templates templates,
      List<StyleSheet.Part> styles,
      Map<String, byte[]> assets,
      List<String> preload) {
    this.name = name;
    this.templates = templates;
    this.styles = List.copyOf(styles);
    this.assets = assets;
    this.preload = preload;
  }

  /** A theme of the product's own. */
  public static Theme builtIn(String name) {
    String root = "/themes/" + name + "/";
    ThemeFiles files = ThemeFiles.parse(text(root + "theme.json"));
    Map<String, String> sources = new LinkedHashMap<>();
    for (String file : files.templates()) {
      sources.put(file, text(root + file));
    }
    Map<String, byte[]> assets = new LinkedHashMap<>();
    for (String file : files.assets()) {
      assets.put(file, bytes(root + "assets/" + file));
    }
    List<StyleSheet.Part> styles = new ArrayList<>();
    for (ThemeFiles.Style style : files.styles()) {
      styles.add(new StyleSheet.Part(CssMinifier.minify(text(root + style.file())), style.when()));
    }
    return new Theme(
        name,
        Templates.forTheme(sources, Set.of(Theme.class.getPackageName())),
        styles,
        Map.copyOf(assets),
        files.preload());
  }

  public String name() {
    return name;
  }

  /** Assets by name; styles name one as {@code url(asset:NAME)}. */
  public Map<String, byte[]> assets() {
    return assets;
  }

  /** The parts of the style sheet, minified. */
  List<StyleSheet.Part> styles() {
    return styles;
  }

  /** Names of fonts that every page needs at once. */
  List<String> preload() {
    return preload;
  }

  /** Whether the theme has such a template. */
  public boolean has(String template) {
    return templates.has(template);
  }

  /** What stands inside the body of a page. */
  public String render(String template, Map<String, ?> model) {
    Map<String, Object> given = new HashMap<>();
    model.forEach((key, value) -> {
      if (value instanceof Optional<?> maybe) {
        maybe.ifPresent(v -> given.put(key, v));
      } else {
        given.put(key, value);
      }
    });
    String language = model.get("site") instanceof SiteView site ? site.language() : "en";
    given.put("m", messages.computeIfAbsent(language, Theme::texts));
    return templates.render(template, given);
  }

  private static Messages texts(String language) {
    return Messages.load(Locale.forLanguageTag(language), "theme");
  }

  private static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Theme.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
