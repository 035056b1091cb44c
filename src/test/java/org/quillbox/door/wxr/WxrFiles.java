package org.quillbox.door.wxr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The export files the tests read, and the parser they are read with. */
final class WxrFiles {
  private WxrFiles() {}

  static byte[] bytes(String name) {
    try (InputStream in =
        Objects.requireNonNull(WxrFiles.class.getResourceAsStream("/wxr/" + name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  static List<WxrPart> read(byte[] file) {
    return read(new ByteArrayInputStream(file));
  }

  static List<WxrPart> read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  static List<WxrPart> read(InputStream in) {
    List<WxrPart> parts = new ArrayList<>();
    try (WxrReader reader = WxrReader.open(in, "export.xml")) {
      for (Optional<WxrPart> p = reader.next(); p.isPresent(); p = reader.next()) {
        parts.add(p.get());
      }
    }
    return parts;
  }

  static <T extends WxrPart> List<T> only(Class<T> type, List<WxrPart> parts) {
    return parts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  static List<WxrPart.Item> items(String name) {
    return only(WxrPart.Item.class, read(bytes(name)));
  }

  /** An item with the few things a test is about. */
  static WxrPart.Item item(String type, String status, String link, WxrPart.Meta... meta) {
    WxrPart.Item base = items("old-site.xml").getLast();
    return new WxrPart.Item(
        1,
        1,
        9,
        type,
        status,
        "slug",
        "Title",
        link,
        "",
        "",
        "",
        base.local(),
        base.gmt(),
        base.modifiedLocal(),
        base.modifiedGmt(),
        "",
        "",
        0,
        0,
        "",
        false,
        false,
        false,
        "",
        List.of(),
        List.of(meta),
        List.of());
  }

  /** The real export, where it lies beside the project. */
  static Optional<Path> realExport() {
    String data = System.getProperty("quillbox.data");
    for (Path dir :
        data == null
            ? List.of(Path.of("../shared/data"), Path.of("../../shared/data"))
            : List.of(Path.of(data))) {
      Path file = dir.resolve("themeunittestdata.wordpress.xml");
      if (Files.isReadable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
