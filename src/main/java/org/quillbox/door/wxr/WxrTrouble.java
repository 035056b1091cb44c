package org.quillbox.door.wxr;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Problem;

/** Why a file cannot be read: the line, what is wrong there, and what to do about it. */
final class WxrTrouble {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");
  private static final Pattern ROOT = Pattern.compile("<([A-Za-z][\\w:.-]{0,40})");

  private WxrTrouble() {}

  static Problem empty() {
    return problem(
        "wxr_empty", 1, "The file is empty. Export it again in WordPress under Tools, Export.");
  }

  static Problem truncated(long line, long items) {
    return problem(
        "wxr_truncated",
        line,
        "The file ends on line "
            + line
            + ", in the middle, after "
            + items
            + (items == 1 ? " whole item" : " whole items")
            + ". The download was cut short: export it again, in smaller parts (by year or by type)"
            + " when it is cut again.");
  }

  static Problem malformed(long line, String parserSays) {
    return problem(
        "wxr_malformed",
        line,
        "Line "
            + line
            + " is not well-formed XML: "
            + parserSays
            + " Mend that line in a text editor, or export the file again.");
  }

  static Problem wrongBytes(long line, int b) {
    return problem(
        "wxr_encoding",
        line,
        "Line "
            + line
            + " is not UTF-8: byte "
            + String.format(Locale.ROOT, "%02X", b)
            + " cannot stand there. The file was saved in another encoding after the export, often"
            + " Windows-1252 by a text editor. Export it again, or save it as UTF-8.");
  }

  static Problem otherEncoding(String name) {
    return problem(
        "wxr_encoding",
        1,
        "Line 1 says the file is in "
            + name
            + ". Only UTF-8, which is what WordPress writes, and windows-1252 are read. Export the file again, or save"
            + " it as UTF-8 with encoding=\"UTF-8\" on its first line.");
  }

  static Problem notAnExport(long line, String what) {
    return problem(
        "wxr_not_an_export",
        line,
        "This is not a WordPress export: "
            + what
            + " In WordPress choose Tools, Export, All content, and bring the .xml file it gives"
            + " you.");
  }

  static Problem tooLarge(long line, String what, long mebibytes) {
    return problem(
        "wxr_value_too_large",
        line,
        "Line "
            + line
            + ": "
            + what
            + " is larger than "
            + mebibytes
            + " MiB. Shorten or remove it in WordPress and export again.");
  }

  private static Problem problem(String code, long line, String message) {
    return new Problem.Invalid(code, message, Map.of("file", message, "line", Long.toString(line)));
  }

  /** Recognises from its first bytes a file that need not be parsed to be refused. */
  static @Nullable Problem sniff(byte[] head) {
    if (head.length == 0) {
      return empty();
    }
    if (starts(head, 0x50, 0x4B, 3, 4) || starts(head, 0x1F, 0x8B)) {
      return notAnExport(1, "it is an archive. Unpack it and bring the .xml file inside.");
    }
    if (starts(head, 0xFE, 0xFF)
        || starts(head, 0xFF, 0xFE)
        || starts(head, 0, 0x3C)
        || starts(head, 0x3C, 0)) {
      return otherEncoding("UTF-16");
    }
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return head.length < WxrBytes.HEAD ? empty() : null;
    }
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      return notAnExport(1, "it is a web page, perhaps the sign-in page saved by mistake.");
    }
    if (text.charAt(0) != '<' && !lower.contains("<?xml") && !lower.contains("<rss")) {
      return notAnExport(
          1,
          switch (text.charAt(0)) {
            case '{', '[' -> "it is JSON.";
            case '-', '/' -> "it looks like a database dump.";
            default -> "it does not start like XML.";
          });
    }
    return declaredEncoding(text)
        .filter(name -> !readable(name))
        .map(WxrTrouble::otherEncoding)
        .orElse(null);
  }

  private static Optional<String> declaredEncoding(String text) {
    int start = text.indexOf("<?xml");
    Matcher m = DECLARED.matcher(start < 0 ? "" : text.substring(start));
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }

  /** Whether the bytes are to be checked as UTF-8: not when the file declares an encoding of single bytes. */
  static boolean utf8(byte[] head) {
    return declaredEncoding(new String(head, StandardCharsets.UTF_8))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> !name.startsWith("utf") && !name.endsWith("ascii"))
        .isEmpty();
  }

  private static boolean readable(String encoding) {
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "utf-8", "utf8", "us-ascii", "ascii" -> true;
      // Declared so it is what the bytes are: they are decoded, not guessed.
      case "iso-8859-1", "latin1", "windows-1252", "cp1252" -> true;
      default -> false;
    };
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** What a document with another root element is. */
  static String rootIs(String root) {
    return switch (root.toLowerCase(Locale.ROOT)) {
      case "feed" -> "it is an Atom feed, which holds only the latest entries.";
      case "urlset", "sitemapindex" -> "it is a sitemap.";
      case "opml" -> "it is a list of feeds (OPML).";
      case "html" -> "it is a web page, perhaps the sign-in page saved by mistake.";
      case "disqus" -> "it is a Disqus export.";
      default ->
          ROOT.matcher("<" + root).matches()
              ? "its first element is <" + root + ">."
              : "its first element is none WordPress writes.";
    };
  }
}
