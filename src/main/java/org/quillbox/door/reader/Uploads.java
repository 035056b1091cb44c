package org.quillbox.door.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import org.quillbox.base.http.Door;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Reads;
import org.quillbox.site.content.Entries;
import org.quillbox.site.content.MediaFile;

/**
 * Files of the library at the addresses they had: {@code /wp-content/uploads/2026/11/pear.jpg}. Only what an
 * attachment that readers may see knows of, or a smaller form of it, is served; nothing is ever run.
 */
final class Uploads implements Door {
  private static final String PREFIX = "/wp-content/uploads/";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("oga", "audio/ogg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("ogv", "video/ogg"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final Entries entries;
  private final Path media;

  Uploads(Entries entries, Path media) {
    this.entries = entries;
    this.media = media;
  }

  @Override
  public Optional<Reply> answer(Inbound in) {
    if (!in.path().startsWith(PREFIX) || !in.isRead()) {
      return Optional.empty();
    }
    String name = in.path().substring(PREFIX.length());
    Reads reads = Reads.untracked(Actor.guest());
    Optional<MediaFile> known =
        entries
            .mediaByFile(reads, name)
            .or(() -> entries.mediaByFile(reads, withoutSize(name)))
            .filter(m -> entries.find(reads, m.entry()).isPresent());
    return known.flatMap(m -> file(name));
  }

  /** {@code pear-300x225.jpg} is a smaller form of {@code pear.jpg}. */
  private static String withoutSize(String name) {
    return name.replaceFirst("-\\d{1,5}x\\d{1,5}(\\.[A-Za-z0-9]+)$", "$1");
  }

  private Optional<Reply> file(String name) {
    Path file = media.resolve(name).normalize();
    try {
      if (!file.startsWith(media) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      if (!file.toRealPath().startsWith(media.toRealPath())) {
        return Optional.empty();
      }
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
      String type = TYPES.getOrDefault(ending, "application/octet-stream");
      Reply reply =
          Reply.stream(200, type, attributes.size(), out -> Files.copy(file, out))
              .with("Cache-Control", "public, max-age=3600")
              .with("Content-Security-Policy", "sandbox; default-src 'none'");
      boolean inline =
          type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/");
      return Optional.of(inline ? reply : reply.with("Content-Disposition", "attachment"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
