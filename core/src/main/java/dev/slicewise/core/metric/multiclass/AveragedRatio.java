package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.ResolvedMetric;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.PairCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.ClassNames;
import java.util.List;

/**
 * A ratio of confusion cells over several classes or labels: of their sums, or averaged.
 *
 * @param labels the classes, {@code a;b;c}; empty for those that label or prediction have
 */
public record AveragedRatio(ClassInput input, Average average, String labels, ClassRatio ratio)
    implements ResolvedMetric {
  /** Refuses names that cannot be read. */
  public AveragedRatio {
    ClassNames.parse(labels);
  }

  /**
   * What a ratio of two classes becomes with these parameters; itself where they say so.
   *
   * @param metric the binary metric
   */
  public static <M extends Metric & ClassRatio> Metric resolve(
      M metric, Average average, Task task, String classes, String labels, double threshold) {
    if (average == Average.BINARY && task == Task.BINARY) {
      return metric;
    }
    Task given = task == Task.BINARY ? Task.MULTICLASS : task;
    Average taken = average == Average.BINARY ? Average.MACRO : average;
    return new AveragedRatio(new ClassInput(given, classes, threshold), taken, labels, metric);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(input.statistic());
  }

  @Override
  public MetricValue value(StateView states) {
    ClassTable table = input.table(states);
    if (table == null) {
      return average == Average.MICRO && labels.isEmpty() && !readsTrueNegatives()
          ? ratio(ofTotals(states.state(input.pairs())))
          : ClassInput.TRUNCATED;
    }
    if (!labels.isEmpty()) {
      table = table.only(ClassNames.parse(labels));
    }
    if (average == Average.MICRO) {
      Dyadic[] sums = {Dyadic.ZERO, Dyadic.ZERO, Dyadic.ZERO, Dyadic.ZERO};
      for (int k = 0; k < table.size(); k++) {
        for (int cell = 0; cell < sums.length; cell++) {
          sums[cell] = sums[cell].plus(table.cells(k)[cell]);
        }
      }
      return ratio(sums);
    }
    ClassValues values = new ClassValues(table.names());
    for (int k = 0; k < table.size(); k++) {
      values.add(ratio(table.cells(k)), table.label()[k]);
    }
    MetricValue mean = values.average(average);
    // No label at all leaves an average by support with 0/0 of its own, as in scikit-learn.
    boolean replaced =
        mean instanceof MetricValue.Undefined
            && table.size() > 0
            && ratio.whenUndefined() instanceof MetricValue.Scalar;
    return replaced ? ratio.whenUndefined() : mean;
  }

  /** The summed cells of all classes but for the true negatives, which their number decides. */
  private static Dyadic[] ofTotals(PairCounts counts) {
    Dyadic wrong = counts.total().minus(counts.agreeing());
    return new Dyadic[] {Dyadic.ZERO, wrong, wrong, counts.agreeing()};
  }

  private boolean readsTrueNegatives() {
    return ratio.numerator()[0] != 0 || ratio.denominator()[0] != 0;
  }

  private MetricValue ratio(Dyadic[] cells) {
    Dyadic divisor = combined(ratio.denominator(), cells);
    return divisor.signum() == 0
        ? ratio.whenUndefined()
        : MetricValue.exact(combined(ratio.numerator(), cells).over(divisor));
  }

  private static Dyadic combined(double[] coefficients, Dyadic[] cells) {
    Dyadic sum = Dyadic.ZERO;
    for (int cell = 0; cell < cells.length; cell++) {
      sum = sum.plus(cells[cell].times(Dyadic.of(coefficients[cell])));
    }
    return sum;
  }
}
