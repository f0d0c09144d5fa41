package dev.slicewise.core.term.ranking;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Derivation;

/**
 * Each list's items from the highest score to the lowest, equal scores in the order of the array:
 * sorted once a batch for every metric that cuts the list somewhere.
 */
public record RankOrder() implements Derivation<int[][]> {
  @Override
  public int[][] of(Admitted rows) {
    double[][] scores = rows.numbers(Lists.SCORES);
    int[][] orders = new int[rows.size()][];
    for (int i = 0; i < orders.length; i++) {
      orders[i] = descending(scores[i]);
    }
    return orders;
  }

  /** The positions of values from the largest to the smallest; stable. */
  public static int[] descending(double[] values) {
    int[] order = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int[] spare = new int[order.length];
    // Merges runs of 1, 2, 4, …: no boxing, and ties stay in place.
    for (int width = 1; width < order.length; width *= 2) {
      for (int from = 0; from < order.length; from += 2 * width) {
        int middle = Math.min(from + width, order.length);
        int to = Math.min(middle + width, order.length);
        int left = from;
        int right = middle;
        for (int out = from; out < to; out++) {
          boolean takeLeft =
              right >= to || left < middle && values[order[left]] >= values[order[right]];
          spare[out] = order[takeLeft ? left++ : right++];
        }
      }
      int[] swapped = order;
      order = spare;
      spare = swapped;
    }
    return order;
  }
}
