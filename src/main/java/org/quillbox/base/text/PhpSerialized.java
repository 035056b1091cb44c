package org.quillbox.base.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quillbox.base.kernel.Problem;

/**
 * Reads PHP's serialised values as exports carry them. Objects and references are refused: they are how such
 * data attacks its reader. Lengths count UTF-8 bytes. Depth, elements and bytes are limited.
 */
public final class PhpSerialized {
  private static final int DEEPEST = 64;
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_ELEMENTS = 200_000;

  private final byte[] bytes;
  private int at;
  private int elements;

  private PhpSerialized(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The value, which must be the whole text.
   *
   * @throws Problem.Invalid when it is not well formed, holds an object or is too large
   */
  public static PhpValue parse(String serialized) {
    if (serialized.length() > MOST_BYTES) {
      throw refused(0, "it is larger than 4 MiB");
    }
    PhpSerialized reader = new PhpSerialized(serialized.strip().getBytes(StandardCharsets.UTF_8));
    PhpValue value = reader.value(0);
    if (reader.at != reader.bytes.length) {
      throw refused(reader.at, "something follows the value");
    }
    return value;
  }

  /** The value, or nothing where {@link #parse} would complain. */
  public static Optional<PhpValue> find(String serialized) {
    if (!looksSerialized(serialized)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(serialized));
    } catch (Problem.Invalid broken) {
      return Optional.empty();
    }
  }

  /** Whether a text has the outside of a serialised value; cheap, before trying. */
  public static boolean looksSerialized(String text) {
    String t = text.strip();
    if (t.equals("N;")) {
      return true;
    }
    return t.length() >= 4
        && t.charAt(1) == ':'
        && "abids".indexOf(t.charAt(0)) >= 0
        && (t.endsWith(";") || t.endsWith("}"));
  }

  private PhpValue value(int depth) {
    if (depth > DEEPEST) {
      throw refused(at, "it is nested deeper than " + DEEPEST + " levels");
    }
    if (++elements > MOST_ELEMENTS) {
      throw refused(at, "it holds more than " + MOST_ELEMENTS + " values");
    }
    byte type = next();
    if (type == 'N') {
      expect(';');
      return new PhpValue.Null();
    }
    if ("bidsa".indexOf(type) < 0) {
      throw refused(
          at - 1, type == 'O' || type == 'C' ? "it holds an object" : "no value starts here");
    }
    expect(':');
    return switch (type) {
      case 'b' -> new PhpValue.Bool(whole(until(';')) != 0);
      case 'i' -> new PhpValue.Whole(whole(until(';')));
      case 'd' -> new PhpValue.Real(real(until(';')));
      case 's' -> {
        String text = string();
        expect(';');
        yield new PhpValue.Text(text);
      }
      default -> table(depth);
    };
  }

  private PhpValue table(int depth) {
    int count = count(until(':'));
    expect('{');
    List<PhpValue.Table.Entry> entries = new ArrayList<>(Math.min(count, 1000));
    for (int i = 0; i < count; i++) {
      PhpValue key = value(depth + 1);
      if (!(key instanceof PhpValue.Whole) && !(key instanceof PhpValue.Text)) {
        throw refused(at, "a key is neither number nor text");
      }
      entries.add(new PhpValue.Table.Entry(key.text(), value(depth + 1)));
    }
    expect('}');
    return new PhpValue.Table(entries);
  }

  private String string() {
    int length = count(until(':'));
    expect('"');
    if (length > bytes.length - at) {
      throw refused(at, "a text is shorter than it says");
    }
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    expect('"');
    return text;
  }

  private int count(String digits) {
    long count = whole(digits);
    if (count < 0 || count > bytes.length) {
      throw refused(at, "a length is impossible");
    }
    return (int) count;
  }

  private long whole(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException broken) {
      throw refused(at, "a number is broken");
    }
  }

  private double real(String digits) {
    return switch (digits) {
      case "INF" -> Double.POSITIVE_INFINITY;
      case "-INF" -> Double.NEGATIVE_INFINITY;
      case "NAN" -> Double.NaN;
      default -> {
        try {
          yield Double.parseDouble(digits);
        } catch (NumberFormatException broken) {
          throw refused(at, "a number is broken");
        }
      }
    };
  }

  private String until(char end) {
    int from = at;
    while (at < bytes.length && bytes[at] != end && at - from < 40) {
      at++;
    }
    String text = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
    expect(end);
    return text;
  }

  private byte next() {
    if (at >= bytes.length) {
      throw refused(at, "it ends too early");
    }
    return bytes[at++];
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw refused(at - 1, "“" + wanted + "” is missing");
    }
  }

  private static Problem.Invalid refused(int at, String why) {
    return new Problem.Invalid(
        "serialized",
        "The serialised value cannot be read at byte " + at + ": " + why + ". It stays as text.");
  }
}
