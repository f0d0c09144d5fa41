package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.core.term.Term;

/** 1 where a probability that the label needs is clipped before its logarithm, else 0. */
final class ClippedClass {
  private ClippedClass() {}

  private static boolean isClipped(double p, double eps) {
    return p < eps || p > 1.0 - eps;
  }

  /** Where the label is one class. */
  record Hard(Domain domain, String classes, double eps) implements Term {
    @Override
    public void fill(Admitted rows, double[] out) {
      int[] label = rows.derived(new ClassLabel(classes));
      double[][] p = rows.numbers(ClassLabel.ARRAY);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = isClipped(p[i][label[i]], eps) ? 1.0 : 0.0;
      }
    }
  }

  /** Where the label is a distribution, or smoothed into one: any class that has some of it. */
  record Soft(Domain domain, boolean everyClass, double eps) implements Term {
    @Override
    public void fill(Admitted rows, double[] out) {
      double[][] p = rows.numbers(ClassLabel.ARRAY);
      double[][] label = everyClass ? p : rows.numbers(Role.LABEL.as(Shape.NUMBERS));
      for (int i = 0; i < rows.size(); i++) {
        out[i] = 0.0;
        for (int k = 0; k < p[i].length; k++) {
          boolean counts = everyClass || label[i][k] > 0;
          out[i] = counts && isClipped(p[i][k], eps) ? 1.0 : out[i];
        }
      }
    }
  }
}
