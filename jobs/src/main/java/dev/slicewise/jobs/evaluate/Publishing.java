package dev.slicewise.jobs.evaluate;

import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.jobs.config.PublishConfig;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.NumberText;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.output.Survey;
import dev.slicewise.jobs.store.Publication;
import dev.slicewise.jobs.store.StateRows;
import dev.slicewise.jobs.store.StateTable;
import dev.slicewise.jobs.store.Window;
import dev.slicewise.spark.SliceTable;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** An evaluation's states on their way into a state table. */
final class Publishing {
  private final PublishConfig config;
  private final SparkSession spark;
  private final ZoneId zone;
  private final StateTable table;
  private final Map<String, Long> rowsByWindow = new TreeMap<>();
  private long rowsWithoutTime;
  private List<Publication> published = List.of();

  private Publishing(PublishConfig config, SparkSession spark, List<Path> apartFrom) {
    this.config = config;
    this.spark = spark;
    // As for slices by time: a day is what the session's clock says.
    this.zone = ZoneId.of(spark.conf().get("spark.sql.session.timeZone"), ZoneId.SHORT_IDS);
    this.table = StateTable.openOrNew(spark, config.location());
    table.refuseOverlap(apartFrom);
  }

  /**
   * Checks that the table can be published to; null when nothing shall be.
   *
   * @param apartFrom what is read or written elsewhere
   */
  static Publishing check(PublishConfig config, SparkSession spark, List<Path> apartFrom) {
    return config == null ? null : new Publishing(config, spark, apartFrom);
  }

  /** The results, while their windows are noted. */
  Iterator<SliceResult> noting(Iterator<SliceResult> results) {
    if (!config.cutsByTime()) {
      return results;
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return results.hasNext();
      }

      @Override
      public SliceResult next() {
        SliceResult slice = results.next();
        note(slice);
        return slice;
      }
    };
  }

  private void note(SliceResult slice) {
    if (slice.key().definition() > 0) {
      return;
    }
    String window = (String) slice.key().values().get(0);
    if (window == null) {
      rowsWithoutTime += slice.rows();
    } else {
      rowsByWindow.merge(window, slice.rows(), Long::sum);
    }
  }

  /** Refuses rows that belong to no window, unless the user said that they be left out. */
  void check(Survey survey, boolean skips) {
    if (rowsWithoutTime > 0 && !skips) {
      throw JobException.usage(
          "expected a time in every row for --time-column "
              + config.timeColumn()
              + ", found none in "
              + NumberText.count(rowsWithoutTime)
              + " of "
              + NumberText.count(survey.rows())
              + " rows; correct them, or say --invalid skip to count them and leave them out of"
              + " the state table.");
    }
    if (config.cutsByTime() && rowsByWindow.isEmpty()) {
      throw JobException.tooLittleData(
          "expected rows with a time in --time-column "
              + config.timeColumn()
              + ", found none; nothing was written.");
    }
  }

  private Map<String, Window> windows() {
    Map<String, Window> windows = new LinkedHashMap<>();
    for (String label : rowsByWindow.keySet()) {
      windows.put(label, config.unit().of(label, zone));
    }
    return windows;
  }

  /** Publishes all windows at once. */
  void publish(SliceTable results) {
    Dataset<Row> rows =
        config.cutsByTime()
            ? StateRows.byWindow(results, spark, config.model(), windows(), config.runId())
            : StateRows.of(results, spark, config.model(), config.window(zone), config.runId());
    published = table.publish(rows);
  }

  /** What {@code run.json} says about it. */
  Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("location", config.location());
    record.put("model", config.model());
    record.put("time_column", config.timeColumn());
    record.put("window", config.unit() == null ? null : config.unit().text());
    record.put("time_zone", zone.getId());
    record.put("rows_without_time", rowsWithoutTime);
    record.put("publications", published.stream().map(this::record).toList());
    return record;
  }

  private Map<String, Object> record(Publication publication) {
    Map<String, Object> said = publication.record();
    said.put(
        "replaced",
        table.publications().stream()
            .filter(old -> old.key().equals(publication.key()))
            .map(Publication::runId)
            .findFirst()
            .orElse(null));
    return said;
  }

  /** What was done, for people. */
  String line() {
    String windows =
        published.size() == 1
            ? published.get(0).windowStart() == null
                ? "without a window"
                : "of " + published.get(0).window()
            : "of " + NumberText.count(published.size()) + " windows";
    String skipped =
        rowsWithoutTime == 0
            ? ""
            : "; " + NumberText.count(rowsWithoutTime) + " rows without a time were left out";
    return "States of model "
        + DisplayText.visible(config.model())
        + " "
        + windows
        + " are in "
        + DisplayText.visible(config.location())
        + skipped;
  }
}
