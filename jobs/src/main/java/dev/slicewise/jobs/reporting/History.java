package dev.slicewise.jobs.reporting;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.text.Nearest;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.findings.SliceLabel;
import dev.slicewise.jobs.findings.Window;
import dev.slicewise.jobs.report.Questions;
import dev.slicewise.jobs.report.ReportContent;
import dev.slicewise.jobs.report.ReportInput;
import dev.slicewise.jobs.report.Series;
import dev.slicewise.jobs.store.Publication;
import dev.slicewise.jobs.store.StateTable;
import dev.slicewise.spark.SliceTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The windows of one model in a state table: the latest as an evaluation, all of the same plan as a
 * series.
 */
final class History implements AutoCloseable {
  private final StateTable table;
  private final List<Publication> publications = new ArrayList<>();
  private final Publication latest;
  private final int otherPlans;
  private SliceTable open;

  private History(StateTable table, List<Publication> own) {
    this.table = table;
    this.latest = own.get(own.size() - 1);
    for (Publication one : own) {
      if (one.fingerprint().equals(latest.fingerprint())) {
        publications.add(one);
      }
    }
    this.otherPlans = own.size() - publications.size();
  }

  /** Opens a table; the model need not be named where there is only one. */
  static History open(SparkSession spark, String location, String model) {
    StateTable table = StateTable.open(spark, location);
    List<String> known = table.publications().stream().map(Publication::model).distinct().toList();
    if (model == null ? known.size() > 1 : !known.contains(model)) {
      throw JobException.usage(
          "expected --model to be one of "
              + String.join(", ", known.stream().map(DisplayText::visible).toList())
              + ", found "
              + (model == null ? "none." : "'" + DisplayText.visible(model) + "'.")
              + (model == null ? "" : Nearest.hint(model, known)));
    }
    String asked = model == null ? known.get(0) : model;
    return new History(
        table, table.publications().stream().filter(p -> p.model().equals(asked)).toList());
  }

  /** What all windows said of every slice. */
  Series series(Finish finish) {
    Series series = new Series();
    StateCodec codec = new StateCodec(MetricCatalog.standard());
    Iterator<Row> rows =
        table
            .rows(publications)
            .select("window_start", "window_end", "definition", "slice_key", "state")
            .orderBy("window_start", "slice_key")
            .toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      SliceSpec spec = SliceSpec.parse(row.getString(2));
      SliceState state = codec.readStored(row.getAs(4));
      SliceKey key = SliceKey.fromBytes(row.getAs(3));
      SliceLabel slice = new SliceLabel(spec.names(), spec.display(key.values()));
      List<MetricResult> results = finish.results(state);
      series.add(Window.of(instant(row, 0), instant(row, 1)), slice, state.rows(), results);
    }
    return series;
  }

  private static Instant instant(Row row, int column) {
    Object value = row.isNullAt(column) ? null : row.get(column);
    return value instanceof java.sql.Timestamp time ? time.toInstant() : (Instant) value;
  }

  /** The latest window with all that is known over time; readable until this is closed. */
  ReportContent content(ReportContent others, String title, Finish finish) {
    open = SliceTable.read(table.rows(latest), finish);
    Map<String, Object> run = new LinkedHashMap<>(others.evaluation().run());
    run.put("state_table", table.location());
    run.put("published", latest.record());
    run.put("metrics", open.metrics().stream().map(metric -> metric.text()).toList());
    ReportInput input =
        new ReportInput(
            title == null ? latest.model() : title,
            facts(others.evaluation().facts()),
            open::iterator,
            open.definitions(),
            open.metrics(),
            finish.confidence(),
            run);
    List<MetricResult> answers =
        open.definitions().contains(SliceSpec.ALL) ? Questions.answers(open) : List.of();
    return new ReportContent(input, answers, others.findings(), series(finish));
  }

  private List<String> facts(List<String> others) {
    List<String> facts = new ArrayList<>();
    facts.add("model: " + latest.model());
    Window window = Window.of(latest.windowStart(), latest.windowEnd());
    facts.add(window.isNone() ? "no window" : "latest window: " + window.label());
    facts.add(publications.size() + (publications.size() == 1 ? " window" : " windows"));
    if (otherPlans > 0) {
      facts.add(otherPlans + " of other plans are left out");
    }
    facts.add("published by run " + latest.runId());
    facts.addAll(others);
    return facts;
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
    }
  }
}
