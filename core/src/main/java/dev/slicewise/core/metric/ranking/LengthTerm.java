package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.ranking.Lists;

/** How many items a list has. */
record LengthTerm() implements Term {
  @Override
  public Domain domain() {
    return Lists.ALL;
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    double[][] labels = rows.numbers(Lists.LABELS);
    for (int i = 0; i < rows.size(); i++) {
      out[i] = labels[i].length;
    }
  }
}
