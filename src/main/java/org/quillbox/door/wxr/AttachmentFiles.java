package org.quillbox.door.wxr;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quillbox.base.kernel.Problem;

/**
 * Finds the files of attachments in a copy of {@code wp-content/uploads}. Matched by the last three parts of
 * the address ({@code 2024/05/name.jpg}); sites that did not sort by month by what follows {@code /uploads/}.
 * Nothing outside the folder is ever found, whatever an address or a link in the folder says.
 */
public final class AttachmentFiles {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{2}");

  private final Path root;

  private AttachmentFiles(Path root) {
    this.root = root;
  }

  /** A folder the owner named; a Problem when it is none. */
  public static AttachmentFiles in(Path uploads) {
    try {
      if (Files.isDirectory(uploads)) {
        return new AttachmentFiles(uploads.toRealPath());
      }
    } catch (IOException _) {
      // Answered below: it is not readable.
    }
    throw new Problem.Invalid(
        "uploads",
        "There is no readable folder "
            + uploads
            + ". Name a copy of wp-content/uploads, which holds folders like 2024/05.");
  }

  /** The file of an attachment, or empty when it is not in the folder. */
  public Optional<Path> find(String attachmentUrl) {
    for (String candidate : candidates(attachmentUrl)) {
      Optional<Path> found = at(candidate);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Paths below the uploads an address may stand for, best first; none for an address without a safe one. */
  static List<String> candidates(String attachmentUrl) {
    List<String> out = new ArrayList<>();
    String path = attachmentUrl.strip().replaceFirst("[?#].*$", "");
    path = path.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*:", "").replaceFirst("^//[^/]*", "");
    String[] parts = path.split("/", -1);
    int n = parts.length;
    if (n >= 3 && YEAR.matcher(parts[n - 3]).matches() && MONTH.matcher(parts[n - 2]).matches()) {
      add(out, parts[n - 3] + "/" + parts[n - 2] + "/" + parts[n - 1]);
    }
    int uploads = path.lastIndexOf("/uploads/");
    if (uploads >= 0) {
      add(out, path.substring(uploads + "/uploads/".length()));
    }
    return out;
  }

  private static void add(List<String> out, String raw) {
    String decoded;
    try {
      // A plus in a path is a plus.
      decoded = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      decoded = raw;
    }
    // Names typed on a Mac are decomposed in one place and composed in the other.
    for (String form :
        List.of(
            decoded,
            Normalizer.normalize(decoded, Normalizer.Form.NFC),
            Normalizer.normalize(decoded, Normalizer.Form.NFD))) {
      if (safe(form) && !out.contains(form)) {
        out.add(form);
      }
    }
  }

  private static boolean safe(String path) {
    if (path.isEmpty() || path.endsWith("/") || path.indexOf('\\') >= 0) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.startsWith(".") || part.chars().anyMatch(c -> c < ' ')) {
        return false;
      }
    }
    return true;
  }

  private Optional<Path> at(String relative) {
    try {
      Path named = root.resolve(relative).normalize();
      Path real = named.toRealPath();
      // A link is not followed, wherever it leads: the owner named a copy, and copies hold files.
      return real.equals(named)
              && real.startsWith(root)
              && Files.isRegularFile(real)
              && Files.isReadable(real)
          ? Optional.of(real)
          : Optional.empty();
    } catch (IOException | InvalidPathException _) {
      return Optional.empty();
    }
  }
}
