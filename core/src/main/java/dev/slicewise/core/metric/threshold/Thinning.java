package dev.slicewise.core.metric.threshold;

import java.util.Arrays;

/**
 * Which edges of a curve are shown when there are too many: the corners of the upper hull of the
 * ROC curve, among which every cost and every weighting of the classes has its optimum, then others
 * at even distances in rank.
 */
final class Thinning {
  private Thinning() {}

  /** At most {@code limit} edges, the highest threshold first. */
  static int[] edges(ScoreCurve curve, int limit) {
    int[] all = new int[curve.last() + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = curve.last() - i;
    }
    if (all.length <= limit) {
      return all;
    }
    int[] hull = hull(curve, all);
    if (hull.length >= limit) {
      return evenly(hull, limit);
    }
    int[] others = new int[all.length - hull.length];
    int next = 0;
    for (int i = 0, h = 0; i < all.length; i++) {
      if (h < hull.length && hull[h] == all[i]) {
        h++;
      } else {
        others[next++] = all[i];
      }
    }
    int[] chosen = Arrays.copyOf(hull, limit);
    int[] filling = evenly(others, limit - hull.length);
    System.arraycopy(filling, 0, chosen, hull.length, filling.length);
    Arrays.sort(chosen);
    for (int i = 0, j = limit - 1; i < j; i++, j--) {
      int swapped = chosen[i];
      chosen[i] = chosen[j];
      chosen[j] = swapped;
    }
    return chosen;
  }

  /** The upper hull from (0, 0) to (N, P), both included. */
  private static int[] hull(ScoreCurve curve, int[] descending) {
    int[] hull = new int[descending.length];
    int size = 0;
    for (int edge : descending) {
      while (size >= 2 && !turnsRight(curve, hull[size - 2], hull[size - 1], edge)) {
        size--;
      }
      hull[size++] = edge;
    }
    return Arrays.copyOf(hull, size);
  }

  private static boolean turnsRight(ScoreCurve curve, int a, int b, int c) {
    double rise = (curve.tp(b) - curve.tp(a)) * (curve.fp(c) - curve.fp(a));
    double run = (curve.tp(c) - curve.tp(a)) * (curve.fp(b) - curve.fp(a));
    return rise > run;
  }

  private static int[] evenly(int[] edges, int count) {
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = edges[count == 1 ? 0 : (int) ((long) i * (edges.length - 1) / (count - 1))];
    }
    return chosen;
  }
}
