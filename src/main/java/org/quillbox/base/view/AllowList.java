package org.quillbox.base.view;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.util.RuntimeServicesAware;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.Uberspect;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Html;

/**
 * Decides what a template may touch. Velocity's own secure introspection forbids what it knows to be
 * dangerous; this one permits what it knows to be harmless: the accessors and other public no-argument
 * methods of records and enums in the packages the engine was told, methods marked {@link Offered}, the
 * reading methods of lists, maps and options, and a short list on texts (nothing that multiplies or
 * formats). Nothing can be set. Velocity makes it by name and so needs it public.
 */
public final class AllowList implements Uberspect, RuntimeServicesAware {
  static final String PACKAGES = "org.quillbox.view.packages";

  private static final Set<String> STRING =
      Set.of(
          "length",
          "isEmpty",
          "isBlank",
          "contains",
          "startsWith",
          "endsWith",
          "substring",
          "strip",
          "trim",
          "toLowerCase",
          "toUpperCase",
          "indexOf",
          "lastIndexOf",
          "equals",
          "equalsIgnoreCase");
  private static final Set<String> LIST =
      Set.of("size", "isEmpty", "get", "getFirst", "getLast", "contains", "subList");
  private static final Set<String> COLLECTION = Set.of("size", "isEmpty", "contains");
  private static final Set<String> MAP =
      Set.of("get", "containsKey", "size", "isEmpty", "keySet", "values");
  private static final Set<String> OPTIONAL = Set.of("isPresent", "isEmpty", "get", "orElse");
  private static final Set<String> LOOP =
      Set.of("getIndex", "getCount", "hasNext", "isFirst", "isLast", "getParent");
  private static final Set<String> NEVER =
      Set.of(
          "getClass", "hashCode", "notify", "notifyAll", "wait", "clone", "finalize", "toString");

  private final Map<Call, Method> found = new ConcurrentHashMap<>();
  private Set<String> packages = Set.of();

  private record Call(Class<?> type, String name, List<Class<?>> arguments) {}

  @Override
  public void setRuntimeServices(RuntimeServices services) {
    Object told = services.getApplicationAttribute(PACKAGES);
    if (told instanceof Set<?> names) {
      packages = Set.copyOf(names.stream().map(String::valueOf).toList());
    }
  }

  @Override
  public void init() {
    // Everything is known from the start.
  }

  @Override
  public @Nullable Iterator<?> getIterator(Object things, Info where) {
    return switch (things) {
      case Collection<?> many -> counted(many.iterator());
      case Map<?, ?> map when !(things instanceof ForeachScope) -> counted(map.values().iterator());
      case null, default -> null;
    };
  }

  private static Iterator<?> counted(Iterator<?> inner) {
    Budget budget = Budget.CURRENT.get();
    return new Iterator<>() {
      private int turns;

      @Override
      public boolean hasNext() {
        return inner.hasNext();
      }

      @Override
      public @Nullable Object next() {
        budget.turn(++turns);
        return inner.next();
      }
    };
  }

  @Override
  public @Nullable VelMethod getMethod(
      Object target, String name, Object @Nullable [] arguments, Info where) {
    if (target == null) {
      return null;
    }
    Method method = method(target, name, arguments == null ? new Object[0] : arguments);
    return method == null ? null : new Permitted(method);
  }

  @Override
  public @Nullable VelPropertyGet getPropertyGet(Object target, String name, Info where) {
    if (target == null) {
      return null;
    }
    if (target instanceof Map<?, ?> && !(target instanceof ForeachScope)) {
      return new MapEntry(name);
    }
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (String candidate : List.of(name, "get" + capital, "is" + capital)) {
      Method method = method(target, candidate, new Object[0]);
      if (method != null) {
        return new Permitted(method);
      }
    }
    return null;
  }

  @Override
  public @Nullable VelPropertySet getPropertySet(
      Object target, String name, Object value, Info where) {
    return null;
  }

  private @Nullable Method method(Object target, String name, @Nullable Object[] arguments) {
    if (NEVER.contains(name)) {
      return null;
    }
    List<Class<?>> types = new java.util.ArrayList<>(arguments.length);
    for (Object argument : arguments) {
      types.add(argument == null ? Void.class : argument.getClass());
    }
    Call call = new Call(target.getClass(), name, List.copyOf(types));
    Method known = found.get(call);
    if (known != null) {
      return known;
    }
    Method method = search(target, name, types);
    if (method != null) {
      found.put(call, method);
    }
    return method;
  }

  private @Nullable Method search(Object target, String name, List<Class<?>> types) {
    return switch (target) {
      case ForeachScope _ -> LOOP.contains(name) ? fitting(ForeachScope.class, name, types) : null;
      case String _ -> STRING.contains(name) ? fitting(String.class, name, types) : null;
      case List<?> _ -> LIST.contains(name) ? fitting(List.class, name, types) : null;
      case Map<?, ?> _ -> MAP.contains(name) ? fitting(Map.class, name, types) : null;
      case Collection<?> _ ->
          COLLECTION.contains(name) ? fitting(Collection.class, name, types) : null;
      case Optional<?> _ -> OPTIONAL.contains(name) ? fitting(Optional.class, name, types) : null;
      default -> ours(target.getClass(), name, types);
    };
  }

  /** A method of one of our own types. */
  private @Nullable Method ours(Class<?> type, String name, List<Class<?>> types) {
    // Constants with bodies of their own are anonymous classes of the enum.
    Class<?> declared =
        type.isAnonymousClass() && type.getSuperclass().isEnum() ? type.getSuperclass() : type;
    if (declared.isEnum() && name.equals("name") && told(declared)) {
      return types.isEmpty() ? fitting(Enum.class, name, types) : null;
    }
    Method method = fitting(declared, name, types);
    if (method == null) {
      return null;
    }
    boolean view = (declared.isRecord() || declared.isEnum()) && told(declared);
    boolean open = view && types.isEmpty() && method.getDeclaringClass() == declared;
    if (!open && !method.isAnnotationPresent(Offered.class)) {
      return null;
    }
    // View records may be package-private; their accessors are public all the same.
    method.setAccessible(true);
    return method;
  }

  private boolean told(Class<?> type) {
    if (type == Html.class) {
      return true;
    }
    String room = type.getPackageName();
    return packages.stream().anyMatch(p -> room.equals(p) || room.startsWith(p + "."));
  }

  private static @Nullable Method fitting(Class<?> type, String name, List<Class<?>> types) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)
          && !Modifier.isStatic(method.getModifiers())
          && !method.isBridge()
          && accepts(method.getParameterTypes(), types)) {
        return method;
      }
    }
    return null;
  }

  private static boolean accepts(Class<?>[] wanted, List<Class<?>> given) {
    if (wanted.length != given.size()) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      Class<?> have = given.get(i);
      boolean fits =
          have == Void.class
              ? !wanted[i].isPrimitive()
              : wanted[i].isAssignableFrom(have) || boxed(wanted[i]) == have;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static Class<?> boxed(Class<?> type) {
    if (type == int.class) {
      return Integer.class;
    }
    if (type == long.class) {
      return Long.class;
    }
    return type == boolean.class ? Boolean.class : type;
  }

  /** One permitted method, as property and as call. */
  private record Permitted(Method method) implements VelMethod, VelPropertyGet {
    @Override
    public @Nullable Object invoke(Object target, Object[] arguments)
        throws IllegalAccessException, InvocationTargetException {
      Budget.CURRENT.get().step();
      return method.invoke(target, arguments);
    }

    @Override
    public @Nullable Object invoke(Object target)
        throws IllegalAccessException, InvocationTargetException {
      Budget.CURRENT.get().step();
      return method.invoke(target);
    }

    @Override
    public boolean isCacheable() {
      return true;
    }

    @Override
    public String getMethodName() {
      return method.getName();
    }

    @Override
    public Method getMethod() {
      return method;
    }

    @Override
    public Class<?> getReturnType() {
      return method.getReturnType();
    }
  }

  /** {@code $map.key}. */
  private record MapEntry(String key) implements VelPropertyGet {
    @Override
    public @Nullable Object invoke(Object target) {
      return target instanceof Map<?, ?> map ? map.get(key) : null;
    }

    @Override
    public boolean isCacheable() {
      return true;
    }

    @Override
    public String getMethodName() {
      return "get";
    }
  }
}
