package org.quillbox.door.wxr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quillbox.base.gates.AtomicFile;
import org.quillbox.base.text.PhpSerialized;
import org.quillbox.base.text.PhpValue;
import org.quillbox.site.content.MediaFile;

/**
 * Brings the files of attachments: whole or not at all, and before the transaction that speaks of them, so that
 * no entry ever names a file that is not there. A file that lies there already with other bytes is left alone.
 */
final class MediaShelf {
  private static final int LONGEST_FILE = 500;
  private static final int LONGEST_URL = 2000;
  private static final int MOST_SIDE = 1_000_000;

  private static final Map<String, String> MIMES =
      Map.ofEntries(
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("jpe", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("bmp", "image/bmp"),
          Map.entry("tif", "image/tiff"),
          Map.entry("tiff", "image/tiff"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("heic", "image/heic"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("m4a", "audio/mpeg"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("oga", "audio/ogg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("flac", "audio/flac"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("mov", "video/quicktime"),
          Map.entry("webm", "video/webm"),
          Map.entry("ogv", "video/ogg"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("txt", "text/plain"),
          Map.entry("csv", "text/csv"),
          Map.entry("ics", "text/calendar"),
          Map.entry("zip", "application/zip"),
          Map.entry("gz", "application/gzip"),
          Map.entry("gpx", "application/gpx+xml"),
          Map.entry("epub", "application/epub+zip"),
          Map.entry("rtf", "application/rtf"),
          Map.entry("doc", "application/msword"),
          Map.entry(
              "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          Map.entry("ppt", "application/vnd.ms-powerpoint"),
          Map.entry(
              "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
          Map.entry("odt", "application/vnd.oasis.opendocument.text"),
          Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
          Map.entry("odp", "application/vnd.oasis.opendocument.presentation"));

  private final Path media;
  private final Optional<AttachmentFiles> uploads;

  MediaShelf(Path media, Optional<AttachmentFiles> uploads) {
    this.media = media;
    this.uploads = uploads;
  }

  boolean hasUploads() {
    return uploads.isPresent();
  }

  /** Copies the file of an attachment when it is among the uploads, and says what is known of it. */
  MediaFile bring(WxrPart.Item item) {
    String url = item.attachmentUrl().isEmpty() ? item.guid() : item.attachmentUrl();
    String wanted = item.metaValue("_wp_attached_file").filter(MediaShelf::isSafe).orElse("");
    if (wanted.isEmpty()) {
      wanted = AttachmentFiles.candidates(url).stream().findFirst().orElse("");
    }
    String file = wanted.length() > LONGEST_FILE ? "" : wanted;
    Optional<PhpValue> known =
        item.metaValue("_wp_attachment_metadata").flatMap(PhpSerialized::find);
    Optional<Path> from = file.isEmpty() ? Optional.empty() : uploads.flatMap(u -> u.find(url));
    String stored = from.map(path -> copied(path, file)).orElse(file);
    return new MediaFile(
        0,
        stored,
        mime(file.isEmpty() ? url : file),
        side(known, "width"),
        side(known, "height"),
        from.map(MediaShelf::size).orElse(0L),
        from.isPresent(),
        ImportSource.cut(url, LONGEST_URL));
  }

  /** Where the bytes of a file lie now: below the wanted name, or a numbered one where that is another file. */
  private String copied(Path from, String wanted) {
    try {
      String name = wanted;
      for (int n = 2; ; n++) {
        Path to = media.resolve(name);
        if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
          Path folder = to.getParent();
          if (folder != null) {
            makeFolder(folder);
          }
          AtomicFile.write(to, out -> Files.copy(from, out));
          return name;
        }
        if (Files.isRegularFile(to, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(from, to) < 0) {
          return name;
        }
        name = numbered(wanted, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder is durable only when the one above knows it. */
  private void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path above = folder.getParent();
    if (above != null && !folder.equals(media)) {
      makeFolder(above);
    }
    Files.createDirectory(folder);
    if (above != null) {
      AtomicFile.forceDirectory(above);
    }
  }

  private static String numbered(String file, int n) {
    int dot = file.lastIndexOf('.');
    return dot > file.lastIndexOf('/')
        ? file.substring(0, dot) + '-' + n + file.substring(dot)
        : file + '-' + n;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int side(Optional<PhpValue> known, String name) {
    if (known.orElse(null) instanceof PhpValue.Table table) {
      String text = table.find(name).map(PhpValue::text).orElse("");
      if (text.matches("\\d{1,7}")) {
        return Math.min(MOST_SIDE, Integer.parseInt(text));
      }
    }
    return 0;
  }

  /** A path below the media folder that can only name a file in it. */
  static boolean isSafe(String path) {
    if (path.isEmpty() || path.endsWith("/") || path.indexOf('\\') >= 0) {
      return false;
    }
    return List.of(path.split("/", -1)).stream()
        .noneMatch(p -> p.isEmpty() || p.startsWith(".") || p.chars().anyMatch(c -> c < ' '));
  }

  static String mime(String file) {
    String plain = file.replaceFirst("[?#].*$", "");
    String extension = plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return MIMES.getOrDefault(extension, "application/octet-stream");
  }
}
