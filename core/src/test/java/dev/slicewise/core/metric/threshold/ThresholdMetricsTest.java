package dev.slicewise.core.metric.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.Rows;
import dev.slicewise.core.statistic.ScoreBins;
import dev.slicewise.core.term.Role;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdMetricsTest {
  private static final double[] LABEL = {0, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1};
  private static final double[] SCORE = {.05, .1, .12, .2, .25, .33, .4, .55, .6, .61, .8, .95};
  private static final double[] TIED = {1, 1, 2, 3, 3, 3, 4, 5, 5, 6, 6, 6};
  private static final double[] WEIGHT = {1, 2, .5, 3, 1, .25, 2, 1, .5, .5, 1, 4};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metric_auc_suite",
        "metric_auc_weighted",
        "metric_auc_all_ties",
        "metric_auc_one_class",
        "metric_auc_no_positive",
        "metric_d2_probability"
      })
  void goldenSuites(String id) {
    GoldenCase golden = GoldenCase.of(id);
    Rows rows = Rows.of(golden);
    for (Object name : ((Map<?, ?>) golden.expected()).keySet()) {
      golden.check(rows.value((String) name), golden.expected((String) name));
      if (!golden.inputs().containsKey("weight")) {
        golden.check(rows.weighing(1).value((String) name), golden.expected((String) name));
      }
    }
  }

  @Test
  void goldenDiscrimination() {
    GoldenCase golden = GoldenCase.of("metric_discrimination");
    golden.check(Rows.of(golden).value("tjur_r2"), (Double) golden.expected());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "precision_at_recall_0.9 | precision_at_recall(recall=0.9) |",
        "precision_at_recall_0.9_threshold | precision_at_recall(recall=0.9) | threshold",
        "recall_at_precision_0.8 | recall_at_precision(precision=0.8) |",
        "recall_at_precision_0.8_threshold | recall_at_precision(precision=0.8) | threshold",
        "specificity_at_sensitivity_0.85 | specificity_at_sensitivity(sensitivity=0.85) |",
        "fpr_at_tpr_0.85 | fpr_at_tpr(tpr=0.85) |",
        "sensitivity_at_specificity_0.8 | sensitivity_at_specificity(specificity=0.8) |",
        "sensitivity_at_specificity_0.8 | recall_at_false_positive_rate(fpr=0.2) |",
        "max_f1 | max_f1 |",
        "max_f1 | optimal_threshold(objective=f1) | objective_value",
        "youden_j_max | optimal_threshold(objective=youden) | objective_value",
      })
  void goldenAtConstraint(String key, String metric, String detail) {
    GoldenCase golden = GoldenCase.of("metric_at_constraint");
    for (Rows rows : List.of(Rows.of(golden), Rows.of(golden).weighing(1))) {
      MetricValue.Scalar value = rows.scalar(metric);
      golden.check(
          detail == null ? value.value() : value.details().get(detail), golden.expected(key));
    }
  }

  @Test
  void goldenConstraintsAreTestedInDecimals() {
    GoldenCase golden = GoldenCase.of("at_constraint_ceil_trap");
    double[] label = new double[102];
    double[] score = new double[102];
    for (int i = 0; i < 100; i++) {
      label[i] = 1;
      score[i] = (100 - i) / 100.0;
    }
    score[100] = 0.9;
    score[101] = 0.455;
    for (Rows rows : List.of(Rows.of(label, score), Rows.of(label, score).weighing(1))) {
      MetricValue.Scalar value = rows.scalar("specificity_at_sensitivity(sensitivity=0.55)");
      golden.check(value.value(), golden.expected("specificity"));
      for (String detail : new String[] {"threshold", "fp", "tp"}) {
        golden.check(value.details().get(detail), golden.expected(detail));
      }
    }
  }

  @Test
  void goldenUnreachablePrecision() {
    GoldenCase golden = GoldenCase.of("at_constraint_unreachable");
    golden.check(Rows.of(golden).value("recall_at_precision(precision=0.99)"), null);
  }

  @Test
  void goldenCost() {
    GoldenCase golden = GoldenCase.of("metric_expected_cost");
    MetricValue.Scalar value = Rows.of(golden).scalar("min_expected_cost(cost_fp=1, cost_fn=10)");
    golden.check(value.value(), golden.expected("min_expected_cost"));
    golden.check(value.details().get("argmin_threshold"), golden.expected("argmin_threshold"));
    golden.check(value.details().get("bayes_threshold"), golden.expected("bayes_threshold"));
    // From 1/11 on there is one false positive more than from the best threshold on.
    assertThat(value.details().get("regret")).isCloseTo(1 / 12.0, within(1e-15));
  }

  @Test
  void goldenLift() {
    GoldenCase golden = GoldenCase.of("metric_lift");
    for (Rows rows : List.of(Rows.of(golden), Rows.of(golden).weighing(1))) {
      golden.check(rows.value("lift(fraction=0.25)"), golden.expected("lift"));
      golden.check(rows.value("gain(fraction=0.25)"), golden.expected("gain"));
    }
  }

  @Test
  void goldenCertificate() {
    GoldenCase golden = GoldenCase.of("state_auc_certificate");
    List<?> cells = (List<?>) ((Map<?, ?>) golden.expected()).get("bins_ascending");
    long[][] counts = new long[cells.size()][];
    for (int b = 0; b < counts.length; b++) {
      List<?> cell = (List<?>) cells.get(b);
      counts[b] =
          new long[] {((Double) cell.get(0)).longValue(), ((Double) cell.get(1)).longValue()};
    }
    ScoreBins bins = joinedBins(0, counts);
    MetricValue.Scalar value = (MetricValue.Scalar) new RocAuc().value(ScoreCurve.of(bins));
    assertThat(value.exactness()).isEqualTo(MetricValue.Exactness.BOUNDED);
    golden.check(value.value(), golden.expected("roc_auc"));
    golden.check(value.errorBound(), golden.expected("max_abs_error"));
    assertThat(Math.abs(value.value() - golden.expected("exact")))
        .isLessThanOrEqualTo(value.errorBound());
  }

  /** Bins of which none holds a single score, each with its positives and negatives in units. */
  private static ScoreBins joinedBins(int unitBits, long[]... counts) {
    BigInteger[] positives = new BigInteger[counts.length];
    BigInteger[] negatives = new BigInteger[counts.length];
    double[] low = new double[counts.length];
    for (int b = 0; b < counts.length; b++) {
      low[b] = b;
      positives[b] = BigInteger.valueOf(counts[b][0]);
      negatives[b] = BigInteger.valueOf(counts[b][1]);
    }
    return new ScoreBins(low, low, positives, negatives, null, unitBits, false);
  }

  @Test
  void averagePrecisionOfJoinedBinsIsTheMiddleOfItsExtremes() {
    long[][] counts = {{7, 90_000}, {1000, 5000}, {300, 100}};
    var value =
        (MetricValue.Scalar) new AveragePrecision().value(ScoreCurve.of(joinedBins(0, counts)));
    // Python 3.11 fsum of (t+i)/(t+i+F) over all positives; scipy 1.17.1 digamma agrees to 1e-13.
    assertThat(value.value()).isCloseTo(0.5629940550948966, within(1e-14));
    assertThat(value.errorBound()).isCloseTo(0.37809194182927175, within(1e-14));
    // Halves of units: the integrals a − F·ln((t+F+a)/(t+F)) of the same weights, Python 3.11.
    long[][] halves = {{14, 180_000}, {2000, 10_000}, {600, 200}};
    value = (MetricValue.Scalar) new AveragePrecision().value(ScoreCurve.of(joinedBins(1, halves)));
    assertThat(value.value()).isCloseTo(0.5627883518541328, within(1e-14));
  }

  /** scikit-learn 1.9.1 and numpy 2.4.6. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "roc_auc(max_fpr=0.1) | 0.6240601503759399",
        "roc_auc(max_fpr=0.3) | 0.6358543417366946",
        "roc_auc(max_fpr=0.5) | 0.6761904761904761",
        "roc_auc(max_fpr=1) | 0.7428571428571429",
        "pr_auc_trapezoid | 0.7984693877551019",
        "d2_log_loss_score | 0.03923376095100428",
        "normalized_entropy | 0.96076623904899572",
        "d2_brier_score | 0.04843428571428554",
        "optimal_threshold(objective=mcc) | 0.12",
      })
  void plainRowsAgreeWithScikitLearn(String metric, double expected) {
    assertThat(Rows.of(LABEL, SCORE).scalar(metric).value()).isCloseTo(expected, within(1e-14));
  }

  /** scikit-learn 1.9.1 with sample_weight. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "roc_auc | 0.8609625668449198",
        "roc_auc(max_fpr=0.1) | 0.7382493667323389",
        "roc_auc(max_fpr=0.3) | 0.8193148322906108",
        "roc_auc(max_fpr=0.5) | 0.8326896415131708",
        "average_precision | 0.8447810622767741",
        "pr_auc_trapezoid | 0.8805036809324974",
        "ks_statistic | 0.7290552584670231",
      })
  void tiedWeightedScoresAgreeWithScikitLearn(String metric, double expected) {
    Rows rows = Rows.of(LABEL, TIED).with(Role.WEIGHT, WEIGHT);
    assertThat(rows.scalar(metric).value()).isCloseTo(expected, within(1e-14));
  }

  @Test
  void weightedD2AgreesWithScikitLearn() {
    // scikit-learn 1.9.1 d2_log_loss_score and d2_brier_score with sample_weight.
    Rows rows = Rows.of(LABEL, SCORE).with(Role.WEIGHT, WEIGHT);
    assertThat(rows.scalar("d2_log_loss_score").value())
        .isCloseTo(0.44616943128498543, within(1e-14));
    assertThat(rows.scalar("d2_brier_score").value()).isCloseTo(0.5120166666666666, within(1e-14));
  }

  @Test
  void curvesAgreeWithScikitLearn() {
    // scikit-learn 1.9.1 roc_curve(drop_intermediate=False, sample_weight) and det_curve.
    double[] fpr = {0, 0.058823529411764705, 0.058823529411764705, 0.29411764705882354};
    double[] tpr = {0, 0.6060606060606061, 0.7878787878787878, 0.7878787878787878};
    List<List<Double>> roc = curve(Rows.of(LABEL, TIED).with(Role.WEIGHT, WEIGHT), "roc_curve");
    assertThat(roc).hasSize(7);
    assertThat(roc.get(0).get(0)).isInfinite();
    for (int i = 0; i < fpr.length; i++) {
      assertThat(roc.get(i).get(1)).isCloseTo(fpr[i], within(1e-15));
      assertThat(roc.get(i).get(2)).isCloseTo(tpr[i], within(1e-15));
    }
    List<List<Double>> det = curve(Rows.of(LABEL, TIED), "det_curve");
    assertThat(det.get(5)).containsExactly(2.0, 0.6, 0.0);
    assertThat(det.get(1)).containsExactly(6.0, 0.2, 5 / 7.0);
    List<List<Double>> pr = curve(Rows.of(LABEL, TIED), "pr_curve");
    assertThat(pr.get(0).get(1)).isNull();
    assertThat(pr.get(1)).containsExactly(6.0, 2 / 3.0, 2 / 7.0);
    List<List<Double>> tables = curve(Rows.of(LABEL, TIED), "confusion_matrix_at_thresholds");
    assertThat(tables.get(1)).containsExactly(6.0, 2.0, 1.0, 5.0, 4.0);
    List<List<Double>> costs = curve(Rows.of(LABEL, SCORE), "cost_curve(cost_fn=10)");
    assertThat(costs).anySatisfy(point -> assertThat(point).containsExactly(0.12, 0.25));
  }

  private static List<List<Double>> curve(Rows rows, String metric) {
    return ((MetricValue.Curve) rows.value(metric)).points();
  }

  @Test
  void thinnedCurvesKeepTheHull() {
    int n = 3000;
    double[] label = new double[n];
    double[] score = new double[n];
    for (int i = 0; i < n; i++) {
      score[i] = i;
      label[i] = i >= 1500 || i % 3 == 0 ? 1 : 0;
    }
    List<List<Double>> points = curve(Rows.of(label, score), "roc_curve(max_points=50)");
    assertThat(points).hasSize(50).doesNotHaveDuplicates();
    assertThat(points.get(0)).containsExactly(Double.POSITIVE_INFINITY, 0.0, 0.0);
    assertThat(points.get(49)).containsExactly(0.0, 1.0, 1.0);
    // All 1,500 upper rows are positive, of 500 more below: the hull's one corner.
    assertThat(points).anySatisfy(p -> assertThat(p).containsExactly(1500.0, 0.0, 0.75));
    double[] thresholds = points.stream().mapToDouble(p -> -p.get(0)).toArray();
    assertThat(thresholds).isSorted();
  }

  @Test
  void aCornerAmongManyIsKept() {
    double[] label = new double[4000];
    Arrays.fill(label, 0, 2000, 1);
    double[] score = new double[4000];
    for (int i = 0; i < 4000; i++) {
      score[i] = -i;
    }
    List<List<Double>> points = curve(Rows.of(label, score), "roc_curve(max_points=3)");
    assertThat(points.get(1)).containsExactly(-1999.0, 0.0, 1.0);
  }

  @Test
  void normalizedGiniAgreesWithItsDefinition() {
    // numpy 2.4.6: cumulative sums of the labels in descending order of the prediction.
    double[] label = {3, 0, 10, 2, 7, 1, 0, 4};
    double[] prediction = {2, 1, 6, 3, 8, 1.5, .5, 2.5};
    assertThat(Rows.of(label, prediction).scalar("normalized_gini").value())
        .isCloseTo(0.8956521739130436, within(1e-15));
    assertThat(Rows.of(label, label).scalar("normalized_gini").value()).isEqualTo(1.0);
    assertThat(Rows.of(label, new double[8]).scalar("normalized_gini").value()).isZero();
    assertThat(Rows.of(new double[8], label).value("normalized_gini"))
        .isInstanceOf(MetricValue.Undefined.class);
  }

  @Test
  void predictingNoneMayBeBest() {
    Rows rows = Rows.of(new double[] {0, 0, 1}, new double[] {.9, .8, .1});
    assertThat(rows.scalar("optimal_threshold(objective=cost)").value()).isInfinite();
    assertThat(rows.scalar("sensitivity_at_specificity").details())
        .containsEntry("threshold", Double.POSITIVE_INFINITY);
    assertThat(rows.scalar("sensitivity_at_specificity").value()).isZero();
  }

  @Test
  void rowsTooLightForTheHistogramLeaveNothing() {
    double[] weight = new double[12];
    Arrays.fill(weight, 0x1p-70);
    Rows rows = Rows.of(LABEL, SCORE).with(Role.WEIGHT, weight);
    for (var metric : ThresholdMetrics.ALL) {
      if (metric instanceof ScoreMetric) {
        String id =
            metric.getClass().getAnnotation(dev.slicewise.core.metric.MetricInfo.class).id();
        MetricValue value = rows.value(id);
        assertThat(value instanceof MetricValue.Undefined || value instanceof MetricValue.Curve)
            .as(id)
            .isTrue();
      }
    }
  }
}
