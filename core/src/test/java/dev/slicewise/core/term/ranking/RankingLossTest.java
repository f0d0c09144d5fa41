package dev.slicewise.core.term.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.Asked;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Derivatives;
import dev.slicewise.core.term.Role;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingLossTest {
  private static ArrayLoss loss(String id, Map<String, String> parameters) {
    return (ArrayLoss) MetricCatalog.standard().entry(id).bindLoss(parameters);
  }

  private static Map<Role, Object> list(double[] labels, double[] scores) {
    return Map.of(Lists.LABELS, labels, Lists.SCORES, scores);
  }

  @Test
  void derivativesAreThoseOfFiniteDifferences() {
    List<ArrayLoss> losses =
        List.of(
            loss("pairwise_logistic", Map.of("sigma", "1.7")),
            loss("pairwise_logistic", Map.of("pair_reduction", "sum")),
            loss("pairwise_hinge", Map.of("margin", "0.8")),
            loss("listwise_softmax", Map.of()),
            loss("listwise_softmax", Map.of("label_normalization", "sum")),
            loss("listnet", Map.of()),
            loss("lambda_ndcg", Map.of("sigma", "0.6")),
            loss("lambda_ndcg", Map.of("gain", "linear")),
            loss("approx_ndcg", Map.of("temperature", "0.7")));
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 40; trial++) {
      int length = random.nextInt(2, 7);
      double[] labels = random.ints(length, 0, 4).asDoubleStream().toArray();
      labels[0] = labels[1] + 1;
      double[] scores = new double[length];
      for (int i = 0; i < length; i++) {
        // Far from one another, so that no step changes a rank or reaches a kink of the hinge.
        scores[i] = 0.31 * ((i * 5 + trial) % 11) + 0.01 * i * i;
      }
      for (ArrayLoss loss : losses) {
        Derivatives.check(loss, list(labels, scores));
      }
    }
  }

  /** The lead at which the expected loss is least when the first item wins with probability. */
  private static double lead(ArrayLoss loss, double probability) {
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (int i = -400; i <= 400; i++) {
      double[] scores = {i / 100.0, 0};
      double first = loss.value(Derivatives.row(loss, list(new double[] {1, 0}, scores)));
      double second = loss.value(Derivatives.row(loss, list(new double[] {0, 1}, scores)));
      double expected = probability * first + (1 - probability) * second;
      if (expected < least) {
        least = expected;
        best = i / 100.0;
      }
    }
    return best;
  }

  @Test
  void logOddsOfPairsAreElicited() {
    // Half a step of the grid.
    for (String id : new String[] {"pairwise_logistic", "listwise_softmax"}) {
      assertThat(lead(loss(id, Map.of()), 0.8)).as(id).isEqualTo(Math.log(4), within(0.005));
    }
    assertThat(lead(loss("pairwise_logistic", Map.of("sigma", "2")), 0.8))
        .isEqualTo(Math.log(4) / 2, within(0.005));
    ArrayLoss listnet = loss("listnet", Map.of());
    double[] gradient =
        listnet.gradient(
            Derivatives.row(listnet, list(new double[] {3, 1, 0}, new double[] {5, 3, 2})));
    for (double slope : gradient) {
      assertThat(slope).as("at scores that are the labels, shifted").isEqualTo(0, within(1e-15));
    }
  }

  private static Rows rows(double[][] labels, double[][] scores) {
    return Rows.of(List.of(Role.VALUE), new double[labels.length])
        .withObjects(Lists.LABELS, (Object[]) labels)
        .withObjects(Lists.SCORES, (Object[]) scores);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pairwise_logistic", "pairwise_hinge", "lambda_ndcg", "approx_ndcg"})
  void listsThatAreTooLongAreOutOfDomainAndEmptyOnesAreSkipped(String id) {
    Rows rows =
        rows(
            new double[][] {{1, 0}, {1, 0, 2}, {}, {0, 0}, {1}},
            new double[][] {{2, 1}, {1, 2, 3}, {}, {1, 2}, {1, 2}});
    MetricResult result = Asked.result(id + "(max_pairs_list=2)", rows);
    assertThat(result.counters())
        .containsEntry("n_used", 1L)
        .containsEntry("n_domain", 2L)
        .containsEntry("n_groups_skipped", 2L);
  }

  @Test
  void hugeScoresOverflowInsteadOfBecomingNan() {
    double huge = Double.MAX_VALUE;
    double[][] labels = {{1, 0, 0}};
    double[][] wrong = {{-huge, huge, 0}};
    for (String id : new String[] {"pairwise_logistic", "pairwise_hinge", "listwise_softmax"}) {
      assertThat(Asked.scalar(id, rows(labels, wrong)).value()).as(id).isInfinite().isPositive();
    }
    assertThat(Asked.scalar("lambda_ndcg", rows(labels, wrong)).value()).isInfinite();
    assertThat(Asked.scalar("approx_ndcg", rows(labels, wrong)).value())
        // One item of gain 1 on the third of three places: −1/log₂ 4.
        .isEqualTo(-0.5, within(1e-15));
    double[][] right = {{huge, -huge, 0}};
    for (String id : new String[] {"pairwise_logistic", "pairwise_hinge", "listwise_softmax"}) {
      assertThat(Asked.scalar(id, rows(labels, right)).value()).as(id).isZero();
    }
  }

  @Test
  void rowWeightsAreGroupWeights() {
    double[][] labels = {{1, 0}, {1, 0}};
    double[][] scores = {{0.6, 0.8}, {0, 0}};
    Rows rows = rows(labels, scores).with(Role.WEIGHT, new double[] {3, 1});
    // TF-Ranking's documentation: ln(1 + e^0.2) = 0.7981388693815918; and ln 2.
    assertThat(Asked.scalar("pairwise_logistic", rows).value())
        .isEqualTo((3 * 0.7981388693815918 + Math.log(2)) / 4, within(1e-15));
  }
}
