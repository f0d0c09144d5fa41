package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.DriftColumn;
import dev.slicewise.core.compare.DriftQuestions;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.input.InputSource;
import dev.slicewise.jobs.store.Window;
import dev.slicewise.jobs.store.WindowUnit;
import dev.slicewise.spark.SliceTable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Rows cut into windows by a time column, read once for all windows and the baseline. */
final class RowWindows implements SideSource {
  private final InputSource input;
  private final RowEvaluation evaluation;
  private final String time;
  private final WindowUnit unit;
  private final ZoneId zone;
  private final Window baseline;
  private final Window span;

  private RowWindows(InputSource input, RowEvaluation evaluation, SideOptions sides, ZoneId zone) {
    this.input = input;
    this.evaluation = evaluation;
    this.unit = sides.unit();
    this.zone = zone;
    this.baseline = sides.baseline(zone);
    this.span = sides.span(zone);
    boolean isColumn = List.of(input.rows().columns()).contains(sides.timeColumn);
    this.time = isColumn ? "`" + sides.timeColumn.replace("`", "``") + "`" : sides.timeColumn;
  }

  static SideSource open(
      SparkSession spark, SideOptions sides, QuestionOptions asked, ZoneId zone) {
    InputSource input = InputSource.open(spark, sides.inputRows());
    if (input.isEmptyText()) {
      throw SideSource.nothing("rows in " + input.name(), "none");
    }
    return new RowWindows(input, RowEvaluation.of(input.rows(), asked), sides, zone);
  }

  @Override
  public List<DriftColumn> columns() {
    return evaluation.columns().columns();
  }

  @Override
  public List<NamedMetric> metrics() {
    return evaluation.metrics();
  }

  @Override
  public List<Path> paths() {
    return input.paths();
  }

  @Override
  public Map<String, Object> record() {
    return new LinkedHashMap<>(Map.of("input", input.identity(), "time_zone", zone.getId()));
  }

  @Override
  public String name() {
    return input.name();
  }

  @Override
  public Sides read(DriftQuestions questions) {
    List<SliceSpec> definitions = new ArrayList<>();
    for (SliceSpec slice : evaluation.slices()) {
      List<Dimension> dimensions = new ArrayList<>(slice.dimensions());
      dimensions.add(new Dimension.TimeUnit("slicewise_window", time, unit.text()));
      dimensions.add(new Dimension.Expression("slicewise_baseline", isWithin(baseline)));
      definitions.add(new SliceSpec(dimensions));
    }
    SliceTable table = evaluation.run(input, rows(), definitions, input.name());
    TreeMap<Window, String> labels = windows(table);
    if (labels.isEmpty()) {
      table.close();
      throw SideSource.nothing("rows with a time in --time-column " + time, "none");
    }
    List<Window> windows = new ArrayList<>(labels.keySet());
    Map<String, Integer> numbers = new HashMap<>();
    labels.forEach((window, label) -> numbers.put(label, windows.indexOf(window)));
    return new Sides(
        table,
        2,
        values ->
            values.get(0) == null
                ? null
                : new Period(numbers.get(values.get(0)), Boolean.TRUE.equals(values.get(1))),
        windows,
        baseline,
        span,
        unit.text());
  }

  /**
   * Rows outside of all windows that are asked about, but for the window before, need not be
   * remembered.
   */
  private Dataset<Row> rows() {
    if (span == null) {
      return input.rows();
    }
    try {
      Window before = unit.around(span.start().minus(1, ChronoUnit.MICROS), zone);
      Window read = new Window(before.start(), span.end());
      return input.rows().filter(isWithin(read) + " OR " + isWithin(baseline));
    } catch (Exception e) {
      throw JobException.usage("--time-column " + time + ": " + Failures.problem(e), e);
    }
  }

  private String isWithin(Window window) {
    String at = "CAST(" + time + " AS timestamp)";
    return window == null
        ? "1 = 0"
        : "coalesce("
            + at
            + " >= timestamp_micros("
            + micros(window.start())
            + "L) AND "
            + at
            + " < timestamp_micros("
            + micros(window.end())
            + "L), false)";
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The windows that occur, in time, and how slices call them. */
  private TreeMap<Window, String> windows(SliceTable table) {
    TreeMap<Window, String> labels = new TreeMap<>(java.util.Comparator.comparing(Window::start));
    for (Iterator<SliceKey> keys = table.keys(); keys.hasNext(); ) {
      List<Object> values = keys.next().values();
      String label = (String) values.get(values.size() - 2);
      if (label != null) {
        labels.put(window(label), label);
      }
    }
    return labels;
  }

  private Window window(String label) {
    try {
      return unit.of(label, zone);
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw JobException.usage(
          "expected times of the years 0 to 9999 in --time-column "
              + time
              + ", found the "
              + unit.text()
              + " "
              + label
              + "; correct those rows, or leave them out with --where.",
          e);
    }
  }
}
