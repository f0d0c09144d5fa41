package dev.slicewise.core.metric.binary;

import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;

/**
 * Shares of a two-stage filter, where a row is taken if both stages pass it: rows that have some
 * marks among those that have fewer of them.
 */
interface Cascade extends CellRatio {
  /** Mark: the label is 1. */
  int LABEL = 1;

  /** Mark: stage 1 passes the row. */
  int STAGE1 = 2;

  /** Mark: stage 2 passes the row. */
  int STAGE2 = 4;

  double threshold();

  /** The marks of the rows counted above the line. */
  int marks();

  /** The marks of the rows counted below the line. */
  int among();

  @Override
  default CellCounts table() {
    Role stage1 = new Role("stage1");
    Role stage2 = new Role("stage2");
    Domain domain = Domain.of(Role.LABEL, stage1, stage2).where(new Condition.BinaryLabel());
    return CellCounts.of(
        new Column(domain, Role.LABEL),
        Compare.atLeast(new Column(domain, stage1), threshold()),
        Compare.atLeast(new Column(domain, stage2), threshold()));
  }

  @Override
  default double[] numerator() {
    return having(marks());
  }

  @Override
  default double[] denominator() {
    return having(among());
  }

  private static double[] having(int marks) {
    double[] coefficients = new double[8];
    for (int cell = 0; cell < coefficients.length; cell++) {
      coefficients[cell] = (cell & marks) == marks ? 1.0 : 0.0;
    }
    return coefficients;
  }
}
