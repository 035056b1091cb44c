package org.quillbox.door.wxr;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.quillbox.base.gates.Randoms;

/**
 * Names under which an import remembers what it took. They depend on the old site and on the things, not on the
 * file: a newer export of the same site meets what an older one brought.
 *
 * @param site id of the old site
 * @param file id of this file of it, for the position in it
 */
record ImportSource(String site, String file) {
  static final String PERSON = "person";
  static final String TERM = "term";

  /** An item as it stands in a file. */
  static final String ITEM = "item";

  /** An item by its old number. */
  static final String NUMBER = "entry";

  static final String COMMENT = "comment";

  /** Longest slug, in characters. */
  static final int LONGEST_SLUG = 200;

  private static final int HALF = 32;
  private static final int LONGEST_KEY = 300;

  static ImportSource of(WxrPart.Site site, String fileDigest) {
    String base = site.baseBlogUrl() + '\n' + site.baseSiteUrl();
    String told = base.isBlank() ? site.link() + '\n' + site.title() : base;
    String id = hash(told);
    return new ImportSource(id, id + ':' + fileDigest.substring(0, HALF));
  }

  /**
   * What an item is known by: its number and its guid, which never change. Slug and date do: a draft of the last
   * export may be published in the next one. They only help where one of the two is missing.
   */
  static String key(WxrPart.Item item) {
    if (item.id() > 0 && !item.guid().isEmpty()) {
      return hash(item.id() + "\u0001" + item.guid());
    }
    return hash(
        item.identity()
            + (item.id() > 0 ? "" : "\u0001" + item.title() + "\u0001" + item.content()));
  }

  static String key(WxrPart.Comment c, String itemKey) {
    return c.id() > 0
        ? Long.toString(c.id())
        : hash(itemKey + "\u0001" + c.author() + "\u0001" + c.gmt().raw() + "\u0001" + c.content());
  }

  static String termKey(String taxonomy, String slug) {
    return fitting(taxonomy + ' ' + slug);
  }

  static String personKey(String login) {
    return fitting(Logins.folded(login));
  }

  /** 32 hex digits. */
  static String hash(String text) {
    return Randoms.sha256Hex(text).substring(0, HALF);
  }

  private static String fitting(String key) {
    return key.length() <= LONGEST_KEY ? key : hash(key);
  }

  /** The host of an absolute address, lower case. */
  static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url.strip()).getHost())
          .map(h -> h.toLowerCase(Locale.ROOT))
          .filter(h -> !h.isEmpty());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** A slug as people read it: percent codes decoded, no longer than {@value #LONGEST_SLUG} characters. */
  static String slug(String raw) {
    String slug = raw.indexOf('%') < 0 ? raw : decoded(raw);
    return cut(slug.replaceAll("[\\p{Cntrl}/?#\\s]+", "-"), LONGEST_SLUG);
  }

  /** WordPress cuts slugs by bytes, which may leave half a letter at the end: that is left out. */
  private static String decoded(String raw) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
    for (int i = 0; i < raw.length(); ) {
      int code = raw.charAt(i) == '%' && i + 2 < raw.length() ? hex(raw, i + 1) : -1;
      if (code >= 0) {
        bytes.put((byte) code);
        i += 3;
      } else {
        int c = raw.codePointAt(i);
        bytes.put(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    bytes.flip();
    try {
      CharBuffer text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.IGNORE)
              .onUnmappableCharacter(CodingErrorAction.IGNORE)
              .decode(bytes);
      return text.toString().replaceAll("%[0-9a-fA-F]?$", "");
    } catch (CharacterCodingException _) {
      return raw;
    }
  }

  private static int hex(String s, int at) {
    int high = Character.digit(s.charAt(at), 16);
    int low = Character.digit(s.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** At most so many characters, never half of one. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
