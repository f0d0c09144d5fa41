package dev.slicewise.jobs.console;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Prints results as a table: a line per slice and a column per metric where that fits, else a line
 * per slice and metric. Values that are undefined refer to their reasons below.
 */
public final class ResultPrinter {
  private static final int MOST_COLUMNS = 6;
  private static final int MOST_REASONS = 8;

  /** Below this share of a value, its error bound is no more than rounding. */
  private static final double NEGLIGIBLE = 1e-6;

  private final int width;
  private final List<NamedMetric> metrics;
  private final Map<String, Integer> reasons = new LinkedHashMap<>();

  /** A printer for tables of these metrics in so many columns. */
  public ResultPrinter(List<NamedMetric> metrics, int width) {
    this.metrics = metrics;
    this.width = width;
  }

  /** The lines of the table and of its footnotes. */
  public List<String> lines(List<SliceResult> slices) {
    reasons.clear();
    TextTable wide = wide(slices);
    boolean fits = metrics.size() <= MOST_COLUMNS && wide.narrowest() <= width;
    List<String> lines = new ArrayList<>((fits ? wide : narrow(slices)).lines(width));
    if (!reasons.isEmpty()) {
      lines.add("");
      reasons.forEach(
          (reason, number) -> {
            if (number <= MOST_REASONS) {
              lines.add("[" + number + "] " + DisplayText.visible(reason));
            }
          });
    }
    if (reasons.size() > MOST_REASONS) {
      lines.add("[…] " + (reasons.size() - MOST_REASONS) + " more reasons: see metrics.json");
    }
    return lines;
  }

  private TextTable wide(List<SliceResult> slices) {
    List<String> headings = new ArrayList<>(List.of("slice", "rows"));
    metrics.forEach(metric -> headings.add(Labels.metric(metric)));
    TextTable table = new TextTable(1, headings);
    for (SliceResult slice : slices) {
      List<String> cells = new ArrayList<>();
      cells.add(Labels.slice(slice));
      cells.add(NumberText.count(slice.rows()));
      slice.metrics().forEach(result -> cells.add(cell(result)));
      table.add(cells);
    }
    return table;
  }

  private TextTable narrow(List<SliceResult> slices) {
    TextTable table = new TextTable(2, List.of("slice", "metric", "n", "value", "note"));
    for (SliceResult slice : slices) {
      String name = Labels.slice(slice);
      for (MetricResult result : slice.metrics()) {
        table.add(
            List.of(
                result == slice.metrics().get(0) ? name : "",
                Labels.metric(result.metric()),
                NumberText.count(result.rows()),
                cell(result),
                note(result)));
      }
    }
    return table;
  }

  private String cell(MetricResult result) {
    if (result.value() instanceof MetricValue.Scalar scalar) {
      return NumberText.of(scalar.value(), result.interval());
    }
    if (result.value() instanceof MetricValue.Curve curve) {
      return "curve of " + NumberText.count(curve.points().size()) + " points";
    }
    String reason = ((MetricValue.Undefined) result.value()).reason();
    int number = reasons.computeIfAbsent(reason, ignored -> reasons.size() + 1);
    return "– [" + (number <= MOST_REASONS ? String.valueOf(number) : "…") + "]";
  }

  private static String note(MetricResult result) {
    if (!(result.value() instanceof MetricValue.Scalar scalar)) {
      return "";
    }
    StringJoiner notes = new StringJoiner(", ");
    if (scalar.errorBound() > NEGLIGIBLE * Math.abs(scalar.value())) {
      notes.add("within " + NumberText.of(scalar.errorBound()));
    } else if (scalar.exactness() == MetricValue.Exactness.ESTIMATED) {
      notes.add("estimated");
    }
    scalar.details().keySet().stream()
        .sorted()
        .forEach(name -> notes.add(name + "=" + NumberText.of(scalar.details().get(name))));
    return notes.toString();
  }
}
