package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.DriftColumn;
import dev.slicewise.core.compare.DriftQuestions;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.jobs.input.InputSource;
import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Two sets of rows, each read once. */
final class RowPair implements SideSource {
  private final SparkSession spark;
  private final InputSource reference;
  private final InputSource current;
  private final RowEvaluation evaluation;
  private final RowEvaluation ofCurrent;

  private RowPair(
      SparkSession spark,
      InputSource reference,
      InputSource current,
      RowEvaluation evaluation,
      RowEvaluation ofCurrent) {
    this.spark = spark;
    this.reference = reference;
    this.current = current;
    this.evaluation = evaluation;
    this.ofCurrent = ofCurrent;
  }

  static SideSource open(SparkSession spark, SideOptions sides, QuestionOptions asked) {
    InputSource reference = InputSource.open(spark, sides.referenceRows());
    InputSource current = InputSource.open(spark, sides.currentRows());
    for (InputSource side : List.of(reference, current)) {
      if (side.isEmptyText()) {
        throw SideSource.nothing("rows in " + side.name(), "none");
      }
    }
    RowEvaluation evaluation = RowEvaluation.of(reference.rows(), asked);
    return new RowPair(spark, reference, current, evaluation, evaluation.on(current.rows()));
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
    List<Path> paths = new ArrayList<>(reference.paths());
    paths.addAll(current.paths());
    return paths;
  }

  @Override
  public Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("reference", reference.identity());
    record.put("current", current.identity());
    return record;
  }

  @Override
  public String name() {
    return current.name() + " against " + reference.name();
  }

  @Override
  public Sides read(DriftQuestions questions) {
    try (SliceTable r =
            evaluation.run(reference, reference.rows(), evaluation.slices(), "the reference");
        SliceTable c =
            ofCurrent.run(current, current.rows(), evaluation.slices(), "the current rows")) {
      if (r.sliceCount() + c.sliceCount() == 0) {
        throw SideSource.nothing("rows to compare", "none on either side");
      }
      return paired(r.states(spark), c.states(spark));
    }
  }

  /** Two sets of states as one table. */
  static Sides paired(Dataset<Row> reference, Dataset<Row> current) {
    Dataset<Row> both =
        PeriodKeys.add(reference, functions.lit(0L))
            .union(PeriodKeys.add(current, functions.lit(1L)));
    return new Sides(
        SliceTable.read(both, Finish.DEFAULT),
        1,
        values ->
            PeriodKeys.period(values) == 0 ? new Period(Period.NONE, true) : new Period(0, false),
        Collections.singletonList(null),
        null,
        null,
        null);
  }
}
