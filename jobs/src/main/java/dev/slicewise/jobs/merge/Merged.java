package dev.slicewise.jobs.merge;

import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.store.Publication;
import dev.slicewise.jobs.store.StateRows;
import dev.slicewise.jobs.store.StateTable;
import dev.slicewise.jobs.store.Window;
import dev.slicewise.jobs.store.WindowUnit;
import dev.slicewise.spark.SliceTable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The merged states of one model, and what they were made of. */
final class Merged implements AutoCloseable {
  private final Coarsening coarsening;
  private final SliceTable table;
  private final Selection selection;

  private Merged(Coarsening coarsening, SliceTable table, Selection selection) {
    this.coarsening = coarsening;
    this.table = table;
    this.selection = selection;
  }

  /** Merges publications of a table. */
  static Merged of(StateTable stored, Selection selection, Question question, ZoneId zone) {
    Map<List<String>, List<Publication>> parts = new LinkedHashMap<>();
    for (Publication one : selection.publications()) {
      parts.computeIfAbsent(one.definitions(), ignored -> new ArrayList<>()).add(one);
    }
    List<List<String>> definitions =
        selection.publications().stream().map(Publication::definitions).toList();
    Coarsening coarsening = new Coarsening(question.slices(), definitions);
    Dataset<Row> rows = null;
    boolean projects = false;
    for (Map.Entry<List<String>, List<Publication>> part : parts.entrySet()) {
      String what = part.getValue().get(0).window();
      Map<String, List<Coarsening.Target>> targets = coarsening.from(part.getKey(), what);
      projects |= coarsening.projects(targets);
      Projection projection = new Projection(targets, coarsening.made(), question.unit(), zone);
      Dataset<Row> projected = projection.of(stored.rows(part.getValue()), "window_start");
      rows = rows == null ? projected : rows.union(projected);
    }
    return read(rows, coarsening, projects, question, selection);
  }

  /** Merges output directories. */
  static Merged of(List<StatesDirectory> directories, Question question) {
    List<List<String>> definitions =
        directories.stream().map(StatesDirectory::definitions).toList();
    Coarsening coarsening = new Coarsening(question.slices(), definitions);
    Dataset<Row> rows = null;
    boolean projects = false;
    for (StatesDirectory directory : directories) {
      Map<String, List<Coarsening.Target>> targets =
          coarsening.from(directory.definitions(), directory.name());
      projects |= coarsening.projects(targets);
      Projection projection = new Projection(targets, coarsening.made(), null, null);
      Dataset<Row> projected = projection.of(directory.rows(), null);
      rows = rows == null ? projected : rows.union(projected);
    }
    return read(rows, coarsening, projects, question, null);
  }

  private static Merged read(
      Dataset<Row> rows,
      Coarsening coarsening,
      boolean projects,
      Question question,
      Selection selection) {
    SliceTable table = SliceTable.read(rows, question.finish());
    try {
      if (projects && table.plan().mayBeOfQueries()) {
        throw JobException.usage(
            "expected stored definitions for --slice, found finer ones of states of queries; the"
                + " candidates of a query are in several slices, so that slices of queries cannot"
                + " be joined. Evaluate the rows with the definition.");
      }
      SliceTable asked =
          question.metrics().isEmpty()
              ? table
              : table.select(question.metrics(), question.finish());
      return new Merged(coarsening, asked, selection);
    } catch (RuntimeException e) {
      table.close();
      throw e;
    }
  }

  SliceTable table() {
    return table;
  }

  Selection selection() {
    return selection;
  }

  List<String> leftOut() {
    return coarsening.leftOut();
  }

  /** The rows to publish: of one window, or of every one apart. */
  Dataset<Row> rows(SparkSession spark, String model, WindowUnit unit, ZoneId zone, String runId) {
    if (unit == null) {
      Window window = selection == null ? null : selection.window();
      return StateRows.of(table, spark, model, window, runId);
    }
    Map<String, Window> windows = new LinkedHashMap<>();
    for (Publication one : selection.publications()) {
      Window window = unit.around(one.windowStart(), zone);
      windows.put(unit.label(window.start(), zone), window);
    }
    return StateRows.byWindow(table, spark, model, windows, runId);
  }

  /** What {@code run.json} says about it. */
  Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    if (selection != null) {
      record.put("model", selection.model());
      record.put("window_start", selection.window() == null ? null : selection.window().start());
      record.put("window_end", selection.window() == null ? null : selection.window().end());
      record.put("gaps", selection.gaps().stream().map(Merged::record).toList());
      record.put(
          "publications", selection.publications().stream().map(Publication::record).toList());
    }
    record.put("definitions_left_out", leftOut());
    return record;
  }

  private static Map<String, Object> record(Window gap) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("start", gap.start());
    record.put("end", gap.end());
    return record;
  }

  @Override
  public void close() {
    table.close();
  }
}
