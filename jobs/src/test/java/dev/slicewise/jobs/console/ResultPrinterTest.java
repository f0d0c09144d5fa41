package dev.slicewise.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a terminal shows of results. */
class ResultPrinterTest {
  private static final NamedMetric BALANCE = MetricCatalog.standard().parse("class_balance");

  private static List<String> lines(MetricValue value, int width) {
    SliceResult all =
        new SliceResult(
            List.of(),
            new SliceKey(0, List.of()),
            9,
            List.of(new MetricResult(BALANCE, value, null, 9, 9, Map.of())));
    return new ResultPrinter(List.of(BALANCE), width).lines(List.of(all));
  }

  /** Curves have as many lines as points: the files have them, and the names of their classes. */
  @Test
  void countsThePointsOfCurvesAndShowsNoIndices() {
    MetricValue curve =
        new MetricValue.Curve(
            List.of("class", "n"),
            List.of(List.of(0.0, 777.0), List.of(1.0, 888.0)),
            List.of("fig", "plum"));
    for (int width : new int[] {30, 120}) {
      String text = String.join("\n", lines(curve, width));
      assertThat(text).contains("curve of 2 points").doesNotContain("777", "888", "fig", "class=");
    }
  }

  @Test
  void givesReasonsBelow() {
    assertThat(lines(MetricValue.undefined("no rows"), 120))
        .endsWith("", "[1] no rows")
        .anyMatch(line -> line.endsWith("– [1]"));
  }
}
