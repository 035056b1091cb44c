package org.quillbox.base.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes block markup. Three passes, each linear: find the comments that are delimiters, pair them,
 * build the tree. A delimiter that is broken, unpaired or nested deeper than {@value #DEEPEST} stays ordinary
 * HTML, so every text parses and an unchanged tree writes the very same text.
 */
public final class Blocks {
  /** Levels of nesting kept as blocks. */
  public static final int DEEPEST = 200;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final int TEXT = -1;

  private enum Role {
    OPEN,
    CLOSE,
    VOID
  }

  private record Delimiter(int start, int end, Role role, String name, ObjectNode attributes) {}

  private final String source;
  private final List<Delimiter> delimiters;
  private final int[] partner;

  private Blocks(String source) {
    this.source = source;
    this.delimiters = delimiters(source);
    this.partner = pair(delimiters);
  }

  /** Whether the text holds block markup at all; classic text does not. */
  public static boolean present(String text) {
    return text.contains("<!-- wp:");
  }

  /** The text as a tree. Never fails. */
  public static List<Block> parse(String text) {
    Blocks blocks = new Blocks(text);
    List<Block> top = new ArrayList<>();
    blocks.build(0, blocks.delimiters.size(), 0, text.length(), 0, top);
    return List.copyOf(top);
  }

  /** The tree as text; what was not changed comes out as it went in. */
  public static String write(List<? extends Block> blocks) {
    StringBuilder out = new StringBuilder();
    write(blocks, out);
    return out.toString();
  }

  private static void write(List<? extends Block> blocks, StringBuilder out) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Markup markup -> out.append(markup.html());
        case Block.Node node -> {
          out.append(node.opening());
          write(node.inner(), out);
          out.append(node.closing());
        }
      }
    }
  }

  /**
   * An opening comment as WordPress writes it: the core namespace left out, and nothing in the JSON that could
   * end an HTML comment or start a tag.
   */
  public static String opening(String name, ObjectNode attributes, boolean isVoid) {
    StringBuilder out = new StringBuilder("<!-- wp:").append(shortName(name)).append(' ');
    if (!attributes.isEmpty()) {
      String json =
          attributes
              .toString()
              .replace("--", "\\u002d\\u002d")
              .replace("<", "\\u003c")
              .replace(">", "\\u003e")
              .replace("&", "\\u0026")
              .replace("\\\"", "\\u0022");
      out.append(json).append(' ');
    }
    return out.append(isVoid ? "/-->" : "-->").toString();
  }

  /** The closing comment of a block. */
  public static String closing(String name) {
    return "<!-- /wp:" + shortName(name) + " -->";
  }

  private static String shortName(String name) {
    return name.startsWith("core/") ? name.substring(5) : name;
  }

  private static List<Delimiter> delimiters(String text) {
    List<Delimiter> found = new ArrayList<>();
    int at = text.indexOf("<!--");
    while (at >= 0) {
      int next = text.indexOf("<!--", at + 4);
      // A delimiter never reaches past the next comment, so no character is looked at twice.
      Delimiter one = delimiter(text, at, next < 0 ? text.length() : next);
      if (one != null) {
        found.add(one);
      }
      at = next;
    }
    return found;
  }

  private static @Nullable Delimiter delimiter(String text, int start, int limit) {
    int at = skipSpace(text, start + 4, limit);
    if (at == start + 4) {
      return null;
    }
    boolean closes = at < limit && text.charAt(at) == '/';
    if (closes) {
      at++;
    }
    if (!text.startsWith("wp:", at)) {
      return null;
    }
    int nameStart = at + 3;
    at = nameEnd(text, nameStart, limit);
    if (at < 0) {
      return null;
    }
    String written = text.substring(nameStart, at);
    String name = written.indexOf('/') < 0 ? "core/" + written : written;
    int afterName = skipSpace(text, at, limit);
    if (afterName == at) {
      return null;
    }
    at = afterName;
    ObjectNode attributes = JSON.createObjectNode();
    if (at < limit && text.charAt(at) == '{') {
      int jsonEnd = objectEnd(text, at, limit);
      int after = jsonEnd < 0 ? -1 : skipSpace(text, jsonEnd, limit);
      ObjectNode read = after <= jsonEnd ? null : object(text.substring(at, jsonEnd));
      if (read == null) {
        return null;
      }
      attributes = read;
      at = after;
    }
    boolean slash = at < limit && text.charAt(at) == '/';
    if (slash) {
      at++;
    }
    if (at + 3 > limit || !text.startsWith("-->", at)) {
      return null;
    }
    Role role = closes ? Role.CLOSE : slash ? Role.VOID : Role.OPEN;
    return new Delimiter(start, at + 3, role, name, attributes);
  }

  private static int skipSpace(String text, int from, int limit) {
    int at = from;
    while (at < limit && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** End of {@code name} or {@code namespace/name}; -1 when there is none. */
  private static int nameEnd(String text, int from, int limit) {
    int at = wordEnd(text, from, limit);
    if (at == from) {
      return -1;
    }
    if (at < limit && text.charAt(at) == '/') {
      int second = wordEnd(text, at + 1, limit);
      return second == at + 1 ? -1 : second;
    }
    return at;
  }

  private static int wordEnd(String text, int from, int limit) {
    int at = from;
    while (at < limit) {
      char c = text.charAt(at);
      boolean letter = c >= 'a' && c <= 'z';
      boolean later = (c >= '0' && c <= '9') || c == '-' || c == '_';
      if (!letter && !(later && at > from)) {
        break;
      }
      at++;
    }
    return at;
  }

  /** End of the balanced object that starts here, strings respected; -1 when it does not end. */
  private static int objectEnd(String text, int from, int limit) {
    int depth = 0;
    boolean inString = false;
    for (int at = from; at < limit; at++) {
      char c = text.charAt(at);
      if (inString) {
        if (c == '\\') {
          at++;
        } else if (c == '"') {
          inString = false;
        }
      } else if (c == '"') {
        inString = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at + 1;
      }
    }
    return -1;
  }

  private static @Nullable ObjectNode object(String json) {
    try {
      JsonNode read = JSON.readTree(json);
      return read instanceof ObjectNode object ? object : null;
    } catch (JsonProcessingException broken) {
      // Broken attributes make the comment ordinary HTML; nothing is lost.
      return null;
    }
  }

  /**
   * For each delimiter the index of its other half, itself for a void one, {@link #TEXT} for one that has none.
   * A closer takes the nearest opener of its name; openers jumped over stay text.
   */
  private static int[] pair(List<Delimiter> delimiters) {
    int[] partner = new int[delimiters.size()];
    Arrays.fill(partner, TEXT);
    Deque<Integer> open = new ArrayDeque<>();
    Map<String, Integer> openByName = new HashMap<>();
    for (int i = 0; i < partner.length; i++) {
      Delimiter one = delimiters.get(i);
      switch (one.role()) {
        case VOID -> partner[i] = i;
        case OPEN -> {
          open.push(i);
          openByName.merge(one.name(), 1, Integer::sum);
        }
        case CLOSE -> {
          if (openByName.getOrDefault(one.name(), 0) > 0) {
            int other = -1;
            do {
              other = open.pop();
              openByName.merge(delimiters.get(other).name(), -1, Integer::sum);
            } while (!delimiters.get(other).name().equals(one.name()));
            partner[i] = other;
            partner[other] = i;
          }
        }
      }
    }
    return partner;
  }

  private void build(int from, int to, int textFrom, int textTo, int depth, List<Block> into) {
    int copied = textFrom;
    int i = from;
    while (i < to) {
      Delimiter opener = delimiters.get(i);
      int close = partner[i];
      if (close < i || depth >= DEEPEST) {
        i++;
        continue;
      }
      markup(copied, opener.start(), into);
      if (close == i) {
        into.add(node(opener, List.of(), "", opener.end()));
      } else {
        Delimiter closer = delimiters.get(close);
        List<Block> inner = new ArrayList<>();
        build(i + 1, close, opener.end(), closer.start(), depth + 1, inner);
        into.add(node(opener, inner, source.substring(closer.start(), closer.end()), closer.end()));
      }
      copied = into.getLast().end();
      i = close + 1;
    }
    markup(copied, textTo, into);
  }

  private Block.Node node(Delimiter opener, List<Block> inner, String closing, int end) {
    return new Block.Node(
        opener.name(),
        opener.attributes(),
        inner,
        source.substring(opener.start(), opener.end()),
        closing,
        opener.start(),
        end);
  }

  private void markup(int from, int to, List<Block> into) {
    if (from < to) {
      into.add(new Block.Markup(source.substring(from, to), from, to));
    }
  }
}
