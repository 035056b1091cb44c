package org.quillbox.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What can only be seen in the source text: lengths, comments, package descriptions. */
final class Sources {
  static final Path MAIN = Path.of("src/main/java");

  /**
   * A file or method and how long it is.
   *
   * @param name path below src/main/java, for a method with {@code #name} after it
   */
  record Length(String name, int lines) {}

  /**
   * One comment of a source file.
   *
   * @param line where it begins, from 1
   * @param text without the marks
   */
  record Comment(int line, String text) {}

  /** How source code gives itself away in a comment. */
  private static final Pattern CODE =
      Pattern.compile(
          "^(import|package)\\s[\\w.*]+;$"
              + "|^[\\w.<>\\[\\]\"'(), !=&|+\\-*/%?:@]+\\)?;$"
              + "|^(if|for|while|switch|try|catch|else|do)\\b.*[{(]$"
              + "|^(public|private|protected|static|final|void|@\\w+)\\s.*[{;]$"
              + "|^}( else.*)?$");

  private Sources() {}

  static List<Path> files(Path root, String ending) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(path -> path.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Length> fileLengths(Path root) {
    return files(root, ".java").stream()
        .map(path ->
            new Length(root.relativize(path).toString(), text(path).split("\n", -1).length - 1))
        .toList();
  }

  /** Every method and constructor with a body, from its first annotation or modifier to its last brace. */
  static List<Length> methodLengths(Path root) {
    List<Length> lengths = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  problem -> {},
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(Sources.files(root, ".java")));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        String file =
            root.toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri())).toString();
        new MethodScanner(unit, positions, file, lengths).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lengths;
  }

  /** The comments of Java source, strings and text blocks left alone. */
  static List<Comment> comments(String source) {
    List<Comment> comments = new ArrayList<>();
    int line = 1;
    for (int i = 0; i < source.length(); ) {
      int end;
      if (source.startsWith("//", i)) {
        end = orEnd(source, source.indexOf('\n', i));
        comments.add(new Comment(line, source.substring(i + 2, end)));
      } else if (source.startsWith("/*", i)) {
        int close = source.indexOf("*/", i + 2);
        end = close < 0 ? source.length() : close + 2;
        if (!source.startsWith("/**", i)) {
          comments.add(new Comment(line, source.substring(i + 2, end - 2)));
        }
      } else if (source.startsWith("\"\"\"", i)) {
        end = afterQuote(source, i + 3, "\"\"\"");
      } else if (source.charAt(i) == '"' || source.charAt(i) == '\'') {
        end = afterQuote(source, i + 1, source.substring(i, i + 1));
      } else {
        end = i + 1;
      }
      line += (int) source.substring(i, end).chars().filter(c -> c == '\n').count();
      i = end;
    }
    return comments;
  }

  /** True for a line of a comment that was code. */
  static boolean looksLikeCode(String commentLine) {
    return CODE.matcher(commentLine.strip()).matches();
  }

  static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " is not readable as UTF-8", e);
    }
  }

  private static int afterQuote(String source, int from, String quote) {
    for (int i = from; i < source.length(); i++) {
      if (source.charAt(i) == '\\') {
        i++;
      } else if (source.startsWith(quote, i)) {
        return i + quote.length();
      }
    }
    return source.length();
  }

  private static int orEnd(String source, int at) {
    return at < 0 ? source.length() : at;
  }

  private static final class MethodScanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String file;
    private final List<Length> lengths;

    MethodScanner(
        CompilationUnitTree unit, SourcePositions positions, String file, List<Length> lengths) {
      this.unit = unit;
      this.positions = positions;
      this.file = file;
      this.lengths = lengths;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree node, @Nullable Void nothing) {
      if (node.getBody() != null) {
        long from = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, node));
        long to = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, node));
        lengths.add(new Length(file + "#" + node.getName(), (int) (to - from + 1)));
      }
      return super.visitMethod(node, null);
    }
  }
}
