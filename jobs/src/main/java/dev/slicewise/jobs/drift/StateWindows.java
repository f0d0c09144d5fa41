package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.DriftColumn;
import dev.slicewise.core.compare.DriftQuestions;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.store.Publication;
import dev.slicewise.jobs.store.StateTable;
import dev.slicewise.jobs.store.Window;
import dev.slicewise.jobs.store.WindowUnit;
import dev.slicewise.spark.SliceTable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The windows of a state table; longer ones are made by merging stored ones. */
final class StateWindows implements SideSource {
  private final StateTable table;
  private final String location;
  private final String model;
  private final WindowUnit unit;
  private final ZoneId zone;
  private final Window baseline;
  private final Window span;
  private final List<Publication> publications;
  private final Dataset<Row> states;
  private final StateColumnsAsked asked;

  private StateWindows(SparkSession spark, SideOptions sides, QuestionOptions said, ZoneId zone) {
    this.table = StateTable.open(spark, sides.stateTable);
    this.location = table.location();
    this.model = model(table, sides.model);
    this.unit = sides.unit();
    this.zone = zone;
    this.baseline = sides.baseline(zone);
    this.span = sides.span(zone);
    this.publications = publications();
    this.states = StateColumnsAsked.ofSlices(table.rows(publications), said);
    this.asked = StateColumnsAsked.of(StatePair.suite(states, location), said);
  }

  static SideSource open(
      SparkSession spark, SideOptions sides, QuestionOptions asked, ZoneId zone) {
    return new StateWindows(spark, sides, asked, zone);
  }

  private static String model(StateTable table, String said) {
    TreeSet<String> models = new TreeSet<>();
    table.publications().forEach(publication -> models.add(publication.model()));
    if (said == null ? models.size() > 1 : !models.contains(said)) {
      throw JobException.usage(
          "expected --model to be one of "
              + String.join(", ", models)
              + ", found "
              + (said == null ? "none" : "'" + said + "'")
              + ".");
    }
    return said == null ? models.first() : said;
  }

  /** Those of the model that belong to the baseline, to a window asked about, or before one. */
  private List<Publication> publications() {
    List<Publication> found = new ArrayList<>();
    Window before = before();
    for (Publication publication : stored()) {
      Window window = window(publication);
      expectWhole(window, baseline, "the baseline");
      boolean asked = span == null || span.overlaps(window);
      boolean reference = baseline != null && baseline.contains(window);
      if (asked || reference || joined(window).equals(before)) {
        found.add(publication);
      }
    }
    if (found.isEmpty()) {
      throw SideSource.nothing("stored windows of model " + model + " in " + location, "none");
    }
    return found;
  }

  private List<Publication> stored() {
    return table.publications().stream()
        .filter(one -> one.model().equals(model) && one.windowStart() != null)
        .toList();
  }

  /** The last window before those that are asked about; null when there is none. */
  private Window before() {
    Window last = null;
    for (Publication publication : stored()) {
      Window window = joined(window(publication));
      boolean earlier = span != null && window.start().isBefore(span.start());
      if (earlier && (last == null || window.start().isAfter(last.start()))) {
        last = window;
      }
    }
    return last;
  }

  private static void expectWhole(Window window, Window in, String what) {
    if (in != null && in.overlaps(window) && !in.contains(window)) {
      throw JobException.usage(
          "expected stored windows that lie within "
              + what
              + " ("
              + in
              + ") or outside of it, found "
              + window
              + "; move its ends.");
    }
  }

  private static Window window(Publication publication) {
    return new Window(publication.windowStart(), publication.windowEnd());
  }

  /** The window that a stored one becomes part of. */
  private Window joined(Window stored) {
    if (unit == null) {
      return stored;
    }
    Window joined = unit.around(stored.start(), zone);
    expectWhole(stored, joined, "one " + unit.text());
    return joined;
  }

  @Override
  public List<DriftColumn> columns() {
    return asked.columns();
  }

  @Override
  public List<NamedMetric> metrics() {
    return asked.metrics();
  }

  @Override
  public List<Path> paths() {
    return List.of();
  }

  @Override
  public void refuseOverlap(Path target) {
    table.refuseOverlap(List.of(target));
  }

  @Override
  public Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("state_table", location);
    record.put("model", model);
    record.put("time_zone", zone.getId());
    record.put("publications", publications.size());
    record.put("runs", publications.stream().map(Publication::runId).distinct().sorted().toList());
    return record;
  }

  @Override
  public String name() {
    return "model " + model + " in " + location;
  }

  @Override
  public Sides read(DriftQuestions questions) {
    TreeSet<Window> windows =
        new TreeSet<>(Comparator.comparing(Window::start).thenComparing(Window::end));
    publications.forEach(publication -> windows.add(joined(window(publication))));
    List<Window> inTime = new ArrayList<>(windows);
    // One period for each window and whether it is of the baseline, of which it may be a part.
    List<Period> periods = new ArrayList<>();
    Map<Period, Integer> numbers = new HashMap<>();
    TreeMap<String, Integer> byWindow = new TreeMap<>();
    for (Publication publication : publications) {
      Window stored = window(publication);
      boolean reference = baseline != null && baseline.contains(stored);
      Period period = new Period(inTime.indexOf(joined(stored)), reference);
      if (numbers.putIfAbsent(period, periods.size()) == null) {
        periods.add(period);
      }
      byWindow.put(key(stored), numbers.get(period));
    }
    return new Sides(
        SliceTable.read(PeriodKeys.add(states, number(byWindow)), Finish.DEFAULT),
        1,
        values -> periods.get(PeriodKeys.period(values)),
        inTime,
        baseline,
        span,
        unit == null ? "as stored" : unit.text());
  }

  private static String key(Window window) {
    return micros(window.start()) + "|" + micros(window.end());
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The number of the period by the columns of a stored window. */
  private static Column number(Map<String, Integer> byWindow) {
    List<Column> entries = new ArrayList<>();
    byWindow.forEach(
        (window, number) -> {
          entries.add(functions.lit(window));
          entries.add(functions.lit(number));
        });
    Column key =
        functions.expr(
            "concat(cast(unix_micros(window_start) AS string), '|',"
                + " cast(unix_micros(window_end) AS string))");
    return functions.element_at(functions.map(entries.toArray(new Column[0])), key);
  }
}
