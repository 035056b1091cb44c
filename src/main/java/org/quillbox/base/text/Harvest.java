package org.quillbox.base.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The prose, links and pictures somebody wrote into the attributes of a block whose HTML is empty: newer page
 * builders and field plugins keep the whole text there. Only keys that carry words, addresses and pictures are
 * read; class names, styles, ids, colours and sizes never come out.
 */
public final class Harvest {
  /** Something found, in source order. */
  public sealed interface Piece {
    /**
     * Words.
     *
     * @param html may carry tags; the sanitiser sees it like everything else
     * @param heading whether it was a title
     */
    record Text(String html, boolean heading) implements Piece {}

    /** An address with what it says. */
    record Link(String url, String label) implements Piece {}

    /**
     * A picture.
     *
     * @param url null when only the attachment's id is known
     * @param id of the attachment, 0 when unknown
     */
    record Picture(@Nullable String url, long id, String alt) implements Piece {}
  }

  private static final Set<String> TITLES =
      Set.of("title", "heading", "subtitle", "headline", "question");
  private static final Set<String> WORDS =
      Set.of(
          "content",
          "text",
          "description",
          "caption",
          "label",
          "answer",
          "body",
          "quote",
          "citation",
          "author",
          "paragraph",
          "subheading",
          "name",
          "innercontent");
  private static final Set<String> URLS = Set.of("url", "href", "link", "linkurl", "buttonurl");
  private static final Set<String> PICTURES =
      Set.of(
          "image",
          "src",
          "imageurl",
          "mediaurl",
          "backgroundimage",
          "photo",
          "picture",
          "mediaid",
          "imageid");
  private static final Set<String> NEVER =
      Set.of(
          "class",
          "classname",
          "style",
          "styles",
          "css",
          "id",
          "anchor",
          "color",
          "size",
          "width",
          "height",
          "align",
          "meta",
          "module",
          "decoration",
          "advanced",
          "attributes",
          "builderversion",
          "lock",
          "metadata",
          "mode",
          "font",
          "layout",
          "spacing",
          "uniqueid",
          "blockid",
          "type",
          "rel",
          "target",
          "icon");
  private static final int DEEPEST = 24;
  private static final int MOST = 2_000;

  private final List<Piece> found = new ArrayList<>();
  private final Set<Piece> seen = new LinkedHashSet<>();

  private Harvest() {}

  /** Everything readable, each piece once. Empty when there is nothing for readers. */
  public static List<Piece> from(JsonNode attributes) {
    Harvest work = new Harvest();
    work.object(attributes, "", 0);
    return List.copyOf(work.found);
  }

  private void object(JsonNode node, String context, int depth) {
    if (depth > DEEPEST || found.size() >= MOST) {
      return;
    }
    String url = address(node);
    boolean picture = isPicture(node, url, context);
    // The words that went with the address are not prose a second time.
    String said =
        url == null && !picture
            ? ""
            : firstOf(
                node,
                picture ? List.of("alt", "caption", "title") : List.of("label", "text", "title"));
    String words = said.isEmpty() ? "" : words(node, List.of(said));
    if (picture) {
      add(new Piece.Picture(url, id(node, context), words));
    } else if (url != null && !words.isBlank()) {
      add(new Piece.Link(url, words));
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String key = fold(field.getKey());
      boolean alternative = key.equals("alt");
      boolean taken = alternative || field.getKey().equals(said);
      if (!NEVER.contains(key) && !taken && !field.getKey().startsWith("_")) {
        value(key, field.getValue(), context, depth, picture);
      }
    }
  }

  private void value(String key, JsonNode value, String context, int depth, boolean inPicture) {
    switch (value.getNodeType()) {
      case OBJECT -> object(value, meaning(key, context), depth + 1);
      case ARRAY -> {
        for (JsonNode item : value) {
          value(key, item, context, depth + 1, false);
        }
      }
      case STRING -> text(key, value.asText(), context, inPicture);
      case NUMBER -> {
        if ((key.equals("mediaid") || key.equals("imageid")) && !inPicture && value.asLong() > 0) {
          add(new Piece.Picture(null, value.asLong(), ""));
        }
      }
      case BINARY, BOOLEAN, MISSING, NULL, POJO -> {
        // Nothing a reader could read.
      }
    }
  }

  /** Inside {@code title.innerContent.desktop.value} the last key that means something is {@code title}. */
  private static String meaning(String key, String context) {
    boolean speaks =
        TITLES.contains(key)
            || (WORDS.contains(key) && !key.equals("innercontent"))
            || PICTURES.contains(key)
            || URLS.contains(key);
    return speaks ? key : context;
  }

  private void text(String key, String value, String context, boolean inPicture) {
    String role = key.equals("value") || isDevice(key) ? context : key;
    if (value.isBlank() || value.equals("null")) {
      return;
    }
    if (PICTURES.contains(role)) {
      if (!inPicture && Addresses.address(value)) {
        add(new Piece.Picture(value.strip(), 0, ""));
      }
    } else if (URLS.contains(role)) {
      if (!inPicture
          && Addresses.address(value)
          && found.stream().noneMatch(p -> linksTo(p, value))) {
        if (Addresses.picture(value)) {
          add(new Piece.Picture(value.strip(), 0, ""));
        } else {
          add(new Piece.Link(value.strip(), value.strip().replaceFirst("^https?://", "")));
        }
      }
    } else if (TITLES.contains(role)
        || WORDS.contains(role)
        || (!role.equals(key) && !role.isEmpty())) {
      prose(value, TITLES.contains(role));
    } else if (context.equals("data") || sentence(value)) {
      prose(value, false);
    }
  }

  private void prose(String value, boolean heading) {
    String words = Shortcodes.strip(value).strip();
    boolean looksLikeCode =
        words.startsWith("{")
            || words.startsWith("var(")
            || words.startsWith("field_")
            || (words.startsWith("#") && words.indexOf(' ') < 0);
    if (!PlainText.of(words).isEmpty() && !looksLikeCode && !Addresses.address(words)) {
      add(new Piece.Text(words, heading && !words.contains("<p")));
    }
  }

  /** Fields of unknown names (a field plugin's own): only whole sentences are taken for prose. */
  private static boolean sentence(String value) {
    String plain = PlainText.of(value);
    int blanks = 0;
    for (int i = 0; i < plain.length(); i++) {
      blanks += plain.charAt(i) == ' ' ? 1 : 0;
    }
    return blanks >= 2
        && plain.indexOf('{') < 0
        && plain.indexOf(':') != plain.length() - 1
        && plain.chars().anyMatch(Character::isUpperCase);
  }

  private static boolean linksTo(Piece piece, String url) {
    return piece instanceof Piece.Link(String known, String _) && known.equals(url.strip());
  }

  private static boolean isPicture(JsonNode node, @Nullable String url, String context) {
    boolean byUrl = url != null && Addresses.picture(url);
    return byUrl || (PICTURES.contains(context) && (url != null || node.path("id").asLong() > 0));
  }

  private static long id(JsonNode node, String context) {
    for (String key : List.of("mediaId", "imageId", "id")) {
      long id = node.path(key).asLong();
      if (id > 0
          && (!key.equals("id")
              || PICTURES.contains(context)
              || node.has("url")
              || node.has("src"))) {
        return id;
      }
    }
    return 0;
  }

  private static @Nullable String address(JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String key = fold(field.getKey());
      if ((URLS.contains(key) || PICTURES.contains(key))
          && field.getValue().isTextual()
          && Addresses.address(field.getValue().asText())) {
        return field.getValue().asText().strip();
      }
    }
    return null;
  }

  /** The first of some keys that holds words; empty for none. */
  private static String firstOf(JsonNode node, List<String> keys) {
    for (String key : keys) {
      if (node.path(key).isTextual() && !node.path(key).asText().isBlank()) {
        return key;
      }
    }
    return "";
  }

  private static String words(JsonNode node, List<String> keys) {
    for (String key : keys) {
      JsonNode value = node.path(key);
      if (value.isTextual() && !value.asText().isBlank()) {
        return PlainText.of(Shortcodes.strip(value.asText()));
      }
    }
    return "";
  }

  private void add(Piece piece) {
    if (seen.add(piece)) {
      found.add(piece);
    }
  }

  private static boolean isDevice(String key) {
    return key.equals("desktop") || key.equals("tablet") || key.equals("phone");
  }

  private static String fold(String key) {
    return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }
}
