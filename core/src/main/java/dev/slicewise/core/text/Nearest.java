package dev.slicewise.core.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant, for error messages. */
public final class Nearest {
  /** Names are shorter; what is longer is not a slip, and costs its length squared to compare. */
  private static final int LONGEST = 100;

  private Nearest() {}

  /**
   * The known name closest to {@code wanted}, if any is close enough to be a slip. At least half of
   * it must fit.
   */
  public static Optional<String> to(String wanted, Collection<String> known) {
    if (wanted.length() > LONGEST) {
      return Optional.empty();
    }
    String target = wanted.toLowerCase(Locale.ROOT);
    String best = null;
    int fewest = Math.max(2, target.length() / 3) + 1;
    for (String name : known) {
      int edits = distance(target, name.toLowerCase(Locale.ROOT));
      if (2 * edits > Math.max(target.length(), name.length())) {
        continue;
      }
      if (edits < fewest || (edits == fewest && best != null && name.compareTo(best) < 0)) {
        fewest = edits;
        best = name;
      }
    }
    return Optional.ofNullable(best);
  }

  /** " Did you mean 'x'?" or the empty string. */
  public static String hint(String wanted, Collection<String> known) {
    return to(wanted, known).map(name -> " Did you mean '" + name + "'?").orElse("");
  }

  /** Insertions, deletions, replacements and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        edits[i][j] =
            Math.min(edits[i - 1][j - 1] + same, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          edits[i][j] = Math.min(edits[i][j], 1 + edits[i - 2][j - 2]);
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}
