package dev.slicewise.spark;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.spark.scan.SliceJob;
import dev.slicewise.spark.scan.SliceScan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Evaluates predictions: all metrics, for all slices, in one scan of a table.
 *
 * <pre>{@code
 * SliceTable table =
 *     Evaluation.of(predictions)
 *         .label("arr_delay")
 *         .prediction("predicted_delay")
 *         .metrics("mae", "rmse", "quantile_abs_error(q=0.99)")
 *         .slices(Slices.all(), Slices.by("carrier", "origin"))
 *         .run();
 * }</pre>
 *
 * <p>Columns are given by name or as SQL expressions. Results do not depend on partitioning, order,
 * retries or cluster, to the bit. Errors in what the user asked are {@link EvaluationException}s.
 */
public final class Evaluation {
  private final Dataset<Row> input;
  private final Map<String, String> roles = new LinkedHashMap<>();
  private final List<String> metrics = new ArrayList<>();
  private final Set<SliceSpec> slices = new LinkedHashSet<>();
  private String weight;
  private String key;
  private String group;
  private String positiveLabel;
  private double confidence = Finish.DEFAULT.confidence();
  private boolean jackknife;
  private boolean clustered;
  private Finish.InvalidRows invalid = Finish.InvalidRows.SKIP;
  private long memoryBudget;
  private Profile profile = Profile.SLICEWISE;

  private Evaluation(Dataset<Row> input) {
    this.input = input;
  }

  /** Starts an evaluation of a table. */
  public static Evaluation of(Dataset<Row> input) {
    return new Evaluation(input);
  }

  /** The observed value. */
  public Evaluation label(String column) {
    return role("label", column);
  }

  /** The predicted value, probability or score. */
  public Evaluation prediction(String column) {
    return role("prediction", column);
  }

  /** The weight of a row, finite and at least 0; without it every row weighs 1. */
  public Evaluation weight(String column) {
    this.weight = column;
    return this;
  }

  /** Another role that a metric needs; an unbound one is the column of the same name. */
  public Evaluation role(String role, String column) {
    if (role.equals("weight")) {
      return weight(column);
    }
    roles.put(role, column);
    return this;
  }

  /** What identifies a row, for hash groups and ties; without it, the columns that are read. */
  public Evaluation key(String column) {
    this.key = column;
    return this;
  }

  /** What makes rows alike, such as a user: intervals take its values for independent, not rows. */
  public Evaluation cluster(String column) {
    this.key = column;
    this.clustered = true;
    return jackknife();
  }

  /**
   * The query that a row is a candidate of, for ranking metrics. Its candidates become one list,
   * best prediction first, ties by the hash of the row key, in every slice that has any of them.
   * Without a group, a row is one query whose label and prediction are arrays.
   */
  public Evaluation group(String column) {
    this.group = column;
    return this;
  }

  /** The label that counts as 1, for labels that are not 0, 1 or boolean. */
  public Evaluation positiveLabel(String value) {
    this.positiveLabel = value;
    return this;
  }

  /** Metrics by name, each argument one or a comma-separated list. */
  public Evaluation metrics(String... names) {
    metrics.addAll(List.of(names));
    return this;
  }

  /** Whose conventions parameters follow that are not given, see {@link Profile#names}. */
  public Evaluation profile(String name) {
    try {
      this.profile = Profile.of(name);
    } catch (IllegalArgumentException e) {
      throw new EvaluationException(e.getMessage(), e);
    }
    return this;
  }

  /** Slice definitions; without any, all rows are one slice. */
  public Evaluation slices(SliceSpec... specs) {
    slices.addAll(List.of(specs));
    return this;
  }

  /** The level of confidence intervals, in (0, 1); 0.95 unless told. */
  public Evaluation confidence(double level) {
    if (!(level > 0 && level < 1)) {
      throw new EvaluationException("expected a confidence level in (0, 1), found " + level);
    }
    this.confidence = level;
    return this;
  }

  /** No intervals: less to remember. */
  public Evaluation withoutIntervals() {
    this.confidence = 0;
    return this;
  }

  /** Intervals for every metric from 32 hash groups: up to 32 times the memory a slice. */
  public Evaluation jackknife() {
    this.jackknife = true;
    return this;
  }

  /** What happens to rows that a metric cannot use; they are counted in any case. */
  public Evaluation invalid(Finish.InvalidRows policy) {
    this.invalid = policy;
    return this;
  }

  /** Bytes of slice states a task may hold before it passes partial states on. */
  public Evaluation memoryBudget(long bytesPerTask) {
    if (bytesPerTask < 1) {
      throw new EvaluationException(
          "expected a memory budget of at least 1 byte, found " + bytesPerTask);
    }
    this.memoryBudget = bytesPerTask;
    return this;
  }

  /** Checks everything and says what would be done; reads no row. */
  public EvaluationPreview preview() {
    Suite suite = suite();
    EvaluationPlan plan = EvaluationPlan.of(suite);
    List<String> read = columns(plan, definitions()).columnsRead();
    List<SliceSpec> asked = scans().get(0);
    InputColumns columns = columns(plan, asked);
    try (SliceJob job = job(suite, columns, asked)) {
      return new EvaluationPreview(
          plan,
          definitions(),
          read,
          SliceScan.finestGrain(definitions()).stream().map(Dimension::name).toList(),
          job.coarserGrains(),
          job.scanKind(),
          columns.prepared().queryExecution().executedPlan().toString());
    }
  }

  /**
   * Reads the rows once, or once for each slice definition when there is a group, and returns the
   * results of every slice.
   */
  public SliceTable run() {
    Suite suite = suite();
    EvaluationPlan plan = EvaluationPlan.of(suite);
    List<SliceJob> jobs = new ArrayList<>();
    try {
      for (List<SliceSpec> asked : scans()) {
        jobs.add(job(suite, columns(plan, asked), asked));
      }
      return SliceTable.of(
          plan, definitions(), new Finish(confidence, invalid), SliceJob.runAll(jobs));
    } finally {
      jobs.forEach(SliceJob::close);
    }
  }

  /** Definitions scanned together: all, but queries differ by slice and cannot be rolled up. */
  private List<List<SliceSpec>> scans() {
    return group == null ? List.of(definitions()) : definitions().stream().map(List::of).toList();
  }

  private SliceJob job(Suite suite, InputColumns columns, List<SliceSpec> asked) {
    SliceScan scan =
        new SliceScan(
            suite,
            asked,
            columns.readers(),
            columns.hasKey(),
            columns.dimensionKinds(),
            memoryBudget);
    return new SliceJob(columns.prepared(), scan, SliceScan.finestGrain(asked));
  }

  private List<SliceSpec> definitions() {
    return slices.isEmpty() ? List.of(SliceSpec.ALL) : List.copyOf(slices);
  }

  private InputColumns columns(EvaluationPlan plan, List<SliceSpec> asked) {
    InputRoles said = new InputRoles(roles, weight, key, group, positiveLabel);
    return InputColumns.resolve(input, plan, said, SliceScan.finestGrain(asked));
  }

  private Suite suite() {
    try {
      List<NamedMetric> named =
          MetricCatalog.standard().parseList(String.join(",", metrics), profile);
      Suite suite = new Suite(named, weight != null, confidence > 0 && !clustered, jackknife);
      // What metrics need is looked up for a plan, and may be refused there.
      return EvaluationPlan.of(suite).suite();
    } catch (IllegalArgumentException e) {
      throw new EvaluationException(e.getMessage(), e);
    }
  }
}
