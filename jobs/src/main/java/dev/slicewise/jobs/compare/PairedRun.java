package dev.slicewise.jobs.compare;

import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.LossReading;
import dev.slicewise.core.compare.ModelComparison;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.SliceStates;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Role;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Models on the same rows: one plan, one scan. */
final class PairedRun {
  private static final List<String> LOSSES = List.of("brier", "log_loss");

  private final CompareConfig config;
  private final List<ModelComparison> questions = new ArrayList<>();
  private final List<ModelComparison> parts = new ArrayList<>();
  private final Set<String> metrics = new LinkedHashSet<>();

  PairedRun(CompareConfig config) {
    this.config = config;
    try {
      config.models().keySet().forEach(this::ask);
      // What a metric needs is looked up here, so that it may be refused before Spark starts.
      questions.forEach(question -> question.question().metric().needs());
    } catch (IllegalArgumentException e) {
      throw JobException.usage(Failures.sentence(e.getMessage()), e);
    }
  }

  private void ask(String role) {
    boolean loss = false;
    for (NamedMetric metric : config.metrics()) {
      // A metric of two models, such as flip_rate, is no difference but asked beside them.
      boolean ofTwo = metric.roles().stream().anyMatch(r -> r.name().equals(Role.BASELINE.name()));
      metrics.add(of(role, metric));
      if (!ofTwo) {
        metrics.add(of(Role.BASELINE.name(), metric));
        questions.add(question(role, metric, config.margins().get(metric.text())));
      }
      loss |= LOSSES.contains(metric.id()) && metric.roles().get(0).equals(Role.LABEL);
    }
    if (loss && isBinary()) {
      for (String part :
          List.of(LossReading.LOSS, LossReading.MISCALIBRATION, LossReading.DISCRIMINATION)) {
        parts.add(question(role, MetricCatalog.standard().parse(part), null));
      }
    }
    questions.forEach(question -> metrics.add(question.question().text()));
    parts.forEach(question -> metrics.add(question.question().text()));
  }

  private boolean isBinary() {
    for (NamedMetric metric : config.metrics()) {
      for (Statistic<?> need : metric.metric().needs()) {
        Domain domain = need.domain();
        if (LOSSES.contains(metric.id())
            && (domain.equals(Domain.BINARY_PROBABILITY)
                || domain.equals(Domain.SOFT_PROBABILITY))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String of(String role, NamedMetric metric) {
    return role.equals(Model.PREDICTION)
        ? metric.text()
        : "model_metric(metric='" + metric.text() + "',model=" + role + ")";
  }

  private static ModelComparison question(String role, NamedMetric metric, Double margin) {
    return new ModelComparison(role, Role.BASELINE.name(), metric, margin);
  }

  /** Reads the rows once. */
  SliceTable evaluate(Dataset<Row> rows) {
    Evaluation evaluation = Evaluation.of(rows);
    config.columns().forEach(evaluation::role);
    evaluation
        .metrics(metrics.toArray(new String[0]))
        .slices(definitions().toArray(new SliceSpec[0]))
        .confidence(config.confidence());
    if (config.weight() != null) {
      evaluation.weight(config.weight());
    }
    if (config.positiveLabel() != null) {
      evaluation.positiveLabel(config.positiveLabel());
    }
    if (config.cluster() != null) {
      return evaluation.cluster(config.cluster()).run();
    }
    if (config.key() != null) {
      evaluation.key(config.key());
    }
    return (config.jackknife() ? evaluation.jackknife() : evaluation).run();
  }

  /** What was asked, and for a series each of it by time. */
  private List<SliceSpec> definitions() {
    Set<SliceSpec> definitions = new LinkedHashSet<>(config.slices());
    if (config.series() != null) {
      config.slices().forEach(spec -> definitions.add(byTime(spec, config.series())));
    }
    return List.copyOf(definitions);
  }

  /** A definition with time as its last dimension. */
  static SliceSpec byTime(SliceSpec spec, Dimension series) {
    List<Dimension> dimensions = new ArrayList<>(spec.dimensions());
    if (dimensions.stream().anyMatch(d -> d.name().equals(series.name()))) {
      return spec;
    }
    dimensions.add(series);
    return new SliceSpec(dimensions);
  }

  /** Every comparison that was asked, and those of the parts of losses. */
  CompareResult result(SliceTable table) {
    List<Line> lines = new ArrayList<>();
    List<Line> ofParts = new ArrayList<>();
    List<Line> windows = new ArrayList<>();
    List<ModelComparison> all = new ArrayList<>(questions);
    all.addAll(parts);
    for (Iterator<SliceStates> slices = table.sliceStates(); slices.hasNext(); ) {
      SliceStates slice = slices.next();
      List<Comparison> found = ModelComparison.of(slice.state(), table.finish(), all);
      for (int i = 0; i < all.size(); i++) {
        Line line =
            new Line(
                slice.definition(),
                slice.definition().display(slice.values()),
                config.models().get(all.get(i).model()),
                config.columns().get(Role.BASELINE.name()),
                true,
                found.get(i));
        if (!config.slices().contains(slice.definition())) {
          if (i < questions.size() && questions.get(i).isOfMeans()) {
            windows.add(line);
          }
        } else {
          (i < questions.size() ? lines : ofParts).add(line);
          boolean time = isByTime(slice.definition());
          if (time && i < questions.size() && questions.get(i).isOfMeans()) {
            windows.add(line);
          }
        }
      }
    }
    return new CompareResult(Lines.adjusted(lines, config), ofParts, windows);
  }

  /** A definition that was asked for and is a series itself. */
  private boolean isByTime(SliceSpec spec) {
    int last = spec.dimensions().size() - 1;
    return config.series() != null
        && last >= 0
        && spec.dimensions().get(last).equals(config.series());
  }
}
