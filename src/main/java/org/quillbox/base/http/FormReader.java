package org.quillbox.base.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quillbox.base.kernel.Problem;

/** Reads the form in a body, urlencoded or multipart, without keeping more than its text fields in memory. */
final class FormReader {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile(";\\s*name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE =
      Pattern.compile(";\\s*filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
  private static final int MOST_PARTS = Decoded.MOST_FIELDS;
  private static final int MOST_FILES = 50;

  private final Inbound in;
  private final long limit;
  private final long fileLimit;
  private final Form.Receiver receiver;
  private final Form form = Form.of(Map.of());
  private long textBytes;

  FormReader(Inbound in, long limit, long fileLimit, Form.Receiver receiver) {
    this.in = in;
    this.limit = limit;
    this.fileLimit = fileLimit;
    this.receiver = receiver;
  }

  Form read() throws IOException {
    return switch (in.contentType()) {
      case "application/x-www-form-urlencoded" -> {
        byte[] all = in.body().readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 16));
        if (all.length > limit) {
          throw tooLarge(limit);
        }
        yield Form.of(Decoded.fields(Decoded.utf8(ByteBuffer.wrap(all))));
      }
      case "multipart/form-data" -> multipart();
      default -> form;
    };
  }

  private Form multipart() throws IOException {
    Matcher m = BOUNDARY.matcher(in.header("Content-Type").orElse(""));
    if (!m.find()) {
      throw broken("it names no boundary");
    }
    String boundary = m.group(1) != null ? m.group(1) : m.group(2);
    Multipart parts = new Multipart(in.body(), boundary);
    int count = 0;
    int files = 0;
    while (parts.next()) {
      if (++count > MOST_PARTS) {
        throw new Problem.TooLarge(
            "too_many_fields", "Nothing was saved: the form has too many fields.");
      }
      String disposition = parts.header("content-disposition");
      Matcher name = NAME.matcher(disposition);
      if (!disposition.toLowerCase(Locale.ROOT).startsWith("form-data") || !name.find()) {
        throw broken("a part has no name");
      }
      Matcher file = FILE.matcher(disposition);
      if (file.find()) {
        if (++files > MOST_FILES) {
          throw new Problem.TooLarge(
              "too_many_files", "At most " + MOST_FILES + " files at a time.");
        }
        file(parts, unescape(name.group(1)), unescape(file.group(1)));
      } else {
        text(parts, unescape(name.group(1)));
      }
    }
    return form;
  }

  private void text(Multipart parts, String name) throws IOException {
    byte[] value =
        parts.content().readNBytes((int) Math.min(limit - textBytes + 1, Integer.MAX_VALUE - 16));
    textBytes += value.length;
    if (textBytes > limit) {
      throw tooLarge(limit);
    }
    String text = Decoded.utf8(ByteBuffer.wrap(value));
    if (text.indexOf('\0') >= 0) {
      throw new Problem.Invalid(name, "The text holds a character NUL. Remove it.");
    }
    form.add(name, text);
  }

  private void file(Multipart parts, String field, String path) throws IOException {
    // Old browsers send the whole path; only its last part names the file.
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    in.checkGuard(form);
    Form.FileField file = new Form.FileField(field, name, parts.header("content-type"));
    receiver.receive(file, new Capped(parts.content(), fileLimit), form);
  }

  private static String unescape(String quoted) {
    return quoted.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
  }

  static Problem.TooLarge tooLarge(long limit) {
    return new Problem.TooLarge(
        "rest_upload_file_too_big",
        "Nothing was saved: at most " + Bytes.of(limit) + " can be sent here, and this is more.");
  }

  static Problem.Invalid broken(String why) {
    return new Problem.Invalid(
        "bad_form", "Nothing was saved: the form cannot be read, " + why + ".", Map.of());
  }

  /** Refuses the byte beyond the limit. */
  private static final class Capped extends InputStream {
    private final InputStream in;
    private final long limit;
    private long left;

    Capped(InputStream in, long limit) {
      this.in = in;
      this.limit = limit;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int off, int len) throws IOException {
      int n = in.read(to, off, (int) Math.min(len, left + 1));
      if (n > 0) {
        left -= n;
        if (left < 0) {
          throw tooLarge(limit);
        }
      }
      return n;
    }
  }
}
