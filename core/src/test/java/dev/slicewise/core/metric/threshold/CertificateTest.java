package dev.slicewise.core.metric.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.Rows;
import dev.slicewise.core.statistic.ScoreBins;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.term.Role;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Random rows against the definitions, row by row; and joined bins against their certificates. */
class CertificateTest {
  private static final int TRIALS = 300;

  private final Map<String, ToDoubleFunction<Oracle>> metrics = new LinkedHashMap<>();

  CertificateTest() {
    metrics.put("roc_auc", Oracle::auc);
    metrics.put("gini", oracle -> 2 * oracle.auc() - 1);
    metrics.put("roc_auc(max_fpr=0.3)", oracle -> oracle.partialAuc(0.3));
    metrics.put("average_precision", Oracle::averagePrecision);
    metrics.put("pr_auc_trapezoid", Oracle::trapezoid);
    metrics.put("ks_statistic", o -> o.best(t -> Math.abs(o.tp(t) / o.p - o.fp(t) / o.n)));
    metrics.put(
        "precision_at_recall(recall=0.5)",
        o -> o.best(t -> o.tp(t) >= 0.5 * o.p ? o.precision(t) : -1));
    metrics.put(
        "recall_at_precision(precision=0.625)",
        o -> o.best(t -> o.precision(t) >= 0.625 ? o.tp(t) / o.p : -1));
    metrics.put(
        "specificity_at_sensitivity(sensitivity=0.75)",
        o -> o.best(t -> o.tp(t) >= 0.75 * o.p ? 1 - o.fp(t) / o.n : -1));
    metrics.put(
        "fpr_at_tpr(tpr=0.75)", o -> -o.best(t -> o.tp(t) >= 0.75 * o.p ? -o.fp(t) / o.n : -2));
    metrics.put(
        "sensitivity_at_specificity(specificity=0.75)",
        o -> o.best(t -> o.fp(t) <= 0.25 * o.n ? o.tp(t) / o.p : -1));
    metrics.put(
        "recall_at_false_positive_rate(fpr=0.125)",
        o -> o.best(t -> o.fp(t) <= 0.125 * o.n ? o.tp(t) / o.p : -1));
    metrics.put("max_f1", o -> o.best(t -> 2 * o.tp(t) / (o.tp(t) + o.fp(t) + o.p)));
    metrics.put(
        "min_expected_cost(cost_fp=1, cost_fn=5, cost_tp=-2, cost_tn=0.5)",
        o ->
            -o.best(
                t ->
                    -(o.fp(t) + 5 * (o.p - o.tp(t)) - 2 * o.tp(t) + 0.5 * (o.n - o.fp(t)))
                        / (o.p + o.n)));
    metrics.put("lift(fraction=0.25)", o -> o.captured(0.25) / o.p / o.taken(0.25) * (o.p + o.n));
    metrics.put("gain(fraction=0.25)", o -> o.captured(0.25) / o.p);
  }

  @Test
  void valuesFollowTheDefinitionAndCertificatesHold() {
    for (int seed = 0; seed < TRIALS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      boolean weighted = seed % 2 == 1;
      Oracle oracle = Oracle.random(random, weighted);
      Rows rows = Rows.of(oracle.label, oracle.score);
      if (weighted) {
        rows.with(Role.WEIGHT, oracle.weight);
      }
      ScoreBins bins = rows.state("roc_auc").view().state(ScoreHistogram.OF_SCORES).bins();
      assertThat(bins.lossless()).isTrue();
      ScoreCurve coarse = ScoreCurve.of(joined(bins, random));
      for (Map.Entry<String, ToDoubleFunction<Oracle>> entry : metrics.entrySet()) {
        String name = "seed " + seed + " " + entry.getKey();
        double expected = entry.getValue().applyAsDouble(oracle);
        ScoreMetric metric = (ScoreMetric) MetricCatalog.standard().parse(entry.getKey()).metric();
        check(name, metric.value(ScoreCurve.of(bins)), expected, MetricValue.Exactness.EXACT);
        check(name, metric.value(coarse), expected, MetricValue.Exactness.BOUNDED);
      }
    }
  }

  private static void check(
      String name, MetricValue value, double expected, MetricValue.Exactness exactness) {
    if (value instanceof MetricValue.Undefined undefined) {
      // Only a precision can be out of reach; joined bins may hide that it is not.
      boolean hidden = undefined.reason().startsWith("no edge");
      assertThat(expected == -1 || hidden).as("%s: %s", name, undefined.reason()).isTrue();
      return;
    }
    MetricValue.Scalar scalar = (MetricValue.Scalar) value;
    // The definitions round a few hundred times.
    assertThat(Math.abs(scalar.value() - expected))
        .as("%s: %s for %s", name, scalar, expected)
        .isLessThanOrEqualTo(scalar.errorBound() + 1e-12);
    if (exactness == MetricValue.Exactness.EXACT) {
      assertThat(scalar.exactness()).as(name).isEqualTo(exactness);
    }
  }

  /** The same bins with some neighbours joined. */
  private static ScoreBins joined(ScoreBins bins, SplittableRandom random) {
    List<Double> low = new ArrayList<>();
    List<BigInteger> positives = new ArrayList<>();
    List<BigInteger> negatives = new ArrayList<>();
    for (int b = 0; b < bins.size(); b++) {
      if (b == 0 || random.nextInt(3) == 0) {
        low.add(bins.low()[b]);
        positives.add(bins.positives()[b]);
        negatives.add(bins.negatives()[b]);
      } else {
        int last = low.size() - 1;
        positives.set(last, positives.get(last).add(bins.positives()[b]));
        negatives.set(last, negatives.get(last).add(bins.negatives()[b]));
      }
    }
    double[] edges = low.stream().mapToDouble(Double::doubleValue).toArray();
    return new ScoreBins(
        edges,
        edges,
        positives.toArray(new BigInteger[0]),
        negatives.toArray(new BigInteger[0]),
        null,
        bins.unitBits(),
        false);
  }

  /** The definitions, by looking at every row for every threshold. */
  private static final class Oracle {
    final double[] label;
    final double[] score;
    final double[] weight;
    final double p;
    final double n;

    private Oracle(double[] label, double[] score, double[] weight) {
      this.label = label;
      this.score = score;
      this.weight = weight;
      this.p = tp(Double.NEGATIVE_INFINITY);
      this.n = fp(Double.NEGATIVE_INFINITY);
    }

    static Oracle random(SplittableRandom random, boolean weighted) {
      int rows = 4 + random.nextInt(60);
      int grid = 1 << random.nextInt(2, 8);
      double[] label = new double[rows];
      double[] score = new double[rows];
      double[] weight = new double[rows];
      for (int i = 0; i < rows; i++) {
        label[i] = i < 2 ? i : random.nextInt(2);
        score[i] = (random.nextInt(grid) + label[i] * grid / 4) / grid;
        // Multiples of 1/16 add without rounding.
        weight[i] = weighted ? (1 + random.nextInt(64)) / 16.0 : 1.0;
      }
      return new Oracle(label, score, weight);
    }

    double tp(double threshold) {
      return sum(1, threshold);
    }

    double fp(double threshold) {
      return sum(0, threshold);
    }

    private double sum(double wanted, double threshold) {
      double sum = 0;
      for (int i = 0; i < label.length; i++) {
        sum += label[i] == wanted && score[i] >= threshold ? weight[i] : 0;
      }
      return sum;
    }

    double precision(double threshold) {
      return tp(threshold) / (tp(threshold) + fp(threshold));
    }

    /** All distinct scores from the top, +∞ first. */
    List<Double> thresholds() {
      TreeSet<Double> distinct = new TreeSet<>();
      for (double s : score) {
        distinct.add(s);
      }
      distinct.add(Double.POSITIVE_INFINITY);
      return new ArrayList<>(distinct.descendingSet());
    }

    double best(ToDoubleFunction<Double> objective) {
      double best = -1e300;
      for (double threshold : thresholds()) {
        double value = objective.applyAsDouble(threshold);
        best = value > best ? value : best;
      }
      return best;
    }

    double auc() {
      double won = 0;
      for (int i = 0; i < label.length; i++) {
        for (int j = 0; j < label.length; j++) {
          if (label[i] == 1 && label[j] == 0) {
            double win = score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
            won += weight[i] * weight[j] * win;
          }
        }
      }
      return won / p / n;
    }

    double partialAuc(double end) {
      double area = 0;
      double x = 0;
      double y = 0;
      for (double threshold : thresholds()) {
        double nextX = fp(threshold) / n;
        double nextY = tp(threshold) / p;
        if (nextX > end && x < end) {
          nextY = y + (nextY - y) * (end - x) / (nextX - x);
          nextX = end;
        }
        if (nextX <= end) {
          area += (nextX - x) * (y + nextY) / 2;
          x = nextX;
          y = nextY;
        }
      }
      return (1 + (area - end * end / 2) / (end - end * end / 2)) / 2;
    }

    double averagePrecision() {
      double sum = 0;
      double recall = 0;
      for (double threshold : thresholds().subList(1, thresholds().size())) {
        sum += (tp(threshold) / p - recall) * precision(threshold);
        recall = tp(threshold) / p;
      }
      return sum;
    }

    double trapezoid() {
      double sum = 0;
      double recall = 0;
      double precision = 1;
      for (double threshold : thresholds().subList(1, thresholds().size())) {
        sum += (tp(threshold) / p - recall) * (precision + precision(threshold)) / 2;
        recall = tp(threshold) / p;
        precision = precision(threshold);
      }
      return sum;
    }

    double taken(double fraction) {
      double exact = fraction * (p + n);
      boolean counts = true;
      for (double w : weight) {
        counts &= w == 1.0;
      }
      return counts ? Math.ceil(exact) : exact;
    }

    double captured(double fraction) {
      double wanted = taken(fraction);
      double before = 0;
      double positives = 0;
      for (double threshold : thresholds()) {
        double rows = tp(threshold) + fp(threshold);
        if (rows >= wanted) {
          return positives + (tp(threshold) - positives) * (wanted - before) / (rows - before);
        }
        before = rows;
        positives = tp(threshold);
      }
      throw new AssertionError("the lowest threshold takes all rows");
    }
  }
}
