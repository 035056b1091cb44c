package org.quillbox.base.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One piece of a document in block markup. Spans are offsets into the text that was parsed, in characters,
 * end exclusive.
 */
public sealed interface Block {
  int start();

  int end();

  /**
   * HTML between blocks, or between the children of one. A document without any block is one of these.
   *
   * @param html the source, byte for byte
   */
  record Markup(String html, int start, int end) implements Block {}

  /**
   * One block.
   *
   * @param name with its namespace: {@code core/paragraph}
   * @param attributes never null; treat it as read-only
   * @param inner HTML and child blocks in source order; empty for a void block
   * @param opening the opening comment as it stands in the source
   * @param closing the closing comment as it stands; empty for a void block ({@code <!-- wp:x /-->})
   */
  record Node(
      String name,
      ObjectNode attributes,
      List<Block> inner,
      String opening,
      String closing,
      int start,
      int end)
      implements Block {
    public Node {
      inner = List.copyOf(inner);
    }

    public boolean isVoid() {
      return closing.isEmpty();
    }

    /** The HTML directly inside, children left out. */
    public String ownHtml() {
      StringBuilder out = new StringBuilder();
      for (Block piece : inner) {
        if (piece instanceof Markup markup) {
          out.append(markup.html());
        }
      }
      return out.toString();
    }

    /** The child blocks, without the HTML between them. */
    public List<Node> children() {
      return inner.stream().filter(Node.class::isInstance).map(Node.class::cast).toList();
    }

    /** The same block with other attributes; its opening comment is written anew. */
    public Node with(ObjectNode changed) {
      return new Node(
          name, changed, inner, Blocks.opening(name, changed, isVoid()), closing, start, end);
    }
  }
}
