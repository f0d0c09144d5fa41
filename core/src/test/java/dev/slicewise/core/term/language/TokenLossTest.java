package dev.slicewise.core.term.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.Asked;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Derivatives;
import dev.slicewise.core.term.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenLossTest {
  private static Rows rows(double[]... logprobs) {
    return Rows.of(List.of(Role.VALUE), new double[logprobs.length])
        .withObjects(Tokens.TOKEN_LOGPROBS, (Object[]) logprobs);
  }

  @Test
  void derivativesAreThoseOfFiniteDifferences() {
    ArrayLoss masked =
        (ArrayLoss)
            MetricCatalog.standard()
                .entry("token_nll")
                .bindLoss(Map.of("masked", "true", "logprob_floor", "-3"));
    Derivatives.check(
        masked,
        Map.of(
            Tokens.TOKEN_LOGPROBS, new double[] {-0.5, -2, -7},
            Tokens.MASK, new double[] {0, 1, 1}));
  }

  @Test
  void impossibleTokensAreInfiniteUnlessFloored() {
    Rows rows =
        rows(
            new double[] {-1, Double.NEGATIVE_INFINITY},
            new double[] {-2, -3},
            new double[] {0.1},
            new double[] {Double.POSITIVE_INFINITY});
    assertThat(Asked.result("token_nll", rows).counters())
        .containsEntry("n_used", 1L)
        .containsEntry("n_inf", 2L)
        .containsEntry("n_domain", 1L);
    MetricValue.Scalar floored = Asked.scalar("token_nll(logprob_floor=-10)", rows);
    assertThat(floored.value()).isEqualTo((1 + 10 + 2 + 3) / 4.0);
    assertThat(floored.details()).containsEntry("clipped", 1.0);
    assertThat(Asked.result("token_nll(logprob_floor=-10)", rows).counters())
        .containsEntry("n_used", 2L)
        .containsEntry("n_inf", 1L)
        .containsEntry("n_domain", 1L);
  }

  @Test
  void meansAreOverTokensAndSumsOverAll() {
    Rows rows = rows(new double[] {-1, -2, -3}, new double[] {}, new double[] {-4});
    assertThat(Asked.scalar("token_nll", rows).value()).isEqualTo(2.5);
    assertThat(Asked.scalar("token_nll(reduction=sum)", rows).value()).isEqualTo(10);
    assertThat(Asked.scalar("sequence_nll", rows).value()).isEqualTo(10 / 3.0);
    assertThat(Asked.value("token_nll", rows(new double[] {})))
        .isEqualTo(MetricValue.undefined("all that the mean divides by is 0"));
  }

  @Test
  void masksMustFit() {
    Rows rows =
        rows(new double[] {-1, -2}, new double[] {-1}, new double[] {-1})
            .withObjects(Tokens.MASK, new double[] {0, 1}, new double[] {1, 1}, new double[] {0.5});
    assertThat(Asked.scalar("token_nll(masked=true)", rows).value()).isEqualTo(2);
    assertThat(Asked.result("token_nll(masked=true)", rows).counters())
        .containsEntry("n_domain", 2L);
  }

  @Test
  void longTextsLoseNoDigits() {
    double[] logprobs = new double[100_000];
    java.util.Arrays.fill(logprobs, -0.1);
    // 0.1 as a double times 100,000, rounded once; adding one by one ends 1.9e-8 away.
    assertThat(Asked.scalar("sequence_nll", rows(logprobs)).value())
        .isEqualTo(10_000, within(2e-12));
  }
}
