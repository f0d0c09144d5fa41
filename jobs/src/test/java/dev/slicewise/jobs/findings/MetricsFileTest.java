package dev.slicewise.jobs.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.jobs.output.MetricsJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written reads back as it was. */
class MetricsFileTest {
  private static final Map<String, Long> COUNTERS = Map.of("n_rows", 12L, "n_used", 10L);

  @TempDir private Path folder;

  private static MetricResult result(String metric, MetricValue value, Interval interval) {
    NamedMetric named = MetricCatalog.standard().parse(metric);
    return new MetricResult(named, value, interval, 10, 8.5, COUNTERS);
  }

  private static SliceResult slice(int definition, List<String> names, List<Object> values) {
    MetricValue.Scalar bounded = MetricValue.bounded(definition + 0.25, 0.125);
    return new SliceResult(
        names,
        new SliceKey(definition, values),
        12,
        List.of(
            result("mae", bounded.with("at", 0.5), new Interval(0.0, null, null, "t")),
            result("huber(delta=2.5)", MetricValue.undefined("no rows"), null),
            result(
                "class_balance",
                new MetricValue.Curve(
                    List.of("class", "n", "share"),
                    List.of(Arrays.asList(1.0, 3.0, null), List.of(0.0, 1.0, 0.25)),
                    List.of("early", "late")),
                null),
            result(
                "roc_curve(max_points=5)",
                new MetricValue.Curve(
                    List.of("threshold", "fpr", "tpr"),
                    List.of(List.of(Double.POSITIVE_INFINITY, 0.0, 0.0))),
                null)));
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    List<SliceResult> slices =
        List.of(
            slice(0, List.of(), List.of()),
            slice(1, List.of("carrier", "late"), Arrays.asList(null, true)),
            slice(1, List.of("carrier", "late"), List.of("UA", false)),
            slice(2, List.of("month"), List.of(7L)));
    try (Writer out = Files.newBufferedWriter(folder.resolve("metrics.json"))) {
      MetricsJson.write(out, slices.iterator());
    }
    Files.writeString(folder.resolve("run.json"), "{}");
    MetricsFile file =
        new MetricsFile(ResultDirectory.open(folder.toString(), new Configuration()));
    assertThat(file.definitions())
        .containsExactly(List.of(), List.of("carrier", "late"), List.of("month"));
    List<SliceResult> read = new ArrayList<>();
    file.slices().forEachRemaining(read::add);
    assertThat(read).hasSize(4);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).key()).isEqualTo(slices.get(i).key());
      assertThat(read.get(i).rows()).isEqualTo(12);
      for (int metric = 0; metric < 4; metric++) {
        MetricResult expected = slices.get(i).metrics().get(metric);
        MetricResult found = read.get(i).metrics().get(metric);
        assertThat(found.metric()).isEqualTo(expected.metric());
        assertThat(found.interval()).isEqualTo(expected.interval());
        assertThat(found.counters()).isEqualTo(expected.counters());
        assertThat(found.weight()).isEqualTo(8.5);
        assertThat(cells(found.value())).isEqualTo(cells(expected.value()));
      }
    }
  }

  /** Classes may be numbered otherwise, as long as people read the same. */
  private static Object cells(MetricValue value) {
    if (!(value instanceof MetricValue.Curve curve)) {
      return value;
    }
    List<Object> cells = new ArrayList<>(curve.columns());
    for (int point = 0; point < curve.points().size(); point++) {
      for (int column = 0; column < curve.columns().size(); column++) {
        cells.add(curve.cell(point, column));
      }
    }
    return cells;
  }

  @Test
  void unknownMetricsKeepTheirNames() {
    NamedMetric unknown = new NamedMetric("my_metric", Map.of("x", 1L), null);
    assertThat(MetricsFile.known(unknown)).isSameAs(unknown);
    NamedMetric later = new NamedMetric("mean_absolute_error", Map.of("later", 1L), null);
    assertThat(MetricsFile.known(later)).isSameAs(later);
  }
}
