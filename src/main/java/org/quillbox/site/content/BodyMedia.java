package org.quillbox.site.content;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Reads;
import org.quillbox.site.address.OwnLinks;

/** Where the files of one body are, and whether they are there; looked up once each. */
final class BodyMedia {
  /** Where the site serves what was uploaded. */
  static final String UPLOADS = "/wp-content/uploads/";

  private static final Pattern DATED =
      Pattern.compile("/(\\d{4}/\\d{2}/[^/?#]+\\.[A-Za-z0-9]{2,5})(?:[?#].*)?$");
  private static final Pattern SIZED =
      Pattern.compile("(?:-(\\d{1,5})x(\\d{1,5})|-scaled|-e\\d{10,14})(\\.[A-Za-z0-9]{2,5})$");

  private final Entries entries;
  private final Reads reads;
  private final Set<String> ownHosts;
  private final Map<String, Optional<MediaFile>> byFile = new HashMap<>();

  BodyMedia(Entries entries, Reads reads, Set<String> ownHosts) {
    this.entries = entries;
    this.reads = reads;
    this.ownHosts = ownHosts;
  }

  /** Whether an address names one of the site's own hosts. */
  boolean owns(String url) {
    return !OwnLinks.relative(url, ownHosts).equals(url);
  }

  /** An address as it is written: own ones without host, those of files of former hosts where they are now. */
  String address(String url) {
    String own = OwnLinks.relative(url, ownHosts);
    if (!own.startsWith("/") || own.startsWith("//") || own.startsWith(UPLOADS)) {
      return own;
    }
    int uploads = own.indexOf(UPLOADS);
    if (uploads > 0) {
      // The site stood in a folder, or was one of several of a network.
      return own.substring(uploads);
    }
    Matcher dated = DATED.matcher(own);
    return dated.find() && isKnown(decoded(dated.group(1))) ? UPLOADS + dated.group(1) : own;
  }

  /** Whether there is an attachment with this file, or one it is a smaller size of. */
  private boolean isKnown(String file) {
    Matcher sized = SIZED.matcher(file);
    return find(file).isPresent()
        || (sized.find() && find(file.substring(0, sized.start()) + sized.group(3)).isPresent());
  }

  /** The address of an attachment's file; empty when there is no such attachment. */
  String address(long attachment) {
    return file(attachment).map(this::address).orElse("");
  }

  /** The file of an attachment that everybody may see. */
  Optional<MediaFile> file(long attachment) {
    return entries
        .find(reads, attachment)
        .filter(Entry::isAttachment)
        .map(a -> entries.media(reads, List.of(a.id())).get(a.id()));
  }

  String address(MediaFile file) {
    return file.file().isEmpty() ? address(file.sourceUrl()) : UPLOADS + encoded(file.file());
  }

  /** The address of an entry's featured image; empty without one, or when its file is not here. */
  String featured(Entry entry) {
    String id = entries.meta(reads, List.of(entry.id()), "_thumbnail_id").get(entry.id());
    return id == null || !id.matches("\\d{1,18}")
        ? ""
        : file(Long.parseLong(id)).filter(MediaFile::isPresent).map(this::address).orElse("");
  }

  /**
   * What stands behind an address in the markup.
   *
   * @param address to be written; another one where only the whole picture is kept
   * @param width in pixels of what is to be shown, 0 when unknown
   */
  record Found(String address, int width, int height) {}

  /** Whether the site serves an address of its own: a file that is here. */
  Optional<Found> found(String address) {
    if (!address.startsWith(UPLOADS)) {
      return Optional.empty();
    }
    String file = decoded(address.substring(UPLOADS.length()).replaceFirst("[?#].*$", ""));
    Optional<MediaFile> exact = find(file);
    if (exact.isPresent()) {
      return exact.filter(MediaFile::isPresent).map(m -> new Found(address, m.width(), m.height()));
    }
    Matcher sized = SIZED.matcher(file);
    if (!sized.find()) {
      return Optional.empty();
    }
    int width = sized.group(1) == null ? 0 : Integer.parseInt(sized.group(1));
    int height = sized.group(2) == null ? 0 : Integer.parseInt(sized.group(2));
    // Smaller sizes are not taken by an import; the whole picture is shown at the smaller size.
    return find(file.substring(0, sized.start()) + sized.group(3))
        .or(() -> find(file.substring(0, sized.start()) + "-scaled" + sized.group(3)))
        .filter(MediaFile::isPresent)
        .map(m ->
            new Found(
                UPLOADS + encoded(m.file()),
                width == 0 ? m.width() : width,
                height == 0 ? m.height() : height));
  }

  private Optional<MediaFile> find(String file) {
    return byFile.computeIfAbsent(
        file,
        name -> {
          // Also when there is none: the file may come, and its attachment is named after it.
          reads.saw(Key.Name.of(name.substring(name.lastIndexOf('/') + 1)));
          return entries.mediaByFile(reads, name);
        });
  }

  private static String decoded(String path) {
    try {
      return path.indexOf('%') < 0
          ? path
          : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign that is one.
      return path;
    }
  }

  private static String encoded(String file) {
    StringBuilder out = new StringBuilder();
    for (String part : file.split("/", -1)) {
      out.append(out.isEmpty() ? "" : "/")
          .append(URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return out.toString();
  }
}
