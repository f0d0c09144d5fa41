package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.DriftColumn;
import dev.slicewise.core.compare.DriftQuestions;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.jobs.failure.JobException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Where both sides come from. Opened and understood first, read once. */
interface SideSource {
  /** The columns that are compared. */
  List<DriftColumn> columns();

  /** The metrics whose change is shown. */
  List<NamedMetric> metrics();

  /** What is read of the file system. */
  List<Path> paths();

  /** Refuses to write to a place that it is read from. */
  default void refuseOverlap(Path target) {}

  /** What {@code run.json} says about it. */
  Map<String, Object> record();

  /** A short name for people. */
  String name();

  /** Reads both sides; expects to be able to answer these questions. */
  Sides read(DriftQuestions questions);

  /** Opens what was named. */
  static SideSource open(SparkSession spark, SideOptions sides, QuestionOptions asked) {
    // As for slices by time: a day is what the session's clock says.
    ZoneId zone = ZoneId.of(spark.conf().get("spark.sql.session.timeZone"), ZoneId.SHORT_IDS);
    return switch (sides.kind()) {
      case ROWS -> RowPair.open(spark, sides, asked);
      case ROWS_BY_TIME -> RowWindows.open(spark, sides, asked, zone);
      case STATES -> StatePair.open(spark, sides, asked);
      case STATE_TABLE -> StateWindows.open(spark, sides, asked, zone);
    };
  }

  /** That there is nothing to compare. */
  static JobException nothing(String expected, String found) {
    return JobException.tooLittleData(
        "expected " + expected + ", found " + found + "; nothing was written.");
  }
}
