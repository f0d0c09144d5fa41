package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.ranking.ListCondition;
import dev.slicewise.core.term.ranking.Lists;

/**
 * A measure of which relevant items a list shows first.
 *
 * @param measure what
 * @param k the cut; 0 for the whole list
 * @param relevanceThreshold the least label of a relevant item
 * @param emptyGroup what a list counts that has nothing to find
 */
record RetrievalTerm(Retrieval measure, int k, double relevanceThreshold, EmptyGroup emptyGroup)
    implements ListTerm {

  @Override
  public Domain domain() {
    Condition something =
        measure == Retrieval.FALL_OUT
            ? new ListCondition.HasIrrelevant(relevanceThreshold)
            : new ListCondition.HasRelevant(relevanceThreshold);
    return emptyGroup == EmptyGroup.SKIP ? Lists.ALL.where(something) : Lists.ALL;
  }

  @Override
  public double of(double[] labels, double[] scores, int[] order) {
    boolean[] relevant = new boolean[order.length];
    int total = 0;
    for (int i = 0; i < order.length; i++) {
      relevant[i] = labels[order[i]] >= relevanceThreshold;
      total += relevant[i] ? 1 : 0;
    }
    int toFind = measure == Retrieval.FALL_OUT ? order.length - total : total;
    return toFind == 0
        ? emptyGroup.value()
        : measure.of(relevant, total, k == 0 ? order.length : k);
  }
}
