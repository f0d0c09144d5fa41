package dev.slicewise.spark.ml;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.term.Role;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.EvaluationException;
import dev.slicewise.spark.SliceTable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;

/**
 * Any metric of the catalogue that is one number and of which more or less is better, as an MLlib
 * {@link Evaluator}: for {@code CrossValidator}, {@code TrainValidationSplit} and whoever else
 * selects models.
 *
 * <pre>{@code
 * new CrossValidator()
 *     .setEvaluator(
 *         new SlicewiseEvaluator()
 *             .setMetricName("recall(threshold=0.3)")
 *             .setLabelCol("late")
 *             .setPredictionCol("probability"))
 * }</pre>
 *
 * <p>Columns may be numbers, arrays, or ML vectors. A metric that reads one probability a row takes
 * it from a vector of two classes: that of class 1, as MLlib does. The value is the one every other
 * way through Slicewise gives, to the bit. Where it is undefined, evaluation fails with the reason,
 * since an average over folds must not swallow a NaN.
 */
public final class SlicewiseEvaluator extends Evaluator implements DefaultParamsWritable {
  private static final long serialVersionUID = 1L;

  private final String uid;
  private final Param<String> labelCol;
  private final Param<String> predictionCol;
  private final Param<String> weightCol;
  private final Param<String> metricName;
  private final Param<String> profile;
  private final StringArrayParam roles;

  /** Creates an evaluator under a name of its own. */
  public SlicewiseEvaluator() {
    this(Identifiable$.MODULE$.randomUID("slicewise"));
  }

  /** Creates an evaluator under a name, as reading a saved one does. */
  public SlicewiseEvaluator(String uid) {
    this.uid = uid;
    labelCol = text("labelCol", "column or expression of the observed value", ParamCheck.ANY);
    predictionCol =
        text(
            "predictionCol",
            "column or expression of the predicted value, probability, score, array or vector",
            ParamCheck.ANY);
    weightCol = text("weightCol", "column or expression of a row's weight", ParamCheck.ANY);
    metricName =
        text(
            "metricName",
            "a metric of the catalogue, its parameters in parentheses, such as fbeta_score(beta=2)",
            ParamCheck.METRIC);
    profile =
        text(
            "profile",
            "whose conventions parameters follow that are not given: slicewise, sklearn, mllib,"
                + " torchmetrics or tfma",
            ParamCheck.PROFILE);
    roles =
        new StringArrayParam(
            this, "roles", "columns of other roles, each written role=column", ParamCheck.ROLES);
    setDefault(labelCol, "label");
    setDefault(predictionCol, "prediction");
    setDefault(profile, "slicewise");
    setDefault(roles, new String[0]);
  }

  private Param<String> text(String name, String doc, ParamCheck<String> check) {
    return new Param<>(uid, name, doc, check, String.class);
  }

  /** Reads evaluators that were written. */
  public static MLReader<SlicewiseEvaluator> read() {
    return new DefaultParamsReader<>();
  }

  /** Reads an evaluator from a path. */
  public static SlicewiseEvaluator load(String path) {
    return read().load(path);
  }

  @Override
  public String uid() {
    return uid;
  }

  /** The observed value; {@code label} unless set. */
  public Param<String> labelCol() {
    return labelCol;
  }

  /** The predicted value; {@code prediction} unless set. */
  public Param<String> predictionCol() {
    return predictionCol;
  }

  /** The weight of a row; without it every row weighs 1. */
  public Param<String> weightCol() {
    return weightCol;
  }

  /** The metric. */
  public Param<String> metricName() {
    return metricName;
  }

  /** Whose conventions parameters follow that are not given. */
  public Param<String> profile() {
    return profile;
  }

  /** Columns of other roles, each written {@code role=column}. */
  public StringArrayParam roles() {
    return roles;
  }

  /** Sets {@link #labelCol}. */
  public SlicewiseEvaluator setLabelCol(String column) {
    set(labelCol, column);
    return this;
  }

  /** Sets {@link #predictionCol}. */
  public SlicewiseEvaluator setPredictionCol(String column) {
    set(predictionCol, column);
    return this;
  }

  /** Sets {@link #weightCol}. */
  public SlicewiseEvaluator setWeightCol(String column) {
    set(weightCol, column);
    return this;
  }

  /** Sets {@link #metricName}; refuses what is no number or has no better and worse. */
  public SlicewiseEvaluator setMetricName(String metric) {
    set(metricName, metric);
    return this;
  }

  /** Sets {@link #profile}. */
  public SlicewiseEvaluator setProfile(String name) {
    set(profile, name);
    return this;
  }

  /** Sets {@link #roles}. */
  public SlicewiseEvaluator setRoles(String... rolesAndColumns) {
    set(roles, rolesAndColumns.clone());
    return this;
  }

  @Override
  public SlicewiseEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  @Override
  public boolean isLargerBetter() {
    return SelectionMetric.isLargerBetter(metric());
  }

  private NamedMetric metric() {
    if (!isSet(metricName)) {
      throw new IllegalArgumentException(
          "expected the name of a metric in metricName, found none; call setMetricName(\"rmse\")");
    }
    return SelectionMetric.parse(getOrDefault(metricName), getOrDefault(profile));
  }

  @Override
  public double evaluate(Dataset<?> dataset) {
    NamedMetric metric = metric();
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put(Role.LABEL.name(), getOrDefault(labelCol));
    columns.put(Role.PREDICTION.name(), getOrDefault(predictionCol));
    if (isSet(weightCol) && !getOrDefault(weightCol).isEmpty()) {
      columns.put(Role.WEIGHT.name(), getOrDefault(weightCol));
    }
    for (String role : getOrDefault(roles)) {
      int equals = role.indexOf('=');
      columns.put(role.substring(0, equals).trim(), role.substring(equals + 1).trim());
    }
    Evaluation evaluation =
        Evaluation.of(VectorColumns.asNumbers(dataset.toDF(), metric.roles(), columns))
            .profile(getOrDefault(profile))
            .metrics(getOrDefault(metricName))
            .withoutIntervals();
    columns.forEach(evaluation::role);
    try (SliceTable table = evaluation.run()) {
      return value(metric, table.iterator());
    }
  }

  private static double value(NamedMetric metric, Iterator<SliceResult> allRows) {
    String reason = "no rows";
    String counters = "";
    if (allRows.hasNext()) {
      MetricResult result = allRows.next().metrics().get(0);
      if (result.value() instanceof MetricValue.Scalar scalar) {
        return scalar.value();
      }
      reason = ((MetricValue.Undefined) result.value()).reason();
      counters = " " + result.counters();
    }
    throw new EvaluationException(
        "expected a value of "
            + metric.text()
            + " to select a model by, found it undefined: "
            + reason
            + counters
            + "; give more rows a fold, or another metric");
  }
}
