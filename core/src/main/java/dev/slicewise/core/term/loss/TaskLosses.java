package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Shape;

/** A sum of a row's task losses, each times a factor, and a constant. */
interface TaskLosses extends ArrayLoss {
  /** The losses of a row's tasks, in the order of the parameters. */
  Role LOSSES = new Role("losses", Shape.NUMBERS);

  /** How many tasks the parameters name; 0 for any. */
  int tasks();

  /** The factor of each task, for so many. */
  double[] factors(int count);

  /** What is added. */
  double constant();

  @Override
  default Domain domain() {
    ArrayCondition.Length length =
        tasks() == 0
            ? new ArrayCondition.Length(LOSSES, 1, ClassNames.MOST)
            : new ArrayCondition.Length(LOSSES, tasks(), tasks());
    return Domain.of(LOSSES).where(length);
  }

  @Override
  default Role variable() {
    return LOSSES;
  }

  private static double sum(double[] losses, double[] factors) {
    double sum = 0;
    for (int t = 0; t < losses.length; t++) {
      sum += factors[t] * losses[t];
    }
    return sum;
  }

  @Override
  default double value(RowView row) {
    double[] losses = row.numbers(LOSSES);
    return sum(losses, factors(losses.length)) + constant();
  }

  @Override
  default void fill(Admitted rows, double[] out) {
    double[][] losses = rows.numbers(LOSSES);
    double[] factors = {};
    double constant = constant();
    for (int i = 0; i < rows.size(); i++) {
      factors = factors.length == losses[i].length ? factors : factors(losses[i].length);
      out[i] = sum(losses[i], factors) + constant;
    }
  }

  @Override
  default double[] gradient(RowView row) {
    return factors(row.numbers(LOSSES).length);
  }

  @Override
  default double[] hessianDiagonal(RowView row) {
    return new double[row.numbers(LOSSES).length];
  }
}
