package dev.slicewise.core.metric.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.Asked;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.language.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageMetricsTest {
  /** The tokens that golden case llm_perplexity leaves unmasked: 7.85 nats in 7 tokens. */
  private static Rows rows() {
    return Rows.of(List.of(TokenRatio.BYTES, TokenRatio.WORDS), bytes(), new double[] {3, 2, 4})
        .withObjects(
            Tokens.TOKEN_LOGPROBS,
            new double[] {-2.3, -0.7},
            new double[] {-1.2, -0.05},
            new double[] {-3.0, -0.4, -0.2});
  }

  private static double[] bytes() {
    return new double[] {11, 6, 15};
  }

  @Test
  void perBytesAndWords() {
    // mpmath 1.3.0 at 40 digits: exp(7.85/32), exp(7.85/9).
    assertThat(Asked.scalar("byte_perplexity", rows()).value())
        .isEqualTo(1.278020632255615, within(1e-15));
    assertThat(Asked.scalar("word_perplexity", rows()).value())
        .isEqualTo(2.3922209978405488, within(2e-15));
  }

  @Test
  void intervalsAreThoseOfTheRateCarriedOver() {
    Interval nats = Asked.result("token_nll", rows()).interval();
    Interval perplexity = Asked.result("perplexity", rows()).interval();
    assertThat(perplexity.low()).isEqualTo(Math.exp(nats.low()), within(1e-12));
    assertThat(perplexity.high()).isEqualTo(Math.exp(nats.high()), within(1e-9));
    double value = Asked.scalar("perplexity", rows()).value();
    assertThat(perplexity.standardError()).isEqualTo(nats.standardError() * value, within(1e-12));
  }

  @Test
  void withoutBytesThereIsNoRate() {
    Rows none = rows().with(TokenRatio.BYTES, new double[3]);
    assertThat(Asked.value("bits_per_byte", none))
        .isEqualTo(MetricValue.undefined("no bytes in any row"));
    Rows negative = rows().with(TokenRatio.BYTES, new double[] {-1, 6, 15});
    assertThat(Asked.result("bits_per_byte", negative).counters()).containsEntry("n_domain", 1L);
    assertThat(Asked.scalar("perplexity", rows().with(new Role("extra"), new double[3])).value())
        .isPositive();
  }
}
