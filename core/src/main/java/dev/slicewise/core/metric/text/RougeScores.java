package dev.slicewise.core.metric.text;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Derivation;

/**
 * Per row, precision, recall and F of what a hypothesis shares with a reference: with the one of
 * the largest F, the first of equals.
 *
 * @param n the length of n-grams; 0 for the longest common subsequence
 */
record RougeScores(int n) implements Derivation<double[][]> {
  @Override
  public double[][] of(Admitted rows) {
    String[][] hypotheses = rows.tokens(Texts.HYPOTHESIS);
    String[][][] references = rows.tokenLists(Texts.REFERENCES);
    double[][] scores = new double[rows.size()][];
    for (int i = 0; i < scores.length; i++) {
      double[] best = null;
      for (String[] reference : references[i]) {
        double[] score = score(hypotheses[i], reference);
        best = best == null || score[2] > best[2] ? score : best;
      }
      scores[i] = best;
    }
    return scores;
  }

  private double[] score(String[] hypothesis, String[] reference) {
    TokenIds ids = new TokenIds();
    int[] a = ids.of(hypothesis);
    int[] b = ids.of(reference);
    if (n == 0) {
      return score(Alignment.commonSubsequence(a, b), a.length, b.length);
    }
    int[] left = a;
    int[] right = b;
    for (int order = 2; order <= n; order++) {
      ids.nextLength();
      left = ids.longer(left, a, order);
      right = ids.longer(right, b, order);
    }
    return score(Bag.overlap(Bag.of(left), Bag.of(right)), left.length, right.length);
  }

  /** Precision, recall and F; all 0 where nothing is shared, or a side is empty. */
  static double[] score(int shared, int hypothesis, int reference) {
    if (shared == 0) {
      return new double[3];
    }
    double precision = (double) shared / hypothesis;
    double recall = (double) shared / reference;
    return new double[] {precision, recall, 2 * precision * recall / (precision + recall)};
  }
}
