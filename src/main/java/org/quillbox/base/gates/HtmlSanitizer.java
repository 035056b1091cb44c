package org.quillbox.base.gates;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.quillbox.base.kernel.Html;

/**
 * The one gate for markup that somebody wrote (security O2, O3, O5). jsoup builds the tree as HTML5 says, our
 * allow-list walks it and writes what passes.
 *
 * <p>Parsers make trees that no markup can express: a paragraph in a paragraph, a link in a link. Such a
 * tree reads differently the second time, and that difference is where scripts hide. So the walk is
 * repeated on its own output until nothing changes any more (once, for nearly everything); what does not
 * settle is given as plain text. Therefore {@code clean(clean(x)) = clean(x)}, and what was checked is what
 * browsers see.
 *
 * <p>Iterative and linear in the length of its input. The content security policy of readers' pages lets no
 * {@code style} attribute through: what is left of one becomes a class and a rule beside the markup.
 */
public final class HtmlSanitizer {
  /** Elements deeper than this lose their tags and keep their text. */
  static final int DEEPEST = 200;

  private static final int ROUNDS = 6;
  private static final String SLOT = "qb-slot";
  private static final Set<String> VOID =
      Set.of("area", "br", "col", "hr", "img", "source", "track", "wbr");

  private HtmlSanitizer() {}

  /**
   * Markup that may be written as it stands.
   *
   * @param html what passed
   * @param styleRules what was left of style attributes: class name to the whole CSS rule, in order of names
   */
  public record Sanitized(Html html, Map<String, String> styleRules) {}

  /** What of this markup passes the policy. Never fails: any text is some markup. */
  public static Sanitized sanitize(String html, HtmlPolicy policy) {
    return sanitize(html, policy, UnaryOperator.identity(), Map.of());
  }

  /**
   * The same, with addresses rewritten on the way.
   *
   * @param link is given each address of href, src, srcset, poster and cite that passed; its answer must
   *     pass again, an empty one drops the attribute
   * @param slots markup of our own (forms, search boxes, cards) by key. Each replaces an element {@code
   *     <qb-slot key="KEY"></qb-slot>}; keys must be unguessable for whoever wrote the rest. An unknown key
   *     is nothing
   */
  public static Sanitized sanitize(
      String html, HtmlPolicy policy, UnaryOperator<String> link, Map<String, Html> slots) {
    SortedMap<String, String> rules = new TreeMap<>();
    String before = new Walk(policy, link, slots, rules).clean(html);
    String settled = null;
    for (int round = 1; round < ROUNDS && settled == null; round++) {
      String again = new Walk(policy, UnaryOperator.identity(), slots, rules).clean(before);
      settled = again.equals(before) ? again : null;
      before = again;
    }
    String markup = settled == null ? asText(before) : settled;
    return new Sanitized(new Html(fill(markup, slots)), rules);
  }

  /** One allowed element as a tag of the output, or its content only. */
  private record Open(Iterator<Node> children, String tag, boolean block) {}

  private static String fill(String markup, Map<String, Html> slots) {
    if (slots.isEmpty() || !markup.contains("<" + SLOT)) {
      return markup;
    }
    StringBuilder out = new StringBuilder(markup.length() + 1024);
    String start = "<" + SLOT + " key=\"";
    String end = "\"></" + SLOT + ">";
    int from = 0;
    for (int at = markup.indexOf(start); at >= 0; at = markup.indexOf(start, from)) {
      int close = markup.indexOf(end, at);
      Html own = slots.get(markup.substring(at + start.length(), close));
      out.append(markup, from, at).append(own == null ? "" : own.markup());
      from = close + end.length();
    }
    return out.append(markup, from, markup.length()).toString();
  }

  private static String asText(String html) {
    StringBuilder text = new StringBuilder("<p>");
    Walk.parse(html)
        .forEach(
            n -> n.nodeStream(TextNode.class).forEach(t -> Markup.text(t.getWholeText(), text)));
    return text.append("</p>").toString();
  }

  /** One pass over one tree. */
  private static final class Walk {
    private final HtmlPolicy policy;
    private final ElementAttributes attributes;
    private final Map<String, Html> slots;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private int depth;

    /** True between {@code <pre>} and its first child: parsers drop one line end there. */
    private boolean swallows;

    Walk(
        HtmlPolicy policy,
        UnaryOperator<String> link,
        Map<String, Html> slots,
        Map<String, String> rules) {
      this.policy = policy;
      this.slots = slots;
      this.attributes = new ElementAttributes(policy, link, rules);
    }

    static List<Node> parse(String html) {
      return Parser.htmlParser()
          .setMaxDepth(2 * DEEPEST)
          .parseFragmentInput(Markup.plain(html), new Element("div"), "");
    }

    String clean(String html) {
      List<Node> roots = parse(html);
      attributes.collectIds(roots);
      open.push(new Open(roots.iterator(), "", false));
      while (!open.isEmpty()) {
        Open top = open.peek();
        if (top.children().hasNext()) {
          enter(top.children().next());
        } else {
          leave(open.pop());
        }
      }
      return out.toString();
    }

    private void enter(Node node) {
      switch (node) {
        case TextNode text -> text(text.getWholeText());
        // Raw text of an element that is not dropped (xmp): text to us.
        case DataNode data -> text(data.getWholeData());
        case Element element -> element(element);
        // Comments, doctypes and processing instructions have no business here.
        default -> {}
      }
    }

    private void text(String text) {
      if (swallows && text.startsWith("\n")) {
        out.append('\n');
      }
      swallows &= text.isEmpty();
      Markup.text(text, out);
    }

    private void element(Element element) {
      String name = element.normalName();
      if (policy.drops(name)) {
        return;
      }
      if (name.equals(SLOT)) {
        slot(element.attr("key"));
        return;
      }
      HtmlPolicy.Renamed renamed = policy.renamed(name);
      String tag = renamed == null ? name : renamed.element();
      boolean isVoid = VOID.contains(tag);
      if (!policy.knows(tag) || (depth >= DEEPEST && !isVoid)) {
        open.push(new Open(element.childNodes().iterator(), "", element.isBlock()));
        return;
      }
      swallows = false;
      out.append('<').append(tag);
      attributes.write(element, tag, renamed == null ? "" : renamed.declarations(), out);
      out.append('>');
      if (!isVoid) {
        depth++;
        swallows = tag.equals("pre");
        open.push(new Open(element.childNodes().iterator(), tag, true));
      }
    }

    private void slot(String key) {
      if (slots.containsKey(key)
          && key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-')) {
        swallows = false;
        out.append("<" + SLOT + " key=\"").append(key).append("\"></" + SLOT + ">");
      }
    }

    private void leave(Open closed) {
      if (!closed.tag().isEmpty()) {
        depth--;
        swallows = false;
        out.append("</").append(closed.tag()).append('>');
      } else if (closed.block() && !out.isEmpty() && out.charAt(out.length() - 1) > ' ') {
        // The words of two blocks that lost their tags stay two words.
        out.append('\n');
      }
    }
  }
}
