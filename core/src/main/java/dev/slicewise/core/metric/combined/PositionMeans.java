package dev.slicewise.core.metric.combined;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.PerClass;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ClassTerm;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;

/** The mean of every position of an array over the rows that have it. */
final class PositionMeans {
  private PositionMeans() {}

  /** 1 at every position of an array. */
  record One(Domain domain, Role role) implements ClassTerm {
    @Override
    public double[][] of(Admitted rows) {
      double[][] arrays = rows.numbers(role);
      double[][] ones = new double[rows.size()][];
      for (int i = 0; i < ones.length; i++) {
        ones[i] = new double[arrays[i].length];
        Arrays.fill(ones[i], 1.0);
      }
      return ones;
    }
  }

  static PerClass<Sum.State> sums(Domain domain, Role role) {
    return PerClass.of(PerClass.SUM, new ClassTerm.Elements(domain, role));
  }

  static PerClass<Sum.State> weights(Domain domain, Role role) {
    return PerClass.of(PerClass.SUM, new One(domain, role));
  }

  /** The means, or null when a sum overflowed. */
  static double[] of(StateView states, Domain domain, Role role) {
    List<Sum.State> sums = states.state(sums(domain, role)).classes();
    List<Sum.State> weights = states.state(weights(domain, role)).classes();
    double[] means = new double[sums.size()];
    for (int k = 0; k < means.length; k++) {
      ExactSum sum = sums.get(k).sum();
      Dyadic weight = weights.get(k).sum().toDyadic();
      if (sum.overflows() > 0) {
        return null;
      }
      means[k] = sum.toDyadic().over(weight);
    }
    return means;
  }
}
