package dev.slicewise.core.metric.text;

import java.util.Arrays;

/** The longest common subsequence and the edit distance of two sequences, in O(m·n) time. */
final class Alignment {
  private Alignment() {}

  /** The length of the longest common subsequence. */
  static int commonSubsequence(int[] a, int[] b) {
    int[] before = new int[b.length + 1];
    int[] now = new int[b.length + 1];
    for (int x : a) {
      for (int j = 1; j <= b.length; j++) {
        now[j] = x == b[j - 1] ? before[j - 1] + 1 : Math.max(before[j], now[j - 1]);
      }
      int[] swapped = before;
      before = now;
      now = swapped;
    }
    return before[b.length];
  }

  /** The least number of substitutions, deletions and insertions between two sequences. */
  static int distance(int[] a, int[] b) {
    int start = Arrays.mismatch(a, b);
    if (start < 0) {
      return 0;
    }
    int endA = a.length;
    int endB = b.length;
    // What both begin and end with costs nothing; most texts agree in most places.
    while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) {
      endA--;
      endB--;
    }
    int width = endB - start;
    int[] before = new int[width + 1];
    int[] now = new int[width + 1];
    Arrays.setAll(before, j -> j);
    for (int i = start; i < endA; i++) {
      now[0] = i - start + 1;
      for (int j = 1; j <= width; j++) {
        int replaced = before[j - 1] + (a[i] == b[start + j - 1] ? 0 : 1);
        now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
      }
      int[] swapped = before;
      before = now;
      now = swapped;
    }
    return before[width];
  }
}
