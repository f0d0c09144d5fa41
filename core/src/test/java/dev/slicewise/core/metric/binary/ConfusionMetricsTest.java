package dev.slicewise.core.metric.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.Rows;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Role;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionMetricsTest {
  private static final Offset<Double> EXACT = within(1e-15);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metric_binary_confusion",
        "metric_threshold_tie",
        "metric_no_predicted_positive",
        "metric_no_actual_positive"
      })
  void goldenConfusions(String id) {
    GoldenCase golden = GoldenCase.of(id);
    Rows rows = Rows.of(golden);
    for (Object name : ((Map<?, ?>) golden.expected()).keySet()) {
      String metric =
          switch ((String) name) {
            case "fbeta_2" -> "fbeta_score(beta=2)";
            case "fbeta_0_5" -> "fbeta_score(beta=0.5)";
            case "precision_zero_division_0" -> "precision(zero_division=0)";
            default -> (String) name;
          };
      golden.check(rows.value(metric), golden.expected((String) name));
      golden.check(rows.weighing(1).value(metric), golden.expected((String) name));
    }
  }

  @Test
  void goldenHugeCounts() {
    GoldenCase golden = GoldenCase.of("metric_huge_counts");
    for (Object name : ((Map<?, ?>) golden.expected()).keySet()) {
      Metric metric = MetricCatalog.standard().parse((String) name).metric();
      golden.check(metric.value(counted(golden)), golden.expected((String) name));
    }
  }

  /** A state whose cells are given, as its bytes. */
  private static StateView counted(GoldenCase golden) {
    StateWriter out = new StateWriter();
    for (String cell : new String[] {"tn", "fn", "fp", "tp"}) {
      out.unsigned(((Double) golden.inputs().get(cell)).longValue());
    }
    byte[] bytes = out.toBytes();
    CellCounts.State cells =
        Confusion.table(0.5).read(new StateReader(bytes, 0, bytes.length), false);
    return new StateView() {
      @Override
      @SuppressWarnings("unchecked")
      public <S extends State<S>> S state(Statistic<S> statistic) {
        assertThat(statistic).isEqualTo(Confusion.table(0.5));
        return (S) cells;
      }

      @Override
      public boolean weighted() {
        return false;
      }
    };
  }

  @Test
  void goldenExpectedCost() {
    GoldenCase golden = GoldenCase.of("metric_expected_cost");
    golden.check(
        Rows.of(golden).value("expected_cost(cost_fp=1, cost_fn=10)"),
        golden.expected("expected_cost"));
  }

  @Test
  void goldenCascade() {
    GoldenCase golden = GoldenCase.of("cascade");
    for (Object name : ((Map<?, ?>) golden.expected()).keySet()) {
      golden.check(Rows.of(golden).value((String) name), golden.expected((String) name));
    }
  }

  @Test
  void goldenFlips() {
    GoldenCase golden = GoldenCase.of("seed001_divergence");
    Rows rows =
        Rows.of(golden.input("label"), golden.input("prediction_b"))
            .with(Role.BASELINE, golden.input("prediction_a"));
    assertThat(rows.scalar("flip_rate").value()).isEqualTo(golden.expected("n_flips"));
    assertThat(rows.scalar("mcnemar").value()).isEqualTo(1.0);
  }

  @Test
  void flipsHaveADirection() {
    Rows rows =
        Rows.of(new double[] {1, 1, 0, 0, 1}, new double[] {.9, .8, .7, .1, .2})
            .with(Role.BASELINE, new double[] {.1, .2, .6, .9, .3});
    assertThat(rows.scalar("neg_to_pos_flip_rate").value()).isEqualTo(0.4);
    assertThat(rows.scalar("pos_to_neg_flip_rate").value()).isEqualTo(0.2);
    assertThat(rows.scalar("flip_rate").value()).isEqualTo(0.6);
    MetricValue.Scalar test = rows.scalar("mcnemar");
    // All three flips are towards the label; scipy 1.17.1 binomtest(0, 3).pvalue = 0.25.
    assertThat(test.value()).isEqualTo(0.25);
    assertThat(test.details()).containsEntry("only_prediction", 3.0);
    assertThat(test.details()).containsEntry("only_baseline", 0.0);
    assertThat(rows.weighing(1).scalar("mcnemar")).isEqualTo(test);
    assertThat(rows.weighing(0.25).scalar("mcnemar").value()).isEqualTo(0.25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // scikit-learn 1.9.1 with sample_weight
        "accuracy | 0.627906976744186",
        "matthews_corrcoef | 0.3004605146516862",
        "cohen_kappa | 0.2803347280334728",
        "balanced_accuracy | 0.6515837104072397",
        "balanced_accuracy(adjusted=true) | 0.30316742081447945",
        "fbeta_score(beta=2) | 0.5737704918032787",
        "jaccard | 0.4666666666666667",
        "positive_likelihood_ratio | 2.2884615384615383",
        "negative_likelihood_ratio | 0.6035502958579881",
        // By hand: tp 3.5, fp 1, fn 3, tn 3.25 over products of their margins.
        "markedness | 0.2977777777777778",
        "informedness | 0.30316742081447945",
        "diagnostic_odds_ratio | 3.7916666666666665",
        "support | 6.5",
        "prevalence | 0.6046511627906976",
      })
  void weightedRowsAgreeWithScikitLearn(String metric, double expected) {
    double[] weight = {1, 2, .5, 3, 1, .25, 2, 1};
    Rows rows = Rows.of(GoldenCase.of("loss_log_loss")).with(Role.WEIGHT, weight);
    assertThat(rows.scalar(metric).value()).isCloseTo(expected, within(1e-15));
  }

  @Test
  void balancedLogLossWeighsTheClassesAlike() {
    // scikit-learn 1.9.1 log_loss(sample_weight=compute_sample_weight("balanced", y)).
    Rows rows = Rows.of(new double[] {1, 0, 1, 1, 0, 1}, new double[] {.9, .1, .8, .35, .4, .6});
    assertThat(rows.scalar("balanced_log_loss").value()).isCloseTo(0.39019051176054226, EXACT);
    Rows positives = Rows.of(new double[] {1, 1}, new double[] {.5, .25});
    assertThat(positives.value("balanced_log_loss")).isEqualTo(positives.value("log_loss"));
  }

  @Test
  void proportionsHaveWilsonsInterval() {
    // statsmodels 0.15.0 proportion_confint(7, 10, method="wilson").
    Interval interval = Rows.of(GoldenCase.of("metric_binary_confusion")).interval("accuracy");
    assertThat(interval.method()).isEqualTo("wilson");
    assertThat(interval.low()).isCloseTo(0.39677814746114537, within(1e-9));
    assertThat(interval.high()).isCloseTo(0.8922087325936989, within(1e-9));
  }

  @Test
  void otherRatiosHaveTheDeltaMethodsInterval() {
    // Row by row in numpy 2.4.6 and scipy 1.17.1: var(x − R·y, ddof=1)/n/ȳ², t with 9 df.
    Interval interval = Rows.of(GoldenCase.of("metric_binary_confusion")).interval("f1_score");
    assertThat(interval.method()).isEqualTo("delta");
    assertThat(interval.standardError()).isCloseTo(0.1596845922445117, within(1e-9));
    assertThat(interval.low()).isCloseTo(0.3660410831382945, within(1e-9));
    assertThat(interval.high()).isEqualTo(1.0);
  }

  @Test
  void weightedProportionsHaveTheDeltaMethodsInterval() {
    // As above with √(n/(n−1)·Σw²(x − R·y)²)/Σwy and W²/Σw² − 1 degrees of freedom.
    double[] weight = {1, 2, .5, 3, 1, .25, 2, 1};
    Rows rows = Rows.of(GoldenCase.of("loss_log_loss")).with(Role.WEIGHT, weight);
    Interval interval = rows.interval("precision");
    assertThat(interval.standardError()).isCloseTo(0.22084621999997925, within(1e-9));
    assertThat(interval.low()).isCloseTo(0.19856941099126768, within(1e-9));
    assertThat(rows.weighing(1).interval("precision").standardError()).isPositive();
  }

  @Test
  void aRatioWithoutDeviationHasNoDeltaInterval() {
    Rows rows = Rows.of(new double[] {1, 0, 1}, new double[] {1, 0, 1});
    assertThat(rows.interval("f1_score")).isNull();
    assertThat(rows.interval("accuracy").low()).isBetween(0.4, 0.5);
  }

  @Test
  void theCascadeInOneLine() {
    GoldenCase golden = GoldenCase.of("cascade");
    MetricValue.Curve suite = (MetricValue.Curve) Rows.of(golden).value("cascade_suite");
    assertThat(suite.points()).hasSize(1);
    for (int c = 0; c < suite.columns().size(); c++) {
      golden.check(suite.points().get(0).get(c), golden.expected(suite.columns().get(c)));
    }
    Rows nobody =
        Rows.of(new double[] {0}, new double[] {0})
            .with(new Role("stage1"), new double[] {0})
            .with(new Role("stage2"), new double[] {0});
    suite = (MetricValue.Curve) nobody.value("cascade_suite");
    assertThat(suite.points().get(0)).containsExactly(null, 0.0, null, null, null, null);
  }
}
