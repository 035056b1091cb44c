package org.quillbox.base.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name somebody probably meant: for settings, options and commands. */
public final class Nearest {
  private Nearest() {}

  /** The name with the fewest letters to change, or nothing when even that is far off. */
  public static Optional<String> to(String given, Collection<String> names) {
    int most = Math.max(2, given.length() / 3);
    return names.stream()
        .min(Comparator.comparingInt(name -> distance(given, name)))
        .filter(name -> distance(given, name) <= most);
  }

  /** Letters to insert, drop, change or swap with their neighbour to get from one word to the other. */
  static int distance(String from, String to) {
    int[][] d = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[from.length()][to.length()];
  }
}
