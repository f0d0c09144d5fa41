package dev.slicewise.core.metric.multiclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Several classes and several labels, weighted and not. Oracle: scikit-learn 1.9.1 with
 * zero_division=nan unless a case says otherwise.
 */
class MulticlassTest {
  private static final Role LABEL = Role.LABEL.as(Shape.TEXT);
  private static final Role PREDICTION = Role.PREDICTION.as(Shape.TEXT);
  private static final Role SCORES = Role.PREDICTION.as(Shape.NUMBERS);
  private static final double[] WEIGHTS = {1, 2, 1, .5, 3, 1, .25, 2, 1, 1.5};

  private static final Rows NAMES =
      Rows.of(List.of())
          .withObjects(LABEL, words("cat dog eel cat dog dog eel cat cat dog"))
          .withObjects(PREDICTION, words("cat dog eel dog dog cat dog cat fox dog"));

  private static final double[][] PROBABILITIES = {
    {.7, .2, .1}, {.3, .4, .3}, {.2, .5, .3}, {.5, .3, .2}, {.1, .8, .1},
    {.4, .3, .3}, {.05, .15, .8}, {.3, .3, .4}, {.25, .25, .5}, {.2, .6, .2}
  };
  private static final Rows CLASSES =
      Rows.of(List.of(Role.LABEL), new double[] {0, 1, 2, 0, 1, 1, 2, 0, 2, 1})
          .withObjects(LABEL, words("a b c a b b c a c b"))
          .withObjects(SCORES, (Object[]) PROBABILITIES);

  private static final double[][] LABELS = {
    {1, 0, 1}, {0, 0, 0}, {1, 1, 0}, {0, 1, 0}, {1, 0, 0}, {0, 1, 1}
  };
  private static final double[][] MARKS = {
    {.9, .2, .6}, {.1, .6, .2}, {.4, .8, .1}, {.2, .7, .5}, {.8, .1, .3}, {.3, .4, .9}
  };
  private static final Rows SETS =
      Rows.of(List.of())
          .withObjects(Role.LABEL.as(Shape.NUMBERS), (Object[]) LABELS)
          .withObjects(SCORES, (Object[]) MARKS);
  private static final double[] SET_WEIGHTS = {1, 2, .5, 1, 3, 1};

  private static Object[] words(String text) {
    return text.split(" ");
  }

  private static MetricResult result(String metric, Rows rows) {
    boolean weighted = rows.roles().contains(Role.WEIGHT);
    Suite suite = weighted ? Suite.of(metric).withWeights() : Suite.of(metric);
    Kernel kernel = new Kernel(metric, EvaluationPlan.of(suite));
    return Finish.DEFAULT.results(kernel.state(rows)).get(0);
  }

  private static double value(String metric, Rows rows) {
    assertThat(result(metric, rows).value()).as(metric).isInstanceOf(MetricValue.Scalar.class);
    return ((MetricValue.Scalar) result(metric, rows).value()).value();
  }

  private static MetricValue.Curve curve(String metric, Rows rows) {
    return (MetricValue.Curve) result(metric, rows).value();
  }

  private static void check(
      String metric, Rows rows, double[] weights, double plain, double weighted) {
    assertThat(value(metric, rows)).as(metric).isCloseTo(plain, within(1e-12));
    assertThat(value(metric, rows.with(Role.WEIGHT, weights)))
        .as("%s, weighted", metric)
        .isCloseTo(weighted, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "precision(average=macro) | 0.5666666666666667 | 0.6616379310344828",
        "recall(average=macro) | 0.5833333333333334 | 0.7777777777777777",
        "recall(average=macro,zero_division=0) | 0.4375 | 0.5833333333333333",
        "f1_score(average=macro) | 0.47619047619047616 | 0.6190317935083638",
        "jaccard(average=macro) | 0.35 | 0.5333333333333333",
        "precision(average=micro) | 0.6 | 0.7924528301886793",
        "jaccard(average=micro) | 0.42857142857142855 | 0.65625",
        "precision(average=weighted) | 0.7066666666666667 | 0.8565387117761875",
        "recall(average=weighted) | 0.6 | 0.7924528301886793",
        "f1_score(average=weighted) | 0.6285714285714286 | 0.8224717879903268",
        "jaccard(average=weighted) | 0.46 | 0.7066895368782161",
        "recall(average=macro,labels='cat;dog') | 0.625 | 0.7666666666666666",
        "precision(average=micro,labels='cat;dog') | 0.625 | 0.8444444444444444",
        "accuracy(task=multiclass) | 0.6 | 0.7924528301886793",
        "zero_one_loss(task=multiclass) | 0.4 | 0.2075471698113207",
        "hamming_loss(task=multiclass) | 0.4 | 0.2075471698113207",
        "balanced_accuracy(task=multiclass) | 0.5833333333333334 | 0.7777777777777777",
        "balanced_accuracy(task=multiclass,adjusted=true) | 0.375 | 0.6666666666666665",
        "matthews_corrcoef(task=multiclass) | 0.40625 | 0.6473577365506951",
        "cohen_kappa(task=multiclass) | 0.3939393939393939 | 0.6425505824647455",
        "cohen_kappa(task=multiclass,weights=linear) | 0.31818181818181823 | 0.5080605764533463",
        "cohen_kappa(task=multiclass,weights=quadratic) | 0.1428571428571428 | 0.2461131326496857"
      })
  void classesByName(String metric, double plain, double weighted) {
    check(metric, NAMES, WEIGHTS, plain, weighted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "roc_auc(average=macro) | 0.9027777777777777 | 0.88093967224402",
        "roc_auc(average=weighted) | 0.9 | 0.8892401008889933",
        "roc_auc(average=micro) | 0.9025 | 0.8953364186543254",
        "average_precision(average=macro) | 0.8434523809523808 | 0.7839235094407507",
        "average_precision(average=weighted) | 0.8421428571428571 | 0.8341448618611922",
        "average_precision(average=micro) | 0.8080952380952382 | 0.8004394245049282",
        "log_loss(task=multiclass) | 0.7228291176304996 | 0.719722518735915",
        "accuracy(task=multiclass_scores) | 0.7 | 0.6981132075471698",
        "top_k_accuracy(k=1) | 0.7 | 0.6981132075471698",
        "accuracy(task=multiclass_scores,classes='a;b;c') | 0.7 | 0.6981132075471698",
        "roc_auc(average=macro,classes='a;b;c') | 0.9027777777777777 | 0.88093967224402",
        // NumPy 2: |Σw(p − y)| of five equal-width bins, over W
        "ece(n_bins=5,task=multiclass) | 0.14 | 0.13584905660377358",
        "top_label_calibration_error(n_bins=5) | 0.14 | 0.13584905660377358",
        "classwise_calibration_error(n_bins=5) | 0.09333333333333334 | 0.11572327044025159",
        "ece(n_bins=5,task=classwise) | 0.09333333333333334 | 0.11572327044025159"
      })
  void classesByScore(String metric, double plain, double weighted) {
    check(metric, CLASSES, WEIGHTS, plain, weighted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f1_score(task=multilabel,average=macro) | 0.7555555555555555 | 0.7470588235294118",
        "f1_score(task=multilabel,average=micro) | 0.75 | 0.7692307692307693",
        "f1_score(task=multilabel,average=weighted) | 0.75 | 0.7872549019607844",
        "precision(task=multilabel,average=macro) | 0.7777777777777777 | 0.6984126984126985",
        "roc_auc(task=multilabel,average=macro) | 0.9629629629629629 | 0.9555555555555556",
        "roc_auc(task=multilabel,average=micro) | 0.94375 | 0.9629629629629629",
        "average_precision(task=multilabel,average=macro) | 0.9722222222222222 | 0.9407407407407407",
        "average_precision(task=multilabel,average=micro) | 0.9321428571428572 | 0.9349415204678363",
        "accuracy(task=multilabel) | 0.3333333333333333 | 0.47058823529411764",
        "hamming_loss(task=multilabel) | 0.2222222222222222 | 0.17647058823529413"
      })
  void labelsOfMany(String metric, double plain, double weighted) {
    check(metric, SETS, SET_WEIGHTS, plain, weighted);
  }

  @Test
  void oneAgainstOne() {
    assertThat(value("roc_auc(multi_class=ovo)", CLASSES))
        .isCloseTo(0.9050925925925926, within(1e-12));
    assertThat(value("roc_auc(multi_class=ovo,average=weighted)", CLASSES))
        .isCloseTo(0.9031250000000001, within(1e-12));
    assertThatThrownBy(() -> value("roc_auc(multi_class=ovo,average=micro)", CLASSES))
        .hasMessageContaining("expected average macro or weighted");
  }

  @Test
  void sharesOfRowsHaveWilsonIntervals() {
    // Wilson's formula for 6 of 10 with SciPy 1.17.1's norm.ppf(0.975)
    MetricResult accuracy = result("accuracy(task=multiclass)", NAMES);
    assertThat(accuracy.interval().low()).isCloseTo(0.31267376973365824, within(1e-12));
    assertThat(accuracy.interval().high()).isCloseTo(0.8318196702937638, within(1e-12));
  }

  @Test
  void adaptiveBinsOfConfidence() {
    // Five distinct confidences: |0.4 − 1/3|, |0.5 − 2/3|, 0.4, 0.3 and 0.2.
    assertThat(value("adaptive_calibration_error(task=multiclass)", CLASSES))
        .isCloseTo((0.4 - 1 / 3.0 + 2 / 3.0 - 0.5 + 0.4 + 0.3 + 0.2) / 5, within(1e-15));
  }

  @Test
  void balancedCrossEntropyIsTheMeanOfTheClasses() {
    // sample_weight=compute_sample_weight('balanced')
    assertThat(value("balanced_cross_entropy", CLASSES))
        .isCloseTo(0.7238592220538804, within(1e-12));
  }

  @Test
  void noneListsTheClasses() {
    MetricValue.Curve curve = curve("f1_score(average=none)", NAMES);
    assertThat(curve.columns()).containsExactly("class", "value", "support");
    assertThat(curve.classes()).containsExactly("cat", "dog", "eel", "fox");
    assertThat(curve.points())
        .containsExactly(
            List.of(0.0, 4 / 7.0, 4.0),
            List.of(1.0, 2 / 3.0, 4.0),
            List.of(2.0, 2 / 3.0, 2.0),
            List.of(3.0, 0.0, 0.0));
    assertThat(curve("recall(average=none)", NAMES).points().get(3))
        .isEqualTo(Arrays.asList(3.0, null, 0.0));
    MetricValue.Curve sets = curve("f1_score(task=multilabel,average=none)", SETS);
    assertThat(sets.classes()).isEmpty();
    assertThat(sets.points().get(1)).containsExactly(1.0, 2 / 3.0, 3.0);
    MetricValue.Scalar mean = (MetricValue.Scalar) result("recall(average=macro)", NAMES).value();
    assertThat(mean.details())
        .containsEntry("undefined_classes", 1.0)
        .containsEntry("classes", 3.0);
  }

  @Test
  void matrixAndBalance() {
    MetricValue.Curve matrix = curve("confusion_matrix(normalize=true)", NAMES);
    assertThat(matrix.points())
        .containsExactly(
            List.of(0.0, 0.0, 2.0, 0.5),
            List.of(0.0, 1.0, 1.0, 0.25),
            List.of(0.0, 3.0, 1.0, 0.25),
            List.of(1.0, 0.0, 1.0, 0.25),
            List.of(1.0, 1.0, 3.0, 0.75),
            List.of(2.0, 1.0, 1.0, 0.5),
            List.of(2.0, 2.0, 1.0, 0.5));
    assertThat(curve("class_balance", NAMES).points())
        .containsExactly(List.of(0.0, 4.0, 0.4), List.of(1.0, 4.0, 0.4), List.of(2.0, 2.0, 0.2));
    Rows numbers = Rows.of(List.of()).withObjects(LABEL, words("10 9 -1 10"));
    assertThat(curve("class_balance", numbers).classes())
        .as("numbers stand for themselves")
        .isEmpty();
    assertThat(curve("class_balance", numbers).points())
        .containsExactly(
            List.of(-1.0, 1.0, 0.25), List.of(9.0, 1.0, 0.25), List.of(10.0, 2.0, 0.5));
  }

  @Test
  void moreClassesThanAreToldApart() {
    Object[] labels = IntStream.range(0, 3000).mapToObj(i -> "c" + i / 2).toArray();
    Object[] guesses = IntStream.range(0, 3000).mapToObj(i -> "c" + (i + 1) / 2).toArray();
    Rows rows = Rows.of(List.of()).withObjects(LABEL, labels).withObjects(PREDICTION, guesses);
    assertThat(value("accuracy(task=multiclass)", rows)).isEqualTo(0.5);
    assertThat(value("f1_score(average=micro)", rows)).isEqualTo(0.5);
    for (String metric :
        List.of(
            "f1_score(average=macro)",
            "specificity(average=micro)",
            "matthews_corrcoef(task=multiclass)",
            "confusion_matrix")) {
      assertThat(result(metric, rows).value())
          .as(metric)
          .isEqualTo(MetricValue.undefined("more than 1000 classes"));
    }
  }

  @Test
  void rowsOutOfDomainAreCounted() {
    Rows rows =
        Rows.of(List.of())
            .withObjects(LABEL, "a", "x", "b", "c".repeat(300))
            .withObjects(SCORES, (Object[]) Arrays.copyOf(PROBABILITIES, 4));
    MetricResult result = result("accuracy(task=multiclass_scores,classes='a;b;c')", rows);
    assertThat(result.rows()).isEqualTo(2);
    assertThat(result.counters()).containsEntry("n_domain", 2L);
  }

  @Test
  void quantilesInArrays() {
    Object[] quantiles = {
      new double[] {1, 2, 3}, new double[] {1, 3, 2}, new double[] {0, 4, 5}, new double[] {2, 2, 2}
    };
    Rows rows =
        Rows.of(List.of(Role.LABEL), new double[] {2, 3, -1, 2.5})
            .withObjects(new Role("quantiles", Shape.NUMBERS), quantiles);
    assertThat(value("quantile_crossing_rate(given=quantiles)", rows)).isEqualTo(0.25);
    // Covered by the first 1 of 4, by the second 3, by the third 2: (0.15 + 0.25 + 0.4) / 3.
    assertThat(value("quantile_calibration_error(levels='0.1;0.5;0.9')", rows))
        .isCloseTo((0.15 + 0.25 + 0.4) / 3, within(1e-15));
    MetricResult other = result("quantile_calibration_error(levels='0.1;0.9')", rows);
    assertThat(other.counters()).as("as many quantiles as levels").containsEntry("n_domain", 4L);
  }
}
