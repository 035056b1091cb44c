package org.quillbox.base.gates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.gates.HtmlPolicy.AttributeRule;
import org.quillbox.base.gates.HtmlPolicy.ValueType;

/**
 * The attributes that pass, of all elements of one document: ids are unique in it and can be taken for
 * nothing of the page, addresses are checked, and what is left of style ends as a class.
 */
final class ElementAttributes {
  private static final int LONGEST = 64 * 1024;
  private static final int LONGEST_ID = 200;
  private static final Pattern BLANKS = Pattern.compile("[ \t\n\f\r]+");
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,5}");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})(px)?");

  private final HtmlPolicy policy;
  private final UnaryOperator<String> link;
  private final Map<String, String> rules;
  private final Set<String> prefixed = new HashSet<>();
  private final Set<String> taken = new HashSet<>();

  ElementAttributes(HtmlPolicy policy, UnaryOperator<String> link, Map<String, String> rules) {
    this.policy = policy;
    this.link = link;
    this.rules = rules;
  }

  /** Looks ahead: links to an id that will get another name must follow it. */
  void collectIds(List<Node> roots) {
    for (Node root : roots) {
      root.nodeStream(Element.class)
          .forEach(element -> {
            note(element.attr("id"));
            note(element.attr("name"));
          });
    }
  }

  private void note(String id) {
    if (!id.isEmpty() && policy.clobbers(id.strip())) {
      prefixed.add(id.strip());
    }
  }

  /**
   * Writes them with a blank before each.
   *
   * @param source the element as it was written
   * @param tag its name in the output
   * @param look declarations that stand for an obsolete element
   */
  void write(Element source, String tag, String look, StringBuilder out) {
    StyleDeclarations style = new StyleDeclarations(policy);
    style.takeAttribute(look);
    Map<String, String> kept = new LinkedHashMap<>();
    String inline = "";
    for (org.jsoup.nodes.Attribute written : source.attributes()) {
      String key = written.getKey().toLowerCase(Locale.ROOT);
      String value = written.getValue();
      AttributeRule rule = policy.attribute(tag, key);
      boolean endless = value.length() > LONGEST;
      if (rule == null || (endless && rule.type() != ValueType.IMAGE)) {
        continue;
      }
      switch (rule.type()) {
        case STYLE -> inline = value;
        case CSS -> style.takeOld(rule.argument(), value);
        case SIZE -> size(key, value, rule.argument(), kept, style);
        case NAME -> {
          String id = source.hasAttr("id") ? null : id(value);
          if (id != null) {
            kept.put("id", id);
          }
        }
        default -> {
          String passed = passed(rule, value);
          if (passed != null) {
            kept.put(key, passed);
          }
        }
      }
    }
    // The author's own declarations stand after what attributes of old said.
    style.takeAttribute(inline);
    if (!style.isEmpty()) {
      String given = kept.get("class");
      kept.put("class", given == null ? style.className() : given + " " + style.className());
      rules.put(style.className(), style.rule());
    }
    relations(tag, kept);
    kept.forEach((key, value) -> {
      out.append(' ').append(key).append("=\"");
      Markup.value(value, out);
      out.append('"');
    });
  }

  private static void size(
      String key,
      String value,
      String property,
      Map<String, String> kept,
      StyleDeclarations style) {
    var number = SIZE.matcher(value.strip());
    if (number.matches()) {
      kept.put(key, number.group(1));
    } else {
      style.takeOld(property, value);
    }
  }

  private @Nullable String passed(AttributeRule rule, String value) {
    return switch (rule.type()) {
      case TEXT -> value;
      case FLAG -> "";
      case NUMBER -> INTEGER.matcher(value.strip()).matches() ? value.strip() : null;
      case ID -> id(value);
      case IDREF -> words(value, word -> prefixed.contains(word) ? "user-" + word : word);
      case CLASS -> words(value, word -> word);
      case REL -> {
        String lower = value.toLowerCase(Locale.ROOT);
        yield words(lower, word -> policy.keepsRelation(word) ? word : null);
      }
      case BLANK -> value.strip().equalsIgnoreCase("_blank") ? "_blank" : null;
      case LINK, MEDIA, IMAGE, CITE -> url(value, rule.type());
      case SRCSET -> SafeUrl.srcset(value, policy, url -> rewritten(url, ValueType.SRCSET));
      case ONE -> one(value.strip(), rule.argument());
      case NAME, STYLE, CSS, SIZE -> throw new IllegalStateException("not a plain value");
    };
  }

  private @Nullable String url(String value, ValueType type) {
    String url = SafeUrl.check(value, type, policy);
    if (url == null) {
      return null;
    }
    if (url.startsWith("#")) {
      return prefixed.contains(url.substring(1)) ? "#user-" + url.substring(1) : url;
    }
    return url.startsWith("data:") ? url : rewritten(url, type);
  }

  private @Nullable String rewritten(String url, ValueType type) {
    String other = link.apply(url);
    return other.equals(url) ? url : SafeUrl.check(other, type, policy);
  }

  private @Nullable String id(String value) {
    String id = value.strip();
    if (id.isEmpty() || id.length() > LONGEST_ID || BLANKS.matcher(id).find()) {
      return null;
    }
    String name = policy.clobbers(id) ? "user-" + id : id;
    return taken.add(name) ? name : null;
  }

  private static @Nullable String one(String value, String choices) {
    for (String choice : choices.split("\\|")) {
      // The types of lists are the one place where case means something.
      if (choice.equals(value) || (choice.length() > 1 && choice.equalsIgnoreCase(value))) {
        return choice;
      }
    }
    return null;
  }

  private static @Nullable String words(String value, Function<String, @Nullable String> each) {
    List<String> kept = new ArrayList<>();
    for (String word : BLANKS.split(value.strip())) {
      String passed = word.isEmpty() ? null : each.apply(word);
      if (passed != null) {
        kept.add(passed);
      }
    }
    return kept.isEmpty() ? null : String.join(" ", kept);
  }

  private void relations(String tag, Map<String, String> kept) {
    if (!tag.equals("a") && !tag.equals("area")) {
      return;
    }
    String add = kept.containsKey("href") ? policy.relationsAdded() : "";
    add += kept.containsKey("target") ? " noopener" : "";
    if (add.isBlank()) {
      return;
    }
    Set<String> words = new LinkedHashSet<>();
    String rel = kept.get("rel");
    if (rel != null) {
      words.addAll(Arrays.asList(rel.split(" ")));
    }
    words.addAll(Arrays.asList(add.strip().split(" ")));
    kept.put("rel", String.join(" ", words));
  }
}
