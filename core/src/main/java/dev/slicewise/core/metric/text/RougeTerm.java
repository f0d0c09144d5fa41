package dev.slicewise.core.metric.text;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;

/**
 * A ROUGE number of a row.
 *
 * @param domain hypothesis and references
 * @param n the length of n-grams; 0 for the longest common subsequence
 * @param measure which number
 */
record RougeTerm(Domain domain, int n, RougeMeasure measure) implements Term {
  @Override
  public void fill(Admitted rows, double[] out) {
    double[][] scores = rows.derived(new RougeScores(n));
    for (int i = 0; i < rows.size(); i++) {
      out[i] = scores[i][measure.ordinal()];
    }
  }
}
