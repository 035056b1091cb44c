package org.quillbox.base.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.quillbox.base.kernel.Html;

/**
 * Markdown (CommonMark with tables and strike-through) to block markup, on saving: only block markup is stored.
 * Raw HTML passes; the sanitiser sees it like everything else.
 */
public final class Markdown {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), StrikethroughExtension.create());
  private static final Parser PARSER =
      Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(100).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).build();
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9+#_.-]{1,30}");

  private final StringBuilder out = new StringBuilder();

  private Markdown() {}

  /** The text as block markup; blocks are separated by a blank line. Empty in, empty out. */
  public static String toBlocks(String markdown) {
    Markdown work = new Markdown();
    work.blocks(PARSER.parse(markdown.replace("\r\n", "\n")));
    return work.out.toString().strip();
  }

  private void blocks(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node);
    }
  }

  private void block(Node node) {
    switch (node) {
      case Heading heading -> heading(heading);
      case Paragraph paragraph
          when paragraph.getFirstChild() instanceof Image image && image.getNext() == null ->
          image(image);
      case Paragraph paragraph -> wrap("paragraph", none(), "<p>" + inline(paragraph) + "</p>");
      case BulletList list -> list(list, none(), "ul", "");
      case OrderedList list -> orderedList(list);
      case BlockQuote quote -> quote(quote);
      case FencedCodeBlock code -> code(code.getLiteral(), code.getInfo());
      case IndentedCodeBlock code -> code(code.getLiteral(), "");
      case TableBlock table ->
          wrap(
              "table",
              none(),
              "<figure class=\"wp-block-table\">"
                  + RENDERER.render(table).strip().replace("align=\"", "data-align=\"")
                  + "</figure>");
      case ThematicBreak _ ->
          wrap("separator", none(), "<hr class=\"wp-block-separator has-alpha-channel-opacity\"/>");
      case HtmlBlock html -> html(html);
      case LinkReferenceDefinition _ -> {
        // Used where it is referred to; nothing to show here.
      }
      default -> wrap("html", none(), RENDERER.render(node).strip());
    }
  }

  private void heading(Heading heading) {
    ObjectNode attributes = none();
    if (heading.getLevel() != 2) {
      attributes.put("level", heading.getLevel());
    }
    String tag = "h" + heading.getLevel();
    wrap(
        "heading",
        attributes,
        "<" + tag + " class=\"wp-block-heading\">" + inline(heading) + "</" + tag + ">");
  }

  private void image(Image image) {
    String alt = text(image);
    String title = image.getTitle();
    String caption =
        title == null || title.isBlank()
            ? ""
            : "<figcaption class=\"wp-element-caption\">" + Html.escape(title) + "</figcaption>";
    wrap(
        "image",
        none(),
        "<figure class=\"wp-block-image\"><img src=\""
            + Html.escape(image.getDestination())
            + "\" alt=\""
            + Html.escape(alt)
            + "\"/>"
            + caption
            + "</figure>");
  }

  private static String text(Node node) {
    return PlainText.of(inline(node));
  }

  private void orderedList(OrderedList list) {
    ObjectNode attributes = none().put("ordered", true);
    Integer start = list.getMarkerStartNumber();
    String from = "";
    if (start != null && start != 1) {
      attributes.put("start", start);
      from = " start=\"" + start + "\"";
    }
    list(list, attributes, "ol", from);
  }

  private void list(Node list, ObjectNode attributes, String tag, String extra) {
    out.append(Blocks.opening("core/list", attributes, false)).append('\n');
    out.append('<').append(tag).append(extra).append(" class=\"wp-block-list\">");
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      out.append(Blocks.opening("core/list-item", none(), false)).append("\n<li>");
      item(item);
      out.append("</li>\n").append(Blocks.closing("core/list-item")).append('\n');
    }
    out.append("</").append(tag).append(">\n").append(Blocks.closing("core/list")).append("\n\n");
  }

  private void item(Node item) {
    boolean first = true;
    for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
      switch (part) {
        case Paragraph paragraph -> out.append(first ? "" : "<br>").append(inline(paragraph));
        case BulletList list -> list(list, none(), "ul", "");
        case OrderedList list -> orderedList(list);
        default -> out.append(RENDERER.render(part).strip());
      }
      first = false;
    }
  }

  private void quote(BlockQuote quote) {
    out.append(Blocks.opening("core/quote", none(), false))
        .append("\n<blockquote class=\"wp-block-quote\">");
    int from = out.length();
    blocks(quote);
    while (out.length() > from && out.charAt(out.length() - 1) == '\n') {
      out.setLength(out.length() - 1);
    }
    out.append("</blockquote>\n").append(Blocks.closing("core/quote")).append("\n\n");
  }

  private void code(String literal, String info) {
    String word = info == null ? "" : info.strip().split("\\s", 2)[0];
    boolean named = LANGUAGE.matcher(word).matches();
    ObjectNode attributes = none();
    if (named) {
      attributes.put("language", word.toLowerCase(Locale.ROOT));
    }
    String language =
        named ? " class=\"language-" + Html.escape(word.toLowerCase(Locale.ROOT)) + "\"" : "";
    String source = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
    wrap(
        "code",
        attributes,
        "<pre class=\"wp-block-code\"><code"
            + language
            + ">"
            + Html.escape(source)
            + "</code></pre>");
  }

  private void html(HtmlBlock html) {
    String literal = html.getLiteral().strip();
    switch (literal) {
      case "<!--more-->" -> wrap("more", none(), literal);
      case "<!--nextpage-->" -> wrap("nextpage", none(), literal);
      default -> {
        if (Blocks.present(literal)) {
          // Block markup among the Markdown stays what it is.
          out.append(literal).append("\n\n");
        } else {
          wrap("html", none(), literal);
        }
      }
    }
  }

  private void wrap(String name, ObjectNode attributes, String html) {
    String full = "core/" + name;
    out.append(Blocks.opening(full, attributes, false))
        .append('\n')
        .append(html)
        .append('\n')
        .append(Blocks.closing(full))
        .append("\n\n");
  }

  /** The inside of a node as HTML, line breaks of the source as blanks between words. */
  private static String inline(Node parent) {
    StringBuilder inside = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      inside.append(RENDERER.render(node));
    }
    return inside.toString().strip();
  }

  private static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }
}
