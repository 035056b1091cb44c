package org.quillbox.base.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every route of the screens and resources, read from their annotations when the house is built. A method that
 * declares neither {@link Requires} nor {@link Public} keeps the product from starting (security G3).
 */
public final class Routes {
  private final List<Route> list;
  private final Map<Method, Route> byMethod = new HashMap<>();
  private final Set<String> areas;

  private Routes(List<Route> list) {
    this.list = List.copyOf(list);
    list.forEach(r -> byMethod.put(r.method(), r));
    areas = list.stream().map(r -> area(r.path())).collect(Collectors.toUnmodifiableSet());
  }

  /** Reads the routes of these classes. */
  public static Routes of(List<Class<?>> doors) {
    List<Route> all = new ArrayList<>();
    doors.forEach(door -> read(door, all));
    all.sort(Comparator.comparing(Route::path).thenComparing(Route::verb));
    return new Routes(all);
  }

  /** All routes by path and method: what {@code quillbox routes} prints. */
  public List<Route> list() {
    return list;
  }

  /** Whether a path belongs to a screen or resource: by its first segment. */
  boolean serves(String path) {
    return areas.contains(area(path));
  }

  @Nullable Route of(Method method) {
    return byMethod.get(method);
  }

  private static void read(Class<?> door, List<Route> all) {
    Path at = door.getAnnotation(Path.class);
    if (at == null) {
      throw new IllegalStateException(door.getName() + " has no @Path");
    }
    for (Method method : door.getMethods()) {
      if (method.isBridge() || method.getDeclaringClass() == Object.class) {
        continue;
      }
      Optional<String> verb = verb(method);
      Path below = method.getAnnotation(Path.class);
      if (verb.isEmpty()) {
        if (below != null) {
          throw new IllegalStateException(
              method + " has a @Path but no HTTP method; locators are not used here");
        }
        continue;
      }
      String path = join(at.value(), below == null ? "" : below.value());
      if (area(path).length() < 2 || area(path).contains("{")) {
        throw new IllegalStateException(
            method + ": the first segment of " + path + " must be plain");
      }
      all.add(route(door, method, verb.get(), path));
    }
  }

  private static Route route(Class<?> door, Method method, String verb, String path) {
    Requires requires = method.getAnnotation(Requires.class);
    boolean open = method.isAnnotationPresent(Public.class);
    if ((requires == null) != open) {
      throw new IllegalStateException(
          method + " must declare exactly one of @Requires and @Public: " + verb + " " + path);
    }
    return new Route(
        verb,
        path,
        Optional.ofNullable(requires).map(Requires::value),
        door,
        method,
        method.isAnnotationPresent(TakesUpload.class));
  }

  private static Optional<String> verb(Method method) {
    for (Annotation a : method.getAnnotations()) {
      HttpMethod verb = a.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return Optional.of(verb.value());
      }
    }
    return Optional.empty();
  }

  private static String join(String one, String two) {
    String path = ("/" + one + "/" + two).replaceAll("/{2,}", "/");
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String area(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? path : path.substring(0, end);
  }
}
