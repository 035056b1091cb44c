package org.quillbox.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
  private static final String COLUMNS =
      """
      Before.
      <!-- wp:columns {"align":"wide"} -->
      <div class="wp-block-columns alignwide"><!-- wp:column -->
      <div class="wp-block-column"><!-- wp:acme/card {"title":"A } in \\"it\\" --> too","n":[1,{"x":2}]} /--></div>
      <!-- /wp:column --></div>
      <!-- /wp:columns -->
      After.\
      """;

  @Test
  void a_tree_has_names_attributes_children_and_the_html_between() {
    List<Block> blocks = Blocks.parse(COLUMNS);
    assertEquals(3, blocks.size());
    Block.Node columns = assertInstanceOf(Block.Node.class, blocks.get(1));
    assertEquals("core/columns", columns.name());
    assertEquals("wide", columns.attributes().path("align").asText());
    assertEquals("<div class=\"wp-block-columns alignwide\"></div>", columns.ownHtml().strip());
    Block.Node card = columns.children().getFirst().children().getFirst();
    assertEquals("acme/card", card.name());
    assertTrue(card.isVoid());
    assertEquals("A } in \"it\" --> too", card.attributes().path("title").asText());
  }

  @Test
  void spans_point_into_the_source() {
    for (Block block : Blocks.parse(COLUMNS)) {
      assertEquals(Blocks.write(List.of(block)), COLUMNS.substring(block.start(), block.end()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- wp:paragraph --><p>never closed</p>",
        "<p>x</p><!-- /wp:paragraph -->",
        "<!-- wp:a {\"x\":} --><p>y</p><!-- /wp:a -->",
        "<!-- wp:a [1] --><p>y</p><!-- /wp:a -->",
        "<!-- wp: --><!-- wp:Upper --><!--wp:tight --><!-- wp:x/ -->",
        "<!-- wp:more -- >",
        "<!-- wp:a {\"open\": \"string",
      })
  void what_is_broken_stays_text(String source) {
    assertEquals(List.of(new Block.Markup(source, 0, source.length())), Blocks.parse(source));
  }

  @Test
  void a_crossed_opener_becomes_text_inside_the_block_that_closes() {
    String source = "<!-- wp:group --><!-- wp:paragraph --><p>x</p><!-- /wp:group -->tail";
    List<Block> blocks = Blocks.parse(source);
    Block.Node group = assertInstanceOf(Block.Node.class, blocks.getFirst());
    assertEquals("<!-- wp:paragraph --><p>x</p>", group.ownHtml());
    assertEquals("tail", ((Block.Markup) blocks.get(1)).html());
  }

  @Test
  void nesting_beyond_the_limit_is_kept_as_html() {
    String source = "<!-- wp:group -->".repeat(5000) + "x" + "<!-- /wp:group -->".repeat(5000);
    List<Block> blocks = Blocks.parse(source);
    int depth = 0;
    while (blocks.getFirst() instanceof Block.Node node) {
      blocks = node.inner();
      depth++;
    }
    assertEquals(Blocks.DEEPEST, depth);
    assertEquals(source, Blocks.write(Blocks.parse(source)));
  }

  @Test
  void any_mixture_of_fragments_writes_back_as_it_was() {
    String[] fragments = {
      "<!-- wp:a -->",
      "<!-- /wp:a -->",
      "<!-- wp:b/c {\"x\":\"}\"} -->",
      "<!-- /wp:b/c -->",
      "<!-- wp:d /-->",
      "<p>text</p>",
      "\n",
      "{",
      "}",
      "\"",
      "<!--",
      "-->",
      "<!-- wp:e {\"a\":1",
      "/-->",
      "é😀",
      "<!-- wp:a {} -->"
    };
    RandomGenerator seeded = new java.util.SplittableRandom(20260704L);
    for (int round = 0; round < 3000; round++) {
      StringBuilder source = new StringBuilder();
      for (int i = seeded.nextInt(40); i > 0; i--) {
        source.append(fragments[seeded.nextInt(fragments.length)]);
      }
      String text = source.toString();
      assertEquals(text, Blocks.write(Blocks.parse(text)));
    }
  }

  @Test
  void a_changed_block_is_written_so_that_nothing_ends_the_comment() {
    Block.Node card =
        ((Block.Node) Blocks.parse(COLUMNS).get(1)).children().getFirst().children().getFirst();
    String written =
        Blocks.write(List.of(card.with(card.attributes().deepCopy().put("t", "a--b<i>&\"q\""))));
    assertTrue(written.contains("a\\u002d\\u002db\\u003ci\\u003e\\u0026\\u0022q\\u0022"), written);
    Block.Node again = (Block.Node) Blocks.parse(written).getFirst();
    assertEquals("a--b<i>&\"q\"", again.attributes().path("t").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- wp:a {\"",
        "<!-- wp:a {",
        "<!-- wp:a -->",
        "<!--",
        "<!-- /wp:b --><!-- wp:a -->",
        "{\"a\":"
      })
  void hostile_text_of_a_megabyte_takes_no_noticeable_time(String fragment) {
    String source = fragment.repeat(1_000_000 / fragment.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> assertEquals(source, Blocks.write(Blocks.parse(source))));
  }
}
