package dev.slicewise.core.metric.text;

import java.util.Arrays;

/** The n-grams of a text with how often each occurs, as sorted ids. */
final class Bag {
  private Bag() {}

  /** The ids in order, so that bags can be compared by walking through both. */
  static int[] of(int[] ids) {
    int[] sorted = ids.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** How many n-grams two bags share: Σ of the smaller count. */
  static int overlap(int[] a, int[] b) {
    int overlap = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        overlap++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return overlap;
  }

  /** The bag that has each n-gram as often as the one of two bags where it is more frequent. */
  static int[] union(int[] a, int[] b) {
    int[] union = new int[a.length + b.length];
    int size = 0;
    for (int i = 0, j = 0; i < a.length || j < b.length; ) {
      boolean both = i < a.length && j < b.length && a[i] == b[j];
      boolean first = j >= b.length || i < a.length && a[i] < b[j];
      union[size++] = both || first ? a[i] : b[j];
      i += both || first ? 1 : 0;
      j += both || !first ? 1 : 0;
    }
    return Arrays.copyOf(union, size);
  }
}
