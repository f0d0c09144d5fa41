package dev.slicewise.core.metric.text;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;

/**
 * One of the counts that BLEU sums.
 *
 * @param maxOrder the largest n
 * @param index its place in {@link BleuCounts}
 */
record BleuTerm(int maxOrder, int index) implements Term {
  @Override
  public Domain domain() {
    return Texts.COMPARED;
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    int[][] counts = rows.derived(new BleuCounts(maxOrder));
    for (int i = 0; i < rows.size(); i++) {
      out[i] = counts[i][index];
    }
  }
}
