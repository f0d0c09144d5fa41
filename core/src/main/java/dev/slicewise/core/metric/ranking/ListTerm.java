package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.ranking.Lists;
import dev.slicewise.core.term.ranking.RankOrder;

/** A number of a ranked list. */
interface ListTerm extends Term {
  /**
   * The number of one list.
   *
   * @param labels of its items
   * @param scores of its items
   * @param order the items from the highest score to the lowest
   */
  double of(double[] labels, double[] scores, int[] order);

  @Override
  default void fill(Admitted rows, double[] out) {
    double[][] labels = rows.numbers(Lists.LABELS);
    double[][] scores = rows.numbers(Lists.SCORES);
    int[][] orders = rows.derived(new RankOrder());
    for (int i = 0; i < rows.size(); i++) {
      out[i] = of(labels[i], scores[i], orders[i]);
    }
  }
}
