package org.quillbox.door.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.quillbox.base.view.Templates;

/**
 * The files of one theme: templates, one style sheet, assets. Built-in themes lie on the class path and list
 * their files in {@code theme.json}.
 *
 * <p>Templates and what they are given besides {@code $site} and {@code $head}: {@code home.vm} (posts, pager),
 * {@code single.vm} (post, comments, newer, older), {@code page.vm} (post, tree, comments), {@code archive.vm}
 * (archive), {@code search.vm} (archive, words), {@code attachment.vm} (file), {@code 404.vm} (suggestions).
 * Each prints what stands inside {@code body}.
 */
public final class Theme {
  private final String name;
  private final Templates templates;
  private final String css;
  private final Map<String, byte[]> assets;

  private Theme(String name, Templates templates, String css, Map<String, byte[]> assets) {
    this.name = name;
    this.templates = templates;
    this.css = css;
    this.assets = assets;
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
    return new Theme(
        name,
        Templates.forTheme(sources, Set.of(Theme.class.getPackageName())),
        text(root + files.style()),
        Map.copyOf(assets));
  }

  public String name() {
    return name;
  }

  /** The style sheet; {@code url(asset:NAME)} stands for the address of an asset. */
  public String css() {
    return css;
  }

  /** Assets by name. */
  public Map<String, byte[]> assets() {
    return assets;
  }

  /** What stands inside the body of a page. */
  public String render(String template, Map<String, ?> model) {
    return templates.render(template, model);
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
