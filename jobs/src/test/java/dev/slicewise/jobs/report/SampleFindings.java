package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.jobs.findings.Comparison;
import dev.slicewise.jobs.findings.Distribution;
import dev.slicewise.jobs.findings.Drift;
import dev.slicewise.jobs.findings.Findings;
import dev.slicewise.jobs.findings.Gate;
import dev.slicewise.jobs.findings.SliceLabel;
import dev.slicewise.jobs.findings.Verdict;
import dev.slicewise.jobs.findings.Window;
import dev.slicewise.jobs.findings.WorstSlice;
import java.util.List;
import java.util.Map;

/** Findings made by hand. */
final class SampleFindings {
  static final Window JULY = new Window("2013-07-01T00:00:00Z", "2013-08-01T00:00:00Z");
  static final Window AUGUST = new Window("2013-08-01T00:00:00Z", "2013-09-01T00:00:00Z");

  private static final Interval AROUND = new Interval(1.0, 3.0, null, "t");

  private SampleFindings() {}

  static SliceLabel slice(String value) {
    return new SliceLabel(List.of("city"), List.of(value));
  }

  static Gate gate(String name, SliceLabel slice, Verdict verdict) {
    return gate(name, slice, verdict, null);
  }

  static Gate gate(String name, SliceLabel slice, Verdict verdict, Long rowsNeeded) {
    NamedMetric metric = new NamedMetric("cost", Map.of(), null);
    String condition = "cost <= 2.5";
    return new Gate(
        name, metric, slice, condition, 2.0, AROUND, null, 2.5, 400, rowsNeeded, verdict, null);
  }

  static Comparison comparison(SliceLabel slice, double delta, double half, Verdict verdict) {
    return comparison("new", slice, delta, half, verdict, null);
  }

  private static Comparison comparison(
      String model, SliceLabel slice, double delta, double half, Verdict verdict, String reason) {
    Interval interval = new Interval(delta - half, delta + half, null, "paired t");
    NamedMetric metric = new NamedMetric("mean_absolute_error", Map.of(), null);
    return new Comparison(
        slice,
        metric,
        model,
        "old",
        10 + delta,
        10.0,
        delta,
        interval,
        0.01,
        0.04,
        "paired t",
        900,
        500.0,
        10.0,
        390.0,
        0.5,
        verdict,
        reason);
  }

  static Drift drift(Window window, SliceLabel slice, String column, double value) {
    return drift("BASELINE", window, slice, column, value, null);
  }

  private static Drift drift(
      String comparison, Window window, SliceLabel slice, String column, double value, String why) {
    Verdict verdict = value > 0.2 ? Verdict.DRIFT : Verdict.NO_DRIFT;
    NamedMetric method = new NamedMetric("psi", Map.of(), null);
    return new Drift(
        comparison,
        window,
        Window.NONE,
        slice,
        column,
        method,
        value,
        0.2,
        "above",
        verdict,
        0.001,
        0.01,
        80_000,
        20_000,
        Map.of(),
        why);
  }

  static Distribution distribution(String column, boolean numbers, String label) {
    return new Distribution(
        AUGUST,
        SliceLabel.ALL,
        column,
        numbers,
        List.of(
            new Distribution.Bin(numbers ? null : label, null, 5.0, 0.25, 0.5),
            new Distribution.Bin(numbers ? null : "other", 5.0, null, 0.75, 0.5)),
        0.01,
        0.02);
  }

  /** One finding of every kind, wherever data can stand with a name. */
  static Findings named(String name) {
    SliceLabel slice = new SliceLabel(List.of("d" + name, name), List.of(name, "v" + name));
    NamedMetric metric = new NamedMetric("m" + name, Map.of("p" + name, name), null);
    return new Findings(
        List.of(
            new Gate(
                name,
                metric,
                slice,
                name,
                1.0,
                AROUND,
                1.0,
                2.0,
                9,
                99L,
                Verdict.INCONCLUSIVE,
                name),
            gate(name, slice, Verdict.FAIL)),
        List.of(new WorstSlice(slice, metric, 1.0, 2.0, -1.0, AROUND, 0.1, 0.2, 9, 0.5, 0.25)),
        List.of(
            comparison(name, SliceLabel.ALL, -1, 0.5, Verdict.BETTER, name),
            comparison(name, slice, 1, 0.5, Verdict.WORSE, name),
            comparison(name, slice, 0, 0.5, Verdict.INCONCLUSIVE, name)),
        List.of(
            drift("BASELINE", new Window(name, "e" + name), SliceLabel.ALL, name, 0.3, name),
            drift(name, new Window(name, "e" + name), slice, name, 0.3, name)),
        List.of(distribution(name, true, name), distribution("c" + name, false, name)));
  }

  /** Two windows of all rows and of a slice. */
  static Series series(String name) {
    Series series = new Series();
    SliceLabel slice = new SliceLabel(List.of("d" + name), List.of(name));
    for (Window window : List.of(JULY, new Window(name, null))) {
      MetricResult result = Samples.number(SampleMetrics.COST, 10, 1, 100);
      series.add(window, SliceLabel.ALL, 100, List.of(result));
      series.add(window, slice, 100, List.of(result));
    }
    return series;
  }
}
