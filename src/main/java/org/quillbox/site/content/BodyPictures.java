package org.quillbox.site.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.quillbox.base.kernel.Html;

/**
 * Pictures and players of sanitised markup: sizes where they are known, fetched when they come into view, and
 * in the place of one whose file is not here a sentence that says so. It reads what the sanitizer wrote, where
 * every value stands in double quotes and no bracket in a value is bare.
 */
final class BodyPictures {
  private static final Pattern MEDIA =
      Pattern.compile("<img((?: [^>]*)?)>|(?s)<(audio|video)((?: [^>]*)?)>(.*?)</(?:audio|video)>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)=\"([^\"]*)\"");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern SOURCE = Pattern.compile("<source[^>]* src=\"([^\"]*)\"");

  private final BodyMedia media;
  private boolean first = true;

  BodyPictures(BodyMedia media) {
    this.media = media;
  }

  String finished(String markup) {
    if (!markup.contains("<img") && !markup.contains("<audio") && !markup.contains("<video")) {
      return markup;
    }
    return MEDIA
        .matcher(markup)
        .replaceAll(m ->
            Matcher.quoteReplacement(
                m.group(2) == null
                    ? picture(attributes(m.group(1)))
                    : player(m.group(2), attributes(m.group(3)), m.group(4))));
  }

  private static Map<String, String> attributes(String written) {
    Map<String, String> read = new LinkedHashMap<>();
    Matcher one = ATTRIBUTE.matcher(written);
    while (one.find()) {
      read.put(one.group(1), Parser.unescapeEntities(one.group(2), true));
    }
    return read;
  }

  private static String tag(String name, Map<String, String> attributes) {
    StringBuilder out = new StringBuilder("<").append(name);
    attributes.forEach((key, value) ->
        out.append(' ').append(key).append("=\"").append(Html.escape(value)).append('"'));
    return out.append('>').toString();
  }

  private static boolean own(String address) {
    return !address.startsWith("//") && !SCHEME.matcher(address).lookingAt();
  }

  private String picture(Map<String, String> img) {
    String src = img.getOrDefault("src", "");
    if (src.isEmpty()) {
      return missing("picture", img.getOrDefault("alt", ""), "");
    }
    if (own(src)) {
      if (img.getOrDefault("class", "").contains("wp-smiley")) {
        return Html.escape(img.getOrDefault("alt", ""));
      }
      Optional<BodyMedia.Found> found = media.found(src);
      if (found.isEmpty()) {
        return missing("picture", img.getOrDefault("alt", ""), src);
      }
      sized(img, found.get());
    }
    img.putIfAbsent("alt", "");
    img.putIfAbsent("decoding", "async");
    if (!first) {
      img.putIfAbsent("loading", "lazy");
    }
    first = false;
    return tag("img", img);
  }

  private void sized(Map<String, String> img, BodyMedia.Found found) {
    img.put("src", found.address());
    boolean unsized = !img.containsKey("width") && !img.containsKey("height");
    if (unsized && found.width() > 0 && found.height() > 0) {
      img.put("width", Integer.toString(found.width()));
      img.put("height", Integer.toString(found.height()));
    }
    String srcset = img.get("srcset");
    if (srcset != null) {
      List<String> kept = new ArrayList<>();
      for (String candidate : srcset.split(",\\s+")) {
        String address = candidate.strip().replaceFirst("\\s.*$", "");
        boolean exact =
            !own(address)
                || media.found(address).filter(f -> f.address().equals(address)).isPresent();
        if (exact) {
          kept.add(candidate.strip());
        }
      }
      if (kept.size() > 1) {
        img.put("srcset", String.join(", ", kept));
      } else {
        img.remove("srcset");
        img.remove("sizes");
      }
    }
  }

  private String player(String kind, Map<String, String> attributes, String inner) {
    List<String> sources = new ArrayList<>();
    if (attributes.containsKey("src")) {
      sources.add(attributes.get("src"));
    }
    Matcher source = SOURCE.matcher(inner);
    while (source.find()) {
      sources.add(Parser.unescapeEntities(source.group(1), true));
    }
    boolean here = sources.stream().anyMatch(s -> !own(s) || media.found(s).isPresent());
    if (!here) {
      String last = sources.isEmpty() ? "" : sources.getFirst();
      return missing(kind.equals("audio") ? "recording" : "film", "", last);
    }
    String poster = attributes.getOrDefault("poster", "");
    if (own(poster) && media.found(poster).isEmpty()) {
      attributes.remove("poster");
    }
    attributes.putIfAbsent("controls", "");
    attributes.remove("autoplay");
    attributes.putIfAbsent("preload", "none");
    return tag(kind, attributes) + inner + "</" + kind + ">";
  }

  private static String missing(String what, String alt, String address) {
    String path = address.replaceFirst("[?#].*$", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    String said = alt.isBlank() ? name : alt.strip();
    return "<span class=\"missing-file\">A "
        + what
        + " is missing here"
        + (said.isEmpty() ? "." : ": " + Html.escape(said))
        + "</span>";
  }
}
