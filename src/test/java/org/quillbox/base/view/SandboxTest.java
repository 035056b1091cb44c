package org.quillbox.base.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.kernel.Problem;

/** A template gets at nothing but what it was given, and cannot run away. */
class SandboxTest {
  private static final Set<String> HERE = Set.of("org.quillbox.base.view");

  /** A view as a room would make one. */
  record Post(
      String title,
      Html body,
      List<String> tags,
      Optional<String> excerpt,
      int replies,
      Color color) {
    public String shout() {
      return title + "!";
    }

    public String with(String argument) {
      return title + argument;
    }
  }

  enum Color {
    RED
  }

  /** Something that is no view and must stay out of reach. */
  static final class Service {
    public String secret() {
      return "secret";
    }
  }

  static Map<String, Object> model() {
    Map<String, Object> model = new HashMap<>();
    model.put(
        "post",
        new Post(
            "A <b>",
            new Html("<p>hi</p>"),
            new ArrayList<>(List.of("x", "y")),
            Optional.of("why"),
            3,
            Color.RED));
    model.put("s", "text");
    model.put("service", new Service());
    model.put("map", new HashMap<>(Map.of("k", "v")));
    model.put("n", 7L);
    return model;
  }

  static String render(String template) {
    return Templates.forTheme(
            Map.of("t.vm", template, "other.vm", "other", "self.vm", "#parse('self.vm')"), HERE)
        .render("t.vm", model());
  }

  static List<String> escapes() {
    return List.of(
        "$s.class",
        "$s.getClass()",
        "$s.class.forName('java.lang.Runtime')",
        "$s.getClass().forName('java.lang.Runtime').getRuntime().exec('id')",
        "$post.class.name",
        "$post.getClass().getClassLoader()",
        "$post.hashCode()",
        "$post.with('x')",
        "$service.secret()",
        "$service.secret",
        "$service",
        "$post.color.declaringClass",
        "$post.color.getDeclaringClass().getClassLoader()",
        "$post.tags.add('z')",
        "$post.tags.clear()",
        "$post.tags.stream()",
        "$post.tags.iterator()",
        "$map.put('k', 'x')",
        "$map.entrySet()",
        "$s.format('%2000000000d')",
        "$s.repeat(300000000)",
        "$s.matches('(a+)+$')",
        "$s.replaceAll('a', 'b')",
        "$s.bytes",
        "$s.chars()",
        "$s.intern()",
        "$n.class",
        "#set($post.title = 'x')$post.title",
        "#set($map.k = 'x')$map.k",
        "#set($post.tags[0] = 'x')",
        "#evaluate('$s')",
        "#include('other.vm')",
        "#include('/etc/passwd')",
        "#define($d)x#end$d",
        "#macro(m)x#end#m()",
        "#parse('/etc/passwd')",
        "#parse('../other.vm')",
        "#parse($s)",
        "#parse('self.vm')",
        "#set($x = \"$s\")",
        "#set($x = \"${post.title}\")",
        "#foreach($i in [1..100000000])x#end",
        "#set($r = [1..100000000])$r.contains(0)",
        "#set($r = [1..$n])",
        "#set($l = [$s, $s])",
        "#set($m = {'a': $s})",
        "#set($b = 'xxxxxxxx')#foreach($i in [1..40])#set($b = $b + $b)#end",
        "#set($b = 9)#foreach($i in [1..400])#set($b = $b * $b)#end",
        "#foreach($i in [1..999])#foreach($j in [1..999])#foreach($k in [1..999])#end#end#end",
        "#foreach($i in $post.tags)$foreach.info#end",
        "#foreach($i in $post.tags)$foreach.put('a','b')#end",
        "$post.tags",
        "$post",
        "$map",
        "$nothing",
        "$post.nothing",
        "$foreach.index");
  }

  @ParameterizedTest
  @MethodSource("escapes")
  void every_way_out_is_closed(String template) {
    RuntimeException refused = assertThrows(RuntimeException.class, () -> render(template));
    assertTrue(
        refused instanceof Problem.Invalid || refused instanceof RenderFailure,
        () -> "refused as a bug: " + refused);
    assertFalse(String.valueOf(refused.getMessage()).contains("root:"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $post.title                                        | A &lt;b&gt;
          $post.title()                                      | A &lt;b&gt;
          $post.shout()                                      | A &lt;b&gt;!
          $post.body                                         | <p>hi</p>
          <a title="$post.title">                            | <a title="A &lt;b&gt;">
          $post.tags.size() $post.tags[1] $post.tags.get(0)  | 2 y x
          $post.excerpt.get()                                | why
          #if($post.excerpt.isPresent())yes#end              | yes
          $map.k $map.get('k')                               | v v
          $s.toUpperCase() $s.substring(1) $s.length()       | TEXT ext 4
          $post.color.name()                                 | RED
          $!map.missing                                      |
          $!post.tags.size()                                 | 2
          #foreach($t in $post.tags)$t#if($foreach.hasNext), #end#end | x, y
          #foreach($t in $post.tags)$foreach.count$foreach.index#end  | 1021
          #foreach($i in [1..3])$i#end                       | 123
          #parse('other.vm')                                 | other
          <a href="#comments">#1 #tag</a>                    | <a href="#comments">#1 #tag</a>
          #set($x = $s + '<')$x                              | text&lt;
          #set($x = $post.replies + 1)$x                     | 4
          """)
  void what_a_template_may_do_works(String template, String expected) {
    assertEquals(expected == null ? "" : expected, render(template).strip());
  }

  @Test
  void a_broken_template_fails_at_construction_with_name_and_line() {
    Problem.Invalid e =
        assertThrows(Problem.Invalid.class, () -> render("fine\nfine\n#if($s)\nno end"));
    assertTrue(e.getMessage().startsWith("Template t.vm, line "), e.getMessage());
    Problem.Invalid rule = assertThrows(Problem.Invalid.class, () -> render("one\n#evaluate('x')"));
    assertTrue(rule.getMessage().startsWith("Template t.vm, line 2:"), rule.getMessage());
  }

  @Test
  void output_stops_at_its_limit() {
    String wide = "#foreach($i in [1..900])#foreach($j in [1..100])" + "x".repeat(100) + "#end#end";
    RenderFailure e = assertThrows(RenderFailure.class, () -> render(wide));
    assertTrue(e.getMessage().contains("characters and was stopped"), e.getMessage());
  }

  @Test
  void time_stops_at_its_limit() {
    String slow = "#foreach($i in [1..900])#foreach($j in [1..100])$s.isEmpty()#end#end";
    Templates hurried = Templates.forTheme(Map.of("t.vm", slow), HERE, Duration.ofNanos(1));
    RenderFailure e = assertThrows(RenderFailure.class, () -> hurried.render("t.vm", model()));
    assertTrue(e.getMessage().contains("took too long"), e.getMessage());
  }

  @Test
  void templates_that_include_themselves_stop_at_a_depth() {
    RenderFailure e = assertThrows(RenderFailure.class, () -> render("#parse('self.vm')"));
    assertTrue(e.getMessage().contains("nested more than 20 deep"), e.getMessage());
  }

  @Test
  void a_theme_told_no_package_reads_no_record() {
    Templates blind = Templates.forTheme(Map.of("t.vm", "$post.title"), Set.of("org.elsewhere"));
    assertThrows(RenderFailure.class, () -> blind.render("t.vm", model()));
  }

  @Test
  void the_product_s_own_templates_all_parse_and_may_use_macros() {
    Templates console = Templates.forConsole();
    assertTrue(console.has("org/quillbox/base/view/sample.vm"), () -> console.names().toString());
    assertEquals(
        "<b>A &lt;b&gt;</b>", console.render("org/quillbox/base/view/sample.vm", model()).strip());
  }

  @Test
  void a_text_with_arguments_can_be_asked_for() {
    Templates t =
        Templates.forTheme(
            Map.of("t.vm", "$m.get('sample.from', '<you>') $m.count('sample', 2)"), HERE);
    Messages messages = Messages.load(java.util.Locale.ENGLISH, "sample");
    assertEquals("From &lt;you&gt; 2 things", t.render("t.vm", Map.of("m", messages)));
  }

  static List<List<String>> hostileTexts() {
    return List.of(
        List.of("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        List.of("\" onmouseover=\"x", "&quot; onmouseover=&quot;x"),
        List.of("' onmouseover='x", "&#39; onmouseover=&#39;x"),
        List.of("a & b", "a &amp; b"),
        List.of("&lt;", "&amp;lt;"),
        List.of("$s ${s} #if #parse('other.vm')", "$s ${s} #if #parse(&#39;other.vm&#39;)"),
        List.of("--> <!-- ]]>", "--&gt; &lt;!-- ]]&gt;"));
  }

  /** Every way to print a value. */
  @ParameterizedTest
  @MethodSource("hostileTexts")
  void text_is_escaped_and_never_read_as_template(List<String> pair) {
    String hostile = pair.get(0);
    String expected = pair.get(1);
    Templates t = Templates.forTheme(Map.of("t.vm", "$v|#set($w = $v)$w|$!v|${v}"), HERE);
    String one = t.render("t.vm", Map.of("v", hostile));
    assertEquals(String.join("|", List.of(expected, expected, expected, expected)), one);
    Templates joined = Templates.forTheme(Map.of("t.vm", "#set($w = $v + '<')$w"), HERE);
    assertEquals(expected + "&lt;", joined.render("t.vm", Map.of("v", hostile)));
  }
}
