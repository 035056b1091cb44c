package org.quillbox.base.http;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Style sheets, scripts, fonts and pictures that come with the product or a theme. Known files only, at addresses
 * that name their content: a browser keeps them for a year, and a new version has a new address.
 */
public final class AssetShelf {
  private record Asset(Reply reply) {}

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private volatile Map<String, Asset> byPath = Map.of();
  private volatile Map<String, String> paths = Map.of();

  /**
   * Puts files on the shelf in place of those that had this prefix.
   *
   * @param prefix {@code /assets} for the product's own, or a theme's, e.g. {@code /themes/journal}
   * @param files name, e.g. {@code console.css} or {@code fonts/display.woff2}, to content
   */
  public synchronized void put(String prefix, Map<String, byte[]> files) {
    if (!prefix.matches("(/[a-z0-9-]+)+")) {
      throw new IllegalArgumentException("not a prefix: " + prefix);
    }
    Map<String, Asset> assets = new HashMap<>(byPath);
    Map<String, String> names = new LinkedHashMap<>(paths);
    names
        .entrySet()
        .removeIf(e -> {
          boolean mine = e.getKey().startsWith(prefix + "/");
          if (mine) {
            assets.remove(e.getValue());
          }
          return mine;
        });
    files.forEach((name, bytes) -> {
      String hash = HexFormat.of().formatHex(Csp.sha256(bytes), 0, 8);
      String path = prefix + "/" + hash + "/" + name;
      names.put(prefix + "/" + name, path);
      assets.put(path, new Asset(reply(name, bytes)));
    });
    byPath = Map.copyOf(assets);
    paths = Map.copyOf(names);
  }

  /** Address of a file, e.g. {@code /assets/0123456789abcdef/console.css}. */
  public String path(String prefix, String name) {
    String path = paths.get(prefix + "/" + name);
    if (path == null) {
      throw new IllegalArgumentException("no such asset: " + prefix + "/" + name);
    }
    return path;
  }

  Optional<Reply> find(Inbound in) {
    Asset asset = byPath.get(in.path());
    return asset == null || !in.isRead() ? Optional.empty() : Optional.of(asset.reply());
  }

  private static Reply reply(String name, byte[] bytes) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = TYPES.get(ending);
    if (type == null) {
      throw new IllegalArgumentException("no asset ends in ." + ending + ": " + name);
    }
    Reply reply =
        Reply.bytes(200, type, bytes)
            .with("Cache-Control", "public, max-age=31536000, immutable")
            .etag(Sender.tagOf(bytes));
    if (!Sender.isText(type)) {
      return reply;
    }
    byte[] gzip = Sender.gzip(bytes);
    return gzip.length < bytes.length ? reply.gzip(gzip) : reply;
  }
}
