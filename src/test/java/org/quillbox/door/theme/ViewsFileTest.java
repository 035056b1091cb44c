package org.quillbox.door.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public API of themes is written down once, and whoever changes a view changes it there knowingly. */
class ViewsFileTest {
  @Test
  void the_file_lists_every_view_and_field() throws IOException, ClassNotFoundException {
    try (InputStream in = ViewsFileTest.class.getResourceAsStream("/themes/views.txt")) {
      String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String fields =
          file.lines()
              .filter(l -> !l.isBlank() && !l.startsWith("#") && !l.startsWith("version"))
              .collect(Collectors.joining("\n"));
      assertEquals(actual(), fields);
    }
  }

  private static String actual() throws IOException, ClassNotFoundException {
    List<String> lines = new ArrayList<>();
    Path folder = Path.of("target/classes/org/quillbox/door/theme");
    try (Stream<Path> files = Files.list(folder)) {
      for (String name :
          files.map(f -> f.getFileName().toString().replace(".class", "")).sorted().toList()) {
        Class<?> type =
            Class.forName(
                "org.quillbox.door.theme." + name, false, ViewsFileTest.class.getClassLoader());
        if (type.isRecord()
            && Modifier.isPublic(type.getModifiers())
            && (name.endsWith("View") || name.equals("Pager"))) {
          lines.add(view(type));
        }
      }
    }
    return String.join("\n", lines);
  }

  private static String view(Class<?> type) {
    List<String> parts = new ArrayList<>();
    Set<String> known = new TreeSet<>(Set.of("toString", "hashCode", "equals"));
    for (RecordComponent c : type.getRecordComponents()) {
      known.add(c.getName());
      parts.add("  " + c.getName() + ": " + plain(c.getGenericType().getTypeName()));
    }
    Arrays.stream(type.getDeclaredMethods())
        .filter(m ->
            Modifier.isPublic(m.getModifiers())
                && !Modifier.isStatic(m.getModifiers())
                && !known.contains(m.getName()))
        .sorted(java.util.Comparator.comparing(Method::getName))
        .forEach(
            m -> parts.add("  " + m.getName() + "(): " + plain(m.getReturnType().getTypeName())));
    return type.getSimpleName() + "\n" + String.join("\n", parts);
  }

  private static String plain(String type) {
    return type.replaceAll("[a-z]+\\.", "");
  }
}
