package dev.slicewise.core.metric.comparison;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.CategoryView;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.OfModel;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Parameter;
import java.util.List;
import java.util.Optional;

/** Any metric of another column; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "model_metric",
    summary = "Model metric: any metric of another model's predictions, read in the same pass.",
    formula = "metric(label, model instead of prediction)",
    units = "units of the metric",
    range = "(-inf, inf)",
    better = Direction.NONE,
    edges = {"as the metric; rows that this model cannot be judged on are skipped and counted"},
    exactness = "as exact as the metric",
    use =
        "Several models in one scan: their values differ in rows as well as in models where some rows"
            + " are unusable for one of them; metric_difference takes the rows of both.",
    source = "the metric's own; its value is that of the metric on that column")
public record ModelMetric(
    @Parameter(doc = Asked.METRIC) String metric,
    @Parameter(doc = "the role of the model's predictions") String model)
    implements Metric {
  /** The mean absolute error of the baseline. */
  public ModelMetric() {
    this("mean_absolute_error", "baseline");
  }

  private Model whose() {
    return Model.alone(model);
  }

  private Metric asked() {
    return Asked.metric(metric).metric();
  }

  @Override
  public List<Statistic<?>> needs() {
    return Asked.of(whose(), asked().needs());
  }

  @Override
  public MetricValue value(StateView states) {
    return CategoryView.value(asked(), OfModel.view(states, whose()));
  }

  @Override
  public IntervalMethod interval() {
    return new IntervalMethod() {
      @Override
      public String description() {
        return "the metric's own";
      }

      @Override
      public List<Statistic<?>> needs() {
        return Asked.of(whose(), asked().interval().needs());
      }

      @Override
      public Optional<Interval> interval(StateView states, double confidence) {
        return CategoryView.interval(asked(), OfModel.view(states, whose()), confidence);
      }
    };
  }
}
