package dev.slicewise.jobs.drift;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.compare.DriftColumn;
import dev.slicewise.core.compare.DriftQuestions;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The states of two evaluations' output directories. */
final class StatePair implements SideSource {
  private static final String STATES = "states";

  private final String referenceName;
  private final String currentName;
  private final Dataset<Row> reference;
  private final Dataset<Row> current;
  private final StateColumnsAsked asked;
  private final List<Path> paths = new ArrayList<>();

  private StatePair(SparkSession spark, SideOptions sides, QuestionOptions said) {
    this.referenceName = sides.referenceStates;
    this.currentName = sides.currentStates;
    this.reference =
        StateColumnsAsked.ofSlices(states(spark, "--reference-states", referenceName), said);
    this.current = StateColumnsAsked.ofSlices(states(spark, "--current-states", currentName), said);
    Suite suite = suite(reference, referenceName);
    expectSame(suite, suite(current, currentName));
    this.asked = StateColumnsAsked.of(suite, said);
    for (String name : List.of(referenceName, currentName)) {
      Path path = qualified(spark, "states", new Path(name));
      if (path != null) {
        paths.add(path);
      }
    }
  }

  static SideSource open(SparkSession spark, SideOptions sides, QuestionOptions asked) {
    return new StatePair(spark, sides, asked);
  }

  private static Dataset<Row> states(SparkSession spark, String flag, String directory) {
    Path inside = qualified(spark, flag, new Path(directory, STATES));
    String path = inside == null ? directory : inside.toString();
    if (inside == null && qualified(spark, flag, new Path(directory)) == null) {
      throw JobException.usage(
          "expected the output directory of an evaluation for "
              + flag
              + ", found no "
              + directory
              + ".");
    }
    try {
      Dataset<Row> states = spark.read().parquet(path);
      if (!List.of(states.columns()).containsAll(List.of("definition", "slice_key", "state"))) {
        throw JobException.usage(
            "expected the states of an evaluation in "
                + path
                + ", with the columns definition, slice_key and state, found "
                + String.join(", ", states.columns())
                + ".");
      }
      return states;
    } catch (JobException e) {
      throw e;
    } catch (Exception e) {
      throw JobException.usage("cannot read " + flag + " " + path + ": " + Failures.problem(e), e);
    }
  }

  /** The path in full; null when nothing is there. */
  private static Path qualified(SparkSession spark, String flag, Path path) {
    try {
      FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      return files.exists(path) ? files.makeQualified(path) : null;
    } catch (IOException e) {
      throw JobException.usage("cannot read " + flag + " " + path + ": " + Failures.problem(e), e);
    }
  }

  private static void expectSame(Suite reference, Suite current) {
    try {
      EvaluationPlan.of(reference).expectSame(EvaluationPlan.of(current));
    } catch (IllegalArgumentException e) {
      throw JobException.usage(
          "--reference-states and --current-states differ: " + Failures.sentence(e.getMessage()),
          e);
    }
  }

  /** The suite that some states were evaluated for. */
  static Suite suite(Dataset<Row> states, String where) {
    Row first = states.select("state").takeAsList(1).stream().findFirst().orElse(null);
    if (first == null) {
      throw SideSource.nothing("stored states in " + where, "none");
    }
    try {
      return Suite.parse(StateCodec.storedSuite((byte[]) first.get(0)), MetricCatalog.standard());
    } catch (StateFormatException | IllegalArgumentException e) {
      throw JobException.usage(where + ": " + Failures.sentence(e.getMessage()), e);
    }
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
    return paths;
  }

  @Override
  public Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("reference_states", referenceName);
    record.put("current_states", currentName);
    return record;
  }

  @Override
  public String name() {
    return currentName + " against " + referenceName;
  }

  @Override
  public Sides read(DriftQuestions questions) {
    return RowPair.paired(reference, current);
  }
}
