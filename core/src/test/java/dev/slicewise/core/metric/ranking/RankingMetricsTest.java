package dev.slicewise.core.metric.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.Asked;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.InvalidRowsException;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.ranking.Lists;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingMetricsTest {
  private static final double[][] LABELS = {
    {0, 2, 1, 0, 3, 0}, {1, 0, 0, 1}, {0, 0, 1, 0, 1, 1, 0}, {2, 2}, {0, 0, 0}, {1, 0}
  };
  private static final double[][] SCORES = {
    {.3, .9, .9, .2, .1, .3},
    {.4, .4, .4, .4},
    {.9, .1, .8, .7, .7, .2, .3},
    {.1, .2},
    {.3, .2, .1},
    {.2, .7}
  };

  private static Rows rows(double[][] labels, double[][] scores) {
    return Rows.of(List.of(Role.VALUE), new double[labels.length])
        .withObjects(Lists.LABELS, (Object[]) labels)
        .withObjects(Lists.SCORES, (Object[]) scores);
  }

  /** ndcg: scikit-learn 1.9.1 ndcg_score, mean over queries with a positive label. */
  @ParameterizedTest
  @CsvSource({
    "'ndcg_at_k(k=2)', 0.6183606077094931",
    "'ndcg_at_k(k=4)', 0.6888907267095472",
    "'ndcg_at_k(k=0)', 0.7672053498195418",
    "'ndcg_at_k(k=2,gain=exponential)', 0.5769161614571258",
    "'ndcg_at_k(k=4,gain=exponential)', 0.6555957204395626",
    "'ndcg_at_k(k=0,gain=exponential)', 0.7421206732131709",
  })
  void discountedGains(String metric, double expected) {
    assertThat(Asked.scalar(metric, rows(LABELS, SCORES)).value())
        .isEqualTo(expected, within(1e-14));
  }

  /**
   * By hand. In order of the scores the items of the six queries are relevant (1) or not as 110001,
   * 1001, 0101010, 11, 000, 01.
   */
  @ParameterizedTest
  @CsvSource({
    "'r_precision', '2/3 1/2 1/3 1 0'",
    "'min_label_position', '1 1 2 1 2'",
    "'mrr', '1 1 1/2 1 1/2'",
    "'mrr(k=1)', '1 1 0 1 0'",
    "'mrr(empty_group=zero)', '1 1 1/2 1 0 1/2'",
    "'mrr(empty_group=one)', '1 1 1/2 1 1 1/2'",
    "'mrr(relevance_threshold=2)', '1 1'",
    "'hit_rate_at_k(k=1)', '1 1 0 1 0'",
    "'precision_at_k(k=4)', '1/2 1/2 1/2 1/2 1/4'",
    "'precision_at_k(k=4,adaptive_k=true)', '1/2 1/2 1/2 1 1/2'",
    "'precision_at_k(k=0)', '1/2 1/2 3/7 1 1/2'",
    "'recall_at_k(k=2)', '2/3 1/2 1/3 1 1'",
    "'fall_out_at_k(k=4)', '2/3 1 1/2 1 1'",
    "'fall_out_at_k(k=2)', '0 1/2 1/4 2/3 1'",
    "'fall_out_at_k(k=2,empty_group=one)', '0 1/2 1/4 1 2/3 1'",
    "'map_at_k(k=2)', '1 1/2 1/4 1 1/2'",
    "'map_at_k(k=2,normalization=relevant_retrieved)', '1 1 1/2 1 1/2'",
    "'map_at_k(k=2,normalization=total_relevant)', '2/3 1/2 1/6 1 1/2'",
    // scikit-learn 1.9.1 average_precision_score, where no scores tie across labels.
    "'map_at_k(k=0)', '5/6 3/4 1/2 1 1/2'",
  })
  void retrieval(String metric, String groups) {
    double[] values =
        Arrays.stream(groups.split(" "))
            .mapToDouble(
                text -> {
                  String[] parts = text.split("/");
                  double above = Double.parseDouble(parts[0]);
                  return parts.length == 1 ? above : above / Double.parseDouble(parts[1]);
                })
            .toArray();
    assertThat(Asked.scalar(metric, rows(LABELS, SCORES)).value())
        .isEqualTo(Arrays.stream(values).average().orElseThrow(), within(1e-15));
    assertThat(Asked.result(metric, rows(LABELS, SCORES)).rows()).isEqualTo(values.length);
  }

  @Test
  void groupAuc() {
    double[][] binary = new double[LABELS.length][];
    Arrays.setAll(binary, i -> Arrays.stream(LABELS[i]).map(y -> Math.min(y, 1)).toArray());
    Rows rows = rows(binary, SCORES);
    // scikit-learn 1.9.1 roc_auc_score of each of the four queries that have both labels.
    assertThat(Asked.scalar("gauc", rows).value()).isEqualTo(0.5153508771929824, within(1e-15));
    assertThat(Asked.scalar("gauc(group_weight=weight)", rows).value())
        .isEqualTo(0.42708333333333326, within(1e-15));
    assertThat(Asked.result("gauc", rows).counters()).containsEntry("n_groups_skipped", 2L);
  }

  @Test
  void pairsAreCountedAsByLookingAtEach() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 300; trial++) {
      int n = random.nextInt(1, 25);
      double[] labels = random.ints(n, -1, 3).mapToDouble(y -> y == 0 ? -0.0 : y).toArray();
      double[] scores = random.ints(n, -2, 5).mapToDouble(s -> s / 4.0).toArray();
      double right = 0;
      double pairs = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (labels[i] > labels[j]) {
            pairs++;
            right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
          }
        }
      }
      assertThat(PairCounts.count(labels, scores))
          .isEqualTo(new PairCounts.Counted(right, pairs, n));
    }
  }

  @Test
  void queriesAreCounted() {
    MetricValue.Scalar statistics = Asked.scalar("query_statistics", rows(LABELS, SCORES));
    assertThat(statistics.value()).isEqualTo(4);
    assertThat(statistics.details())
        .containsEntry("total_queries", 6.0)
        .containsEntry("total_documents", 24.0)
        .containsEntry("min_documents", 2.0)
        .containsEntry("max_documents", 7.0);
  }

  @Test
  void groupsWeighAsTheirRows() {
    Rows rows = rows(LABELS, SCORES).with(Role.WEIGHT, new double[] {2, 1, 3, 1, 5, 1});
    assertThat(Asked.scalar("r_precision", rows).value())
        .isEqualTo((2 * 2 / 3.0 + 0.5 + 3 / 3.0 + 1) / 8, within(1e-15));
  }

  @Test
  void intervalsAreOverGroups() {
    Interval interval = Asked.result("mrr", rows(LABELS, SCORES)).interval();
    // R 4.3 t.test(c(1, 1, .5, 1, .5)): 0.8 ± 2.776445 · 0.2738613/√5.
    assertThat(interval.low()).isEqualTo(0.8 - 0.340044, within(1e-5));
    assertThat(interval.high()).isEqualTo(0.8 + 0.340044, within(1e-5));
  }

  @Test
  void aGroupWithoutAValueIsNoInvalidRow() {
    Kernel kernel = new Kernel("mrr", EvaluationPlan.of(Suite.of("mrr")));
    SliceState state = kernel.state(rows(LABELS, SCORES));
    Finish strict = new Finish(0, Finish.InvalidRows.FAIL);
    assertThat(strict.results(state).get(0).value()).isInstanceOf(MetricValue.Scalar.class);
    SliceState broken =
        kernel.state(rows(new double[][] {{1}, {1, 0}}, new double[][] {{}, {1, 2}}));
    assertThatThrownBy(() -> strict.results(broken))
        .isInstanceOf(InvalidRowsException.class)
        .hasMessageContaining("n_domain=1");
  }

  @Test
  void negativeOrOverwhelmingRelevanceHasNoGain() {
    Rows rows =
        rows(new double[][] {{1, -1}, {1, 0}, {961, 0}}, new double[][] {{1, 2}, {2, 1}, {2, 1}});
    assertThat(Asked.result("ndcg_at_k(gain=exponential)", rows).counters())
        .containsEntry("n_used", 1L)
        .containsEntry("n_domain", 2L);
    assertThat(Asked.result("ndcg_at_k", rows).counters()).containsEntry("n_domain", 1L);
  }
}
