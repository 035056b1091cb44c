package org.quillbox.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of the house, held against compiled classes. Each rule answers the violations as sentences that
 * name class and line. The root package is a parameter, so that a small planted house can be held against the
 * same rules.
 */
final class House {
  private static final Set<String> MUTABLE =
      Set.of(
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.ArrayList",
          "java.util.HashSet",
          "java.util.ArrayDeque",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentMap",
          "java.lang.ThreadLocal",
          "java.lang.StringBuilder",
          "com.github.benmanes.caffeine.cache.Cache");

  private static final Set<String> NOUNS =
      Set.of(
          "site.settings",
          "site.people",
          "site.taxonomy",
          "site.content",
          "site.comments",
          "site.menus");

  private final String root;
  private final JavaClasses classes;

  private House(String root, JavaClasses classes) {
    this.root = root;
    this.classes = classes;
  }

  /** The product: everything of src/main. */
  static House product() {
    return new House(
        "org.quillbox",
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.quillbox"));
  }

  /** The planted house below a package of the tests. */
  static House planted() {
    String root = House.class.getPackageName() + ".planted";
    return new House(root, new ClassFileImporter().importPackages(root));
  }

  int size() {
    return classes.size();
  }

  /** Packages that are no room of the table. */
  List<String> strangers() {
    Set<String> found = new TreeSet<>();
    for (JavaClass one : classes) {
      String room = room(one);
      if (!RoomTable.rooms().contains(room)) {
        found.add(
            where(one) + " stands in " + one.getPackageName() + ", which is no room of the table");
      }
    }
    return List.copyOf(found);
  }

  /** Uses of a room by one that may not see it. */
  List<String> edges() {
    List<String> found = new ArrayList<>();
    for (JavaClass one : classes) {
      for (Dependency use : one.getDirectDependenciesFromSelf()) {
        JavaClass target = use.getTargetClass().getBaseComponentType();
        if (!target.getPackageName().startsWith(root + ".")) {
          continue;
        }
        if (!RoomTable.maySee(room(one), room(target))) {
          found.add(room(one) + " may not see " + room(target) + ": " + use.getDescription());
        }
      }
    }
    return found;
  }

  /** Uses by base.kernel of anything but the JDK and JSpecify. */
  List<String> kernelLibraries() {
    List<String> found = new ArrayList<>();
    for (JavaClass one : classes) {
      if (!room(one).equals(RoomTable.KERNEL)) {
        continue;
      }
      for (Dependency use : one.getDirectDependenciesFromSelf()) {
        JavaClass target = use.getTargetClass().getBaseComponentType();
        String name = target.getFullName();
        if (!target.isPrimitive()
            && !name.startsWith("java.")
            && !name.startsWith("org.jspecify.")
            && !room(target).equals(RoomTable.KERNEL)) {
          found.add("base.kernel knows the JDK and JSpecify only: " + use.getDescription());
        }
      }
    }
    return found;
  }

  /** Uses of a fenced library or class outside its fence. */
  List<String> libraries() {
    List<String> found = new ArrayList<>();
    for (JavaClass one : classes) {
      for (Dependency use : one.getDirectDependenciesFromSelf()) {
        String name = use.getTargetClass().getBaseComponentType().getFullName();
        for (Fences.Fence fence : Fences.LIBRARIES) {
          if (fence.target().test(name) && !fence.allowed().test(room(one), one)) {
            found.add(fence.reason() + ": " + use.getDescription());
          }
        }
      }
    }
    return found;
  }

  /** Fenced calls outside their fence. */
  List<String> calls() {
    List<String> found = new ArrayList<>();
    for (JavaClass one : classes) {
      for (JavaAccess<?> call : one.getAccessesFromSelf()) {
        for (Fences.CallFence fence : Fences.CALLS) {
          if (fence.call().test(call) && !fence.allowed().test(room(one), one)) {
            found.add(fence.reason() + ": " + call.getDescription());
          }
        }
      }
    }
    return found;
  }

  /** Static fields that can change, by themselves or by what they hold. */
  List<String> mutableStatics() {
    List<String> found = new ArrayList<>();
    for (JavaClass one : classes) {
      for (JavaField field : one.getFields()) {
        if (!field.getModifiers().contains(JavaModifier.STATIC)
            || field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
          continue;
        }
        String type = field.getRawType().getFullName();
        if (!field.getModifiers().contains(JavaModifier.FINAL)
            || MUTABLE.contains(type)
            || type.startsWith("java.util.concurrent.atomic.")) {
          found.add("no static state that changes: " + field.getFullName() + " in " + where(one));
        }
      }
    }
    return found;
  }

  /** Pure functions over texts that were read already; they have nothing to look up. */
  private static final Set<String> TEXT = Set.of("Titles", "CommentText");

  /** Reader, theme and blocks reach the nouns only through methods that take Reads. */
  List<String> unrecordedReads() {
    List<String> found = new ArrayList<>();
    for (JavaClass one : classes) {
      String room = room(one);
      if (!room.equals("door.reader")
          && !room.equals("door.theme")
          && !Fences.outer(one).endsWith("Block")) {
        continue;
      }
      for (JavaAccess<?> call : one.getAccessesFromSelf()) {
        JavaClass owner = call.getTargetOwner();
        if (NOUNS.contains(room(owner))
            && !room(owner).equals(room)
            && !isData(owner)
            && !TEXT.contains(owner.getSimpleName())
            && call.getTarget().getFullName().contains("(")
            && !call.getName().equals("<init>")
            && !call.getTarget().getFullName().contains(root + ".base.kernel.Reads")) {
          found.add("nouns are read through methods that take Reads: " + call.getDescription());
        }
      }
    }
    return found;
  }

  /** Records, enums, exceptions, and interfaces that only such classes implement. */
  private static boolean isData(JavaClass owner) {
    return owner.isRecord()
        || owner.isEnum()
        || owner.isAnnotation()
        || owner.isAssignableTo(Throwable.class)
        || (owner.isInterface()
            && !owner.getAllSubclasses().isEmpty()
            && owner.getAllSubclasses().stream()
                .allMatch(sub -> sub.isInterface() || sub.isRecord() || sub.isEnum()));
  }

  private String room(JavaClass one) {
    String name = one.getPackageName();
    return name.startsWith(root + ".") ? name.substring(root.length() + 1) : "";
  }

  private static String where(JavaClass one) {
    int line =
        one.getMembers().stream()
            .map(JavaMember::getSourceCodeLocation)
            .mapToInt(at -> at.getLineNumber())
            .filter(at -> at > 0)
            .min()
            .orElse(1);
    String file = one.getSource().flatMap(source -> source.getFileName()).orElse("?");
    return one.getFullName() + " (" + file + ":" + line + ")";
  }
}
