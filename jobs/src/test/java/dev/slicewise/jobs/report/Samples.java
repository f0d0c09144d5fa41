package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Results made by hand. */
final class Samples {
  static final List<NamedMetric> METRICS =
      List.of(
          SampleMetrics.COST,
          SampleMetrics.GAIN,
          SampleMetrics.BIAS,
          SampleMetrics.RATIO,
          SampleMetrics.COUNT);

  private static final List<String> CITIES =
      List.of("Ankara", "Bergen", "Cork", "Dakar", "Esbjerg", "Faro", "Gdańsk", "Hamburg", "İzmir");

  private static final List<String> DEVICES = List.of("desktop", "phone", "tablet");

  static final SliceSpec CITY = SliceSpec.parse("city");

  static final MetricResult ALL_COST = number(SampleMetrics.COST, 10, 0.1, 100_000);

  private Samples() {}

  static MetricResult result(NamedMetric metric, MetricValue value, Interval interval, long n) {
    Map<String, Long> counters = Map.of("n_rows", n + 3, "n_used", n, "n_null", 2L, "n_inf", 1L);
    return new MetricResult(metric, value, interval, n, n, counters);
  }

  /** A number with a symmetric interval. */
  static MetricResult number(NamedMetric metric, double value, double half, long n) {
    return result(metric, MetricValue.exact(value), interval(value - half, value + half), n);
  }

  static Interval interval(Double low, Double high) {
    return new Interval(low, high, null, "t");
  }

  static SliceResult slice(
      int definition, SliceSpec spec, List<?> values, List<MetricResult> metrics) {
    return new SliceResult(
        spec.names(),
        new SliceKey(definition, new ArrayList<>(values)),
        metrics.isEmpty() ? 0 : metrics.get(0).rows() + 3,
        metrics);
  }

  static SliceResult all(int definition, MetricResult... metrics) {
    return slice(definition, SliceSpec.ALL, List.of(), Arrays.asList(metrics));
  }

  static ReportInput input(
      List<SliceSpec> definitions, List<NamedMetric> metrics, List<SliceResult> slices) {
    return new ReportInput(
        "A sample",
        List.of("made by hand"),
        slices::iterator,
        definitions,
        metrics,
        0.95,
        Map.of());
  }

  /** All rows, nine cities, and the cities' devices, one of them with nothing usable. */
  static ReportInput ordinary() {
    SplittableRandom random = new SplittableRandom(20240607);
    SliceSpec city = SliceSpec.parse("city");
    SliceSpec both = SliceSpec.parse("city,device");
    List<SliceResult> slices = new ArrayList<>();
    slices.add(slice(0, SliceSpec.ALL, List.of(), metrics(random, 0, 1_234_567)));
    for (String name : CITIES) {
      slices.add(slice(1, city, List.of(name), metrics(random, 1, 40_000)));
    }
    for (String name : CITIES) {
      for (String device : DEVICES) {
        List<MetricResult> metrics = metrics(random, 1, 10 + random.nextInt(4_000));
        slices.add(slice(2, both, List.of(name, device), metrics));
      }
    }
    List<Object> values = Arrays.asList(null, "tablet");
    slices.add(slice(2, both, values, undefined("no usable rows: {n_null=4, n_rows=4}")));
    return input(List.of(SliceSpec.ALL, city, both), METRICS, slices);
  }

  private static List<MetricResult> undefined(String reason) {
    List<MetricResult> metrics = new ArrayList<>();
    for (NamedMetric metric : METRICS) {
      metrics.add(result(metric, MetricValue.undefined(reason), null, 0));
    }
    return metrics;
  }

  private static List<MetricResult> metrics(SplittableRandom random, double spread, long n) {
    double noise = 10 / Math.sqrt(n);
    double move = spread * (random.nextDouble() - 0.5);
    return List.of(
        number(SampleMetrics.COST, 12.5 + 4 * move, noise, n),
        number(SampleMetrics.GAIN, 0.8 - move / 10, noise / 30, n),
        number(SampleMetrics.BIAS, move, noise / 2, n),
        result(SampleMetrics.RATIO, MetricValue.estimated(1 + move / 5), null, n),
        result(SampleMetrics.COUNT, MetricValue.exact(n), null, n));
  }

  static SliceResult city(String name, double value, double half, long n) {
    return slice(1, CITY, List.of(name), List.of(number(SampleMetrics.COST, value, half, n)));
  }

  static SliceResult city(String name, MetricValue value, Double low, Double high) {
    return slice(
        1,
        CITY,
        List.of(name),
        List.of(result(SampleMetrics.COST, value, interval(low, high), 99)));
  }

  static ReportInput cities(SliceResult... cities) {
    List<SliceResult> slices = new ArrayList<>(List.of(all(0, ALL_COST)));
    slices.addAll(Arrays.asList(cities));
    return input(List.of(SliceSpec.ALL, CITY), List.of(SampleMetrics.COST), slices);
  }
}
