package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.ranking.Discount;
import dev.slicewise.core.term.ranking.Gain;
import dev.slicewise.core.term.ranking.ListCondition;
import dev.slicewise.core.term.ranking.Lists;

/** The NDCG of a list cut at k; 0 for the whole list. */
record NdcgTerm(int k, Gain gain, Ties ties, EmptyGroup emptyGroup) implements ListTerm {
  @Override
  public Domain domain() {
    Domain lists = gain.within(Lists.ALL);
    return emptyGroup == EmptyGroup.SKIP ? lists.where(new ListCondition.HasGain()) : lists;
  }

  @Override
  public double of(double[] labels, double[] scores, int[] order) {
    double[] gains = new double[labels.length];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = gain.of(labels[i]);
    }
    int cut = k == 0 ? order.length : Math.min(k, order.length);
    double ideal = Discount.ideal(gains, cut);
    if (ideal == 0) {
      return emptyGroup.value();
    }
    double sum = 0;
    for (int from = 0, to; from < cut; from = to) {
      to = from + 1;
      while (ties == Ties.AVERAGE
          && to < order.length
          && scores[order[to]] == scores[order[from]]) {
        to++;
      }
      double gained = 0;
      for (int i = from; i < to; i++) {
        gained += gains[order[i]];
      }
      double discounts = 0;
      for (int rank = from + 1; rank <= Math.min(to, cut); rank++) {
        discounts += Discount.of(rank);
      }
      sum += gained / (to - from) * discounts;
    }
    return sum / ideal;
  }
}
