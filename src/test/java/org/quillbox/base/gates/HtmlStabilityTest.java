package org.quillbox.base.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.quillbox.testing.Browser;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What the sanitizer gives is read the same by every parser: cleaning it again changes nothing, and jsoup,
 * the validator's parser and Chromium build one and the same tree of it. Seeded random markup, made of the
 * hostile fragments and of pieces that upset parsers.
 */
class HtmlStabilityTest {
  private static final int ROUNDS = 4000;
  private static final int IN_CHROMIUM = 1000;
  private static final List<String> PIECES =
      List.of(
          "<p>",
          "</p>",
          "<b>",
          "</b>",
          "<a href=x>",
          "</a>",
          "<table>",
          "<tr>",
          "<td>",
          "</table>",
          "<div>",
          "</div>",
          "<ul>",
          "<li>",
          "</ul>",
          "<h2>",
          "<h3>",
          "</h2>",
          "<pre>\n",
          "</pre>",
          "<svg>",
          "</svg>",
          "<math>",
          "<mi>",
          "<mtext>",
          "</math>",
          "<style>",
          "</style>",
          "<title>",
          "</title>",
          "<template>",
          "</template>",
          "<select>",
          "<option>",
          "</select>",
          "<form>",
          "</form>",
          "<button>",
          "</button>",
          "<noscript>",
          "</noscript>",
          "<xmp>",
          "</xmp>",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<br>",
          "</br>",
          "<hr>",
          "<i>",
          "</i>",
          "<caption>",
          "<col>",
          "<dd>",
          "<dt>",
          "<ruby>",
          "<rt>",
          "<rp>",
          "<nobr>",
          "<marquee>",
          "</marquee>",
          "<object>",
          "</object>",
          "<foreignObject>",
          "<desc>",
          "<annotation-xml encoding=text/html>",
          "<mglyph>",
          "<textarea>",
          "</textarea>",
          "<iframe>",
          "</iframe>",
          "<plaintext>",
          "<image src=y>",
          "<frameset>",
          "<body class=b>",
          "<html lang=x>",
          "<head>",
          "<summary>",
          "<details>",
          "<center>",
          "<font color=red>",
          "</font>",
          "<span style='color:red'>",
          "</span>",
          "<img src=x alt='\"'>",
          "&lt;img src=x&gt;",
          "&#0;",
          "&#13;",
          "&amp",
          "\"",
          "'",
          ">",
          "<",
          "\n",
          "\r",
          "text ",
          "<blockquote>",
          "<em>",
          "</em>",
          "<s>",
          "<q cite=x>",
          "<code>",
          "<picture>",
          "<source srcset=a>",
          "<video>",
          "</video>");

  private static List<String> made(int count, long seed) {
    List<String> hostile = hostile();
    Random random = new Random(seed);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder html = new StringBuilder();
      int pieces = 2 + random.nextInt(14);
      for (int j = 0; j < pieces; j++) {
        boolean ready = random.nextInt(6) == 0;
        List<String> from = ready ? hostile : PIECES;
        html.append(from.get(random.nextInt(from.size())));
      }
      if (random.nextInt(3) == 0) {
        int at = random.nextInt(html.length());
        html.delete(at, Math.min(html.length(), at + 1 + random.nextInt(4)));
      }
      all.add(html.toString());
    }
    return all;
  }

  private static List<String> hostile() {
    try (InputStream in = HtmlStabilityTest.class.getResourceAsStream("/gates/hostile.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String clean(String html, HtmlPolicy policy) {
    return HtmlSanitizer.sanitize(html, policy).html().markup();
  }

  /** Tree of jsoup, one line a node. */
  private static String jsoup(String html) {
    StringBuilder out = new StringBuilder();
    Parser.htmlParser()
        .parseFragmentInput(html, new Element("div"), "")
        .forEach(node -> jsoup(node, 0, out));
    return out.toString();
  }

  private static void jsoup(org.jsoup.nodes.Node node, int depth, StringBuilder out) {
    if (node instanceof TextNode text) {
      line(out, depth, "#" + text.getWholeText());
    } else if (node instanceof Element element) {
      Map<String, String> attributes = new TreeMap<>();
      element.attributes().forEach(a -> attributes.put(a.getKey(), a.getValue()));
      line(out, depth, element.normalName() + attributes);
      element.childNodes().forEach(child -> jsoup(child, depth + 1, out));
    } else {
      line(out, depth, "?" + node.nodeName());
    }
  }

  /** Tree of the validator's parser, the one browsers' parsers descend from. */
  private static String validator(String html) throws IOException, SAXException {
    HtmlDocumentBuilder builder = new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW);
    builder.setScriptingEnabled(true);
    StringBuilder out = new StringBuilder();
    Node root = builder.parseFragment(new InputSource(new StringReader(html)), "div");
    for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
      dom(child, 0, out);
    }
    return out.toString();
  }

  private static void dom(Node node, int depth, StringBuilder out) {
    switch (node.getNodeType()) {
      case Node.TEXT_NODE -> line(out, depth, "#" + node.getNodeValue());
      case Node.ELEMENT_NODE -> {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < node.getAttributes().getLength(); i++) {
          Node attribute = node.getAttributes().item(i);
          attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        line(out, depth, node.getNodeName() + attributes);
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
          dom(child, depth + 1, out);
        }
      }
      default -> line(out, depth, "?" + node.getNodeName());
    }
  }

  private static void line(StringBuilder out, int depth, String text) {
    out.append(depth).append(' ').append(text).append('\n');
  }

  @Test
  void cleaningTwiceIsCleaningOnceAndTwoParsersSeeOneTree() throws IOException, SAXException {
    for (String html : made(ROUNDS, 20260711)) {
      for (HtmlPolicy policy : List.of(HtmlPolicy.POST, HtmlPolicy.COMMENT)) {
        String once = clean(html, policy);
        assertEquals(once, clean(once, policy), () -> "not settled: " + html);
        assertEquals(jsoup(once), validator(once), () -> "two trees: " + html + "\n of " + once);
      }
    }
  }

  @Test
  void chromiumSeesTheSameTree() {
    List<String> outputs =
        made(IN_CHROMIUM, 1).stream().map(html -> clean(html, HtmlPolicy.POST)).toList();
    try (Browser browser = Browser.start()) {
      Page page = browser.page(Browser.View.DESK);
      page.setContent("<!doctype html><title>t</title>");
      Object answer =
          page.evaluate(
              """
              all => all.map(html => {
                const div = document.createElement('div');
                div.innerHTML = html;
                const out = [];
                const walk = (n, depth) => {
                  if (n.nodeType === 3) out.push(depth + ' #' + n.data + '\\n');
                  else if (n.nodeType === 1) {
                    const names = n.getAttributeNames().sort().map(a => a + '=' + n.getAttribute(a)).join(', ');
                    out.push(depth + ' ' + n.localName + '{' + names + '}\\n');
                    n.childNodes.forEach(c => walk(c, depth + 1));
                  } else out.push(depth + ' ?\\n');
                };
                div.childNodes.forEach(n => walk(n, 0));
                return out.join('');
              })
              """,
              outputs);
      List<?> trees = (List<?>) answer;
      assertNotNull(trees);
      assertEquals(IN_CHROMIUM, trees.size());
      for (int i = 0; i < outputs.size(); i++) {
        assertEquals(jsoup(outputs.get(i)), trees.get(i), outputs.get(i));
      }
    }
  }

  @Test
  void aSecondSanitizerFindsNothingExecutableInWhatIsLeft() {
    List<String> found = new ArrayList<>();
    PolicyFactory broad =
        new HtmlPolicyBuilder()
            .allowElements(
                (name, attributes) -> name,
                ("a abbr address area article aside audio b bdi bdo blockquote br button caption cite code col colgroup dd del"
                        + " details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd"
                        + " li map mark menu nav ol p picture pre q rp rt ruby s samp search section small source span strong"
                        + " sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr")
                    .split(" "))
            .allowUrlProtocols("http", "https", "mailto", "tel", "data")
            .allowAttributes(
                ("href src srcset alt title class id rel target cite colspan rowspan width height type start value controls"
                        + " poster open datetime name lang dir role sizes media shape coords loading hidden")
                    .split(" "))
            .globally()
            .allowWithoutAttributes("a", "img", "span", "font", "audio", "video")
            .toFactory();
    for (String html : made(1500, 7)) {
      String once = clean(html, HtmlPolicy.POST);
      broad.sanitize(
          once,
          new org.owasp.html.HtmlChangeListener<Object>() {
            @Override
            public void discardedTag(@Nullable Object none, String element) {
              found.add("<" + element + "> in " + once);
            }

            @Override
            public void discardedAttributes(
                @Nullable Object none, String tag, String... attributes) {
              found.add(tag + " " + List.of(attributes) + " in " + once);
            }
          },
          null);
    }
    assertTrue(found.isEmpty(), () -> found.size() + " found, first: " + found.getFirst());
  }
}
