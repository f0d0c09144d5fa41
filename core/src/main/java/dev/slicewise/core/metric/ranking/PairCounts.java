package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Derivation;
import dev.slicewise.core.term.ranking.Lists;
import java.util.Arrays;

/**
 * Per list, how many pairs of items differ in label, and how many of them the scores put right, a
 * tie being half right. Counted in O(n log n) as Knight (1966) counts for Kendall's tau, so lists
 * may be long.
 */
record PairCounts() implements Derivation<PairCounts.Counted[]> {
  /**
   * The pairs of a list.
   *
   * @param right concordant pairs and half of those tied in score
   * @param pairs those that differ in label
   * @param items in the list
   */
  record Counted(double right, double pairs, int items) {}

  @Override
  public Counted[] of(Admitted rows) {
    double[][] labels = rows.numbers(Lists.LABELS);
    double[][] scores = rows.numbers(Lists.SCORES);
    Counted[] counts = new Counted[rows.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = count(labels[i], scores[i]);
    }
    return counts;
  }

  static Counted count(double[] labels, double[] scores) {
    int n = labels.length;
    double[][] items = new double[n][];
    for (int i = 0; i < n; i++) {
      // Adding +0.0 makes both zeros one, as comparisons have it and sorting has not.
      items[i] = new double[] {scores[i] + 0.0, labels[i] + 0.0};
    }
    Arrays.sort(
        items,
        (a, b) -> {
          int byScore = Double.compare(a[0], b[0]);
          return byScore != 0 ? byScore : Double.compare(a[1], b[1]);
        });
    double[] byScore = new double[n];
    long tiedScores = 0;
    long tiedBoth = 0;
    long sameScore = 0;
    long sameBoth = 0;
    for (int i = 0; i < n; i++) {
      byScore[i] = items[i][1];
      sameScore = i > 0 && items[i][0] == items[i - 1][0] ? sameScore + 1 : 0;
      sameBoth = sameScore > 0 && items[i][1] == items[i - 1][1] ? sameBoth + 1 : 0;
      tiedScores += sameScore;
      tiedBoth += sameBoth;
    }
    double[] sorted = byScore.clone();
    long discordant = inversions(sorted, new double[n], 0, n);
    long tiedLabels = 0;
    long sameLabel = 0;
    for (int i = 1; i < n; i++) {
      sameLabel = sorted[i] == sorted[i - 1] ? sameLabel + 1 : 0;
      tiedLabels += sameLabel;
    }
    long pairs = (long) n * (n - 1) / 2 - tiedLabels;
    long tied = tiedScores - tiedBoth;
    return new Counted(pairs - tied - discordant + 0.5 * tied, pairs, n);
  }

  /** Sorts a part ascending and counts the pairs that stood the wrong way round. */
  private static long inversions(double[] values, double[] spare, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    long inversions =
        inversions(values, spare, from, middle) + inversions(values, spare, middle, to);
    int left = from;
    int right = middle;
    for (int out = from; out < to; out++) {
      if (right >= to || left < middle && values[left] <= values[right]) {
        spare[out] = values[left++];
      } else {
        spare[out] = values[right++];
        inversions += middle - left;
      }
    }
    System.arraycopy(spare, from, values, from, to - from);
    return inversions;
  }
}
