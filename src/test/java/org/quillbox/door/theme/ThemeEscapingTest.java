package org.quillbox.door.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.quillbox.base.kernel.Html;

/** Every text of every view is hostile at once; no page grows an element, an attribute or a link by it. */
class ThemeEscapingTest {
  private static final String HOSTILE =
      "\"'><x-planted onclick=alert(1)></title></style><script>alert(1)</script><!--${site}#if(";
  private final PageAssembler assembler = SamplePages.assembler();

  @TestFactory
  Stream<DynamicTest> no_text_becomes_markup() {
    return SamplePages.all().keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  private void check(String name) throws ReflectiveOperationException {
    SamplePages.Sample sample = SamplePages.page(name);
    Map<String, Object> model = new HashMap<>();
    for (Map.Entry<String, Object> e : sample.model().entrySet()) {
      model.put(e.getKey(), poisoned(e.getValue()));
    }
    String html =
        assembler
            .page(
                sample.template(),
                (SiteView) poisoned(SamplePages.site()),
                (HeadView) poisoned(sample.head()),
                model,
                Map.of())
            .html();
    Document page = Jsoup.parse(html);
    assertTrue(html.contains("x-planted"), "the text is shown somewhere");
    assertEquals(0, page.select("x-planted, script").size());
    for (Element element : page.getAllElements()) {
      element
          .attributes()
          .forEach(a -> assertTrue(!a.getKey().startsWith("on"), () -> element.outerHtml()));
      String url = element.attr("href") + element.attr("src") + element.attr("action");
      assertTrue(!url.toLowerCase(java.util.Locale.ROOT).startsWith("javascript:"), url);
    }
  }

  private static Object poisoned(Object value) throws ReflectiveOperationException {
    return switch (value) {
      case String _ -> HOSTILE;
      case Html html -> html;
      case List<?> list -> {
        java.util.ArrayList<Object> out = new java.util.ArrayList<>();
        for (Object item : list) {
          out.add(poisoned(item));
        }
        yield out;
      }
      case Optional<?> maybe -> maybe.isEmpty() ? maybe : Optional.of(poisoned(maybe.get()));
      case Record view -> poisonedRecord(view);
      default -> value;
    };
  }

  private static Object poisonedRecord(Record view) throws ReflectiveOperationException {
    RecordComponent[] parts = view.getClass().getRecordComponents();
    Object[] values = new Object[parts.length];
    Class<?>[] types = new Class<?>[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      Object own = parts[i].getAccessor().invoke(view);
      boolean url = Set.of("url", "fileUrl").contains(parts[i].getName());
      boolean chosen = Set.of("kind", "direction").contains(parts[i].getName());
      values[i] =
          chosen || isStrings(parts[i].getGenericType())
              ? own
              : url ? "javascript:alert(1)" : poisoned(own);
    }
    Constructor<?> make = view.getClass().getDeclaredConstructor(types);
    return make.newInstance(values);
  }

  /** Addresses of the pager, which no author can write. */
  private static boolean isStrings(Type type) {
    return type instanceof ParameterizedType p
        && p.getRawType() == Optional.class
        && p.getActualTypeArguments()[0] == String.class;
  }
}
