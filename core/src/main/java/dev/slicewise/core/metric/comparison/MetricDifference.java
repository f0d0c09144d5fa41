package dev.slicewise.core.metric.comparison;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.PairedMethod;
import dev.slicewise.core.metric.CategoryView;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.statistic.OfModel;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two models on the same rows; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "metric_difference",
    summary = "Metric difference: any metric of one model less that of another, on the same rows.",
    formula = "metric(label, model) − metric(label, other), on rows that both can be judged on",
    units = "units of the metric",
    range = "(-inf, inf)",
    better = Direction.NONE,
    edges = {
      "a row that either model cannot be judged on: skipped for both, counted by its reason",
      "no usable rows, or the metric undefined for either model: undefined",
      "equal models: 0, and an interval that holds 0",
      "details: value and baseline_value, that of the other model; where every row has a number, rows_lower, rows_equal and"
          + " rows_higher, the rows (or their weight) where the model's number is below, equal to or"
          + " above the other's"
    },
    exactness = "as exact as the metric for both models; one rounding more",
    use =
        "Whether a new model is better, with an interval far narrower than that of either value: what"
            + " makes a row hard for both cancels. A difference that is not significant is no proof of"
            + " equality: state a margin.",
    source =
        "catalogue D.7; DeLong 1988 for areas, McNemar 1947 and Bonett and Price 2012 for shares")
public record MetricDifference(
    @Parameter(doc = Asked.METRIC) String metric,
    @Parameter(doc = "the role of the predictions that are compared") String model,
    @Parameter(doc = "the role of the predictions that they are compared with") String other)
    implements Metric {
  /** The mean absolute error of the prediction less that of the baseline. */
  public MetricDifference() {
    this("mean_absolute_error", Model.PREDICTION, "baseline");
  }

  /** Refuses to compare a model with itself. */
  public MetricDifference {
    if (model.equalsIgnoreCase(other)) {
      throw new IllegalArgumentException(
          "expected two models to compare, found '" + model + "' twice");
    }
  }

  private Model first() {
    return Model.beside(model, other);
  }

  private Model second() {
    return Model.beside(other, model);
  }

  /** The metric that is asked of both models. */
  public NamedMetric asked() {
    return Asked.metric(metric);
  }

  /** How an interval follows in closed form, where it does. */
  public Optional<PairedMethod> method() {
    return asked().metric().interval().paired(first(), second());
  }

  @Override
  public List<Statistic<?>> needs() {
    List<Statistic<?>> needs = new ArrayList<>(Asked.of(first(), asked().metric().needs()));
    needs.addAll(Asked.of(second(), asked().metric().needs()));
    method().ifPresent(method -> needs.addAll(method.tallied()));
    return needs;
  }

  @Override
  public MetricValue value(StateView states) {
    Metric asked = asked().metric();
    MetricValue ofModel = CategoryView.value(asked, OfModel.view(states, first()));
    MetricValue ofBaseline = CategoryView.value(asked, OfModel.view(states, second()));
    if (!(ofModel instanceof MetricValue.Scalar a)) {
      return undefined(ofModel, model);
    }
    if (!(ofBaseline instanceof MetricValue.Scalar b)) {
      return undefined(ofBaseline, other);
    }
    double difference = a.value() - b.value();
    if (Double.isNaN(difference)) {
      return MetricValue.undefined("both values are infinite");
    }
    MetricValue.Exactness worse =
        a.exactness().compareTo(b.exactness()) > 0 ? a.exactness() : b.exactness();
    MetricValue.Scalar value =
        new MetricValue.Scalar(difference, worse, a.errorBound() + b.errorBound(), Map.of())
            .with("value", a.value())
            .with("baseline_value", b.value());
    return method()
        .flatMap(method -> method.tally(states))
        .map(
            tally ->
                value
                    .with("rows_lower", tally.lower())
                    .with("rows_equal", tally.equal())
                    .with("rows_higher", tally.higher()))
        .orElse(value);
  }

  private static MetricValue undefined(MetricValue value, String whose) {
    String reason =
        value instanceof MetricValue.Undefined undefined ? undefined.reason() : "not a number";
    return MetricValue.undefined(whose + ": " + reason);
  }

  @Override
  public IntervalMethod interval() {
    return method().<IntervalMethod>map(method -> method).orElse(IntervalMethod.NONE);
  }
}
