package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;

/** 1 where a class that the label has some of is predicted below eps, else 0. */
record RaisedProbability(Domain domain, double eps) implements Term {
  @Override
  public void fill(Admitted rows, double[] out) {
    double[][] label = rows.numbers(Distributions.LABEL);
    double[][] p = rows.numbers(ClassLabel.ARRAY);
    for (int i = 0; i < rows.size(); i++) {
      out[i] = 0.0;
      for (int k = 0; k < p[i].length; k++) {
        out[i] = label[i][k] > 0 && p[i][k] < eps ? 1.0 : out[i];
      }
    }
  }
}
