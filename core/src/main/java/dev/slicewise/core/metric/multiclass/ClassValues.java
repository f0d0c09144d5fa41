package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.metric.MetricValue.Scalar;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of one metric for several classes, to be averaged or listed. */
public final class ClassValues {
  private final List<String> names;
  private final List<MetricValue> values = new ArrayList<>();
  private final List<Dyadic> supports = new ArrayList<>();

  /** For classes of these names, whose values are added in this order. */
  public ClassValues(List<String> names) {
    this.names = names;
  }

  /** Adds the value of the next class. */
  public void add(MetricValue value, Dyadic support) {
    values.add(value);
    supports.add(support);
  }

  /** The mean over classes that have a value, or a point a class. */
  public MetricValue average(Average average) {
    return average == Average.NONE ? points() : mean(average == Average.WEIGHTED);
  }

  private MetricValue mean(boolean bySupport) {
    ExactSum sum = new ExactSum();
    ExactSum bounds = new ExactSum();
    Dyadic weights = Dyadic.ZERO;
    int undefined = 0;
    boolean exact = true;
    for (int k = 0; k < values.size(); k++) {
      if (values.get(k) instanceof Scalar scalar) {
        Dyadic weight = bySupport ? supports.get(k) : Dyadic.ONE;
        sum.addProduct(weight.toDouble(), scalar.value());
        bounds.addProduct(weight.toDouble(), scalar.errorBound());
        weights = weights.plus(weight);
        exact &= scalar.exactness() != MetricValue.Exactness.ESTIMATED;
      } else {
        undefined++;
      }
    }
    if (weights.signum() == 0) {
      return MetricValue.undefined(
          undefined == values.size()
              ? "it is undefined for every class"
              : "no class that it is defined for is the label of a row");
    }
    double mean = sum.toDyadic().over(weights);
    Scalar value =
        exact
            ? MetricValue.bounded(mean, bounds.toDyadic().over(weights))
            : MetricValue.estimated(mean);
    return value.with("classes", values.size() - undefined).with("undefined_classes", undefined);
  }

  private MetricValue points() {
    double[] numbers = ClassTable.numbers(names);
    List<List<Double>> points = new ArrayList<>();
    for (int k = 0; k < values.size(); k++) {
      Double value = values.get(k) instanceof Scalar scalar ? (Double) scalar.value() : null;
      double number = numbers == null ? k : numbers[k];
      points.add(Arrays.asList(number, value, supports.get(k).toDouble()));
    }
    return new Curve(
        List.of("class", "value", "support"), points, numbers == null ? names : List.of());
  }
}
