package org.quillbox.base.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings as lines of text: columns as wide as their widest cell, numbers to the right. */
final class TextTable {
  private TextTable() {}

  static List<String> of(List<String> columns, List<List<Object>> rows) {
    int[] widths = columns.stream().mapToInt(TextTable::width).toArray();
    for (List<Object> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(plain(row.get(i))));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(List.copyOf(columns), rows, widths));
    for (List<Object> row : rows) {
      lines.add(line(row, rows, widths));
    }
    return lines;
  }

  /** A value in one line: control characters, which could drive a terminal, become blanks. */
  static String plain(Object value) {
    return String.valueOf(value).replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static String line(List<?> cells, List<List<Object>> rows, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      String text = plain(cells.get(i));
      String gap = " ".repeat(Math.max(0, widths[i] - width(text)));
      boolean number =
          !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column) instanceof Number);
      line.append(i == 0 ? "" : "  ").append(number ? gap + text : text + gap);
    }
    return line.toString().stripTrailing();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
