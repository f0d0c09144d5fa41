package dev.slicewise.jobs.compare;

import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.LossReading;
import dev.slicewise.core.compare.UnpairedComparison;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.SliceStates;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.input.LiteralPath;
import dev.slicewise.jobs.store.StateTable;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Stored states of different rows, compared without reading any. */
final class StatesRun {
  private static final List<String> PARTS =
      List.of(LossReading.LOSS, LossReading.MISCALIBRATION, LossReading.DISCRIMINATION);

  private final CompareConfig config;
  private final SparkSession spark;
  private final Finish finish;

  StatesRun(CompareConfig config, SparkSession spark) {
    this.config = config;
    this.spark = spark;
    this.finish = new Finish(config.confidence(), Finish.InvalidRows.SKIP);
  }

  /** A slice by definition and values. */
  private record Slice(String definition, List<Object> values) {}

  CompareResult result() throws IOException {
    try (SliceTable model = open("--states", config.states().get(0));
        SliceTable baseline = open("--against", config.states().get(1))) {
      expectSame(model.plan(), baseline.plan());
      List<NamedMetric> metrics = metrics(model.plan());
      List<NamedMetric> parts = parts(model.plan());
      Map<Slice, SliceStates> others = new LinkedHashMap<>();
      slices(baseline).forEachRemaining(slice -> others.put(named(slice), slice));
      List<Line> lines = new ArrayList<>();
      List<Line> ofParts = new ArrayList<>();
      for (Iterator<SliceStates> slices = slices(model); slices.hasNext(); ) {
        SliceStates slice = slices.next();
        SliceStates other = others.remove(named(slice));
        compare(slice, other, metrics, lines);
        if (other != null) {
          compare(slice, other, parts, ofParts);
        }
      }
      others.values().forEach(gone -> compare(null, gone, metrics, lines));
      return new CompareResult(Lines.adjusted(lines, config), ofParts, List.of());
    }
  }

  private Iterator<SliceStates> slices(SliceTable table) {
    List<SliceStates> asked = new ArrayList<>();
    table
        .sliceStates()
        .forEachRemaining(
            slice -> {
              // Without --slice all definitions of the states are compared.
              if (config.slices().size() == 1 || config.slices().contains(slice.definition())) {
                asked.add(slice);
              }
            });
    return asked.iterator();
  }

  private static Slice named(SliceStates slice) {
    return new Slice(slice.definition().text(), slice.values());
  }

  /** An output directory, or a state table with all of its windows. */
  private SliceTable open(String flag, String location) throws IOException {
    Path states = new Path(location, "states");
    if (location.indexOf(':') < 0
        && states.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(states)) {
      return SliceTable.read(spark.read().parquet(LiteralPath.of(states)), finish);
    }
    try {
      return SliceTable.read(StateTable.open(spark, location).rows(), finish);
    } catch (JobException e) {
      throw JobException.usage(
          "expected "
              + flag
              + " to be an output directory of evaluate or merge, or a state table, found neither"
              + " in "
              + location
              + ".",
          e);
    }
  }

  private static void expectSame(EvaluationPlan model, EvaluationPlan baseline) {
    try {
      model.expectSame(baseline);
    } catch (IllegalArgumentException e) {
      throw JobException.usage("--states and --against: " + Failures.sentence(e.getMessage()), e);
    }
  }

  private List<NamedMetric> metrics(EvaluationPlan plan) {
    try {
      return UnpairedComparison.metrics(plan, config.metrics());
    } catch (IllegalArgumentException e) {
      throw JobException.usage("--metrics: " + Failures.sentence(e.getMessage()), e);
    }
  }

  /** A loss and its parts, where the states remember them. */
  private static List<NamedMetric> parts(EvaluationPlan plan) {
    List<NamedMetric> parts = PARTS.stream().map(MetricCatalog.standard()::parse).toList();
    return parts.stream().allMatch(plan::remembers) ? parts : List.of();
  }

  /** One slice, of which one side may have no row. */
  private void compare(
      SliceStates model, SliceStates baseline, List<NamedMetric> metrics, List<Line> lines) {
    SliceStates any = model == null ? baseline : model;
    for (Comparison found :
        UnpairedComparison.of(
            model == null ? null : model.state(),
            baseline == null ? null : baseline.state(),
            metrics,
            config.margins(),
            finish)) {
      lines.add(line(any.definition(), any.values(), found));
    }
  }

  private Line line(SliceSpec spec, List<Object> values, Comparison comparison) {
    return new Line(
        spec,
        spec.display(values),
        config.states().get(0),
        config.states().get(1),
        false,
        comparison);
  }
}
