package dev.slicewise.core.term.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.term.NumberLoss;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Derivatives against finite differences, and what the losses elicit, by brute force. */
class PreferenceLossTest {
  /** Of central differences with steps of 1e-4 and 1e-3: truncation 1e-8, rounding 1e-9. */
  private static final double TOLERANCE = 1e-6;

  private static NumberLoss loss(String... parameters) {
    Map<String, String> texts =
        parameters.length == 1
            ? Map.of()
            : Map.of(parameters[1].split("=")[0], parameters[1].split("=")[1]);
    return (NumberLoss) MetricCatalog.standard().entry(parameters[0]).bindLoss(texts);
  }

  private static final NumberLoss[] LOSSES = {
    loss("bradley_terry"),
    loss("bradley_terry", "margin=0.5"),
    loss("dpo", "beta=0.5"),
    loss("dpo", "label_smoothing=0.2"),
    loss("dpo", "loss_type=hinge"),
    loss("dpo", "loss_type=ipo"),
  };

  @Test
  void derivativesWithRespectToTheChosenAnswerAreThose() {
    SplittableRandom random = new SplittableRandom(5);
    for (NumberLoss loss : LOSSES) {
      for (int trial = 0; trial < 200; trial++) {
        double[] row = random.doubles(loss.domain().roles().size(), -6, 6).toArray();
        double[] moved = row.clone();
        DoubleUnaryOperator along =
            step -> {
              moved[0] = row[0] + step;
              return loss.value(moved);
            };
        double first = (along.applyAsDouble(1e-4) - along.applyAsDouble(-1e-4)) / 2e-4;
        double second =
            (along.applyAsDouble(1e-3) - 2 * loss.value(row) + along.applyAsDouble(-1e-3)) / 1e-6;
        assertThat(loss.gradient(row)).as(loss.toString()).isEqualTo(first, within(TOLERANCE));
        assertThat(loss.hessian(row)).as(loss.toString()).isEqualTo(second, within(1e-5));
      }
    }
  }

  /** The lead of the chosen answer at which the expected loss of a pair is least. */
  private static double elicited(NumberLoss loss, double share) {
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (int i = -4000; i <= 4000; i++) {
      double[] chosen = new double[loss.domain().roles().size()];
      double[] rejected = chosen.clone();
      chosen[0] = i / 100.0;
      rejected[0] = -i / 100.0;
      double expected = share * loss.value(chosen) + (1 - share) * loss.value(rejected);
      if (expected < least) {
        least = expected;
        best = i / 100.0;
      }
    }
    return best;
  }

  @Test
  void theLogOddsOfTheChoiceAreElicited() {
    double share = 0.8;
    double logOdds = Math.log(share / (1 - share));
    // Half a step of the grid.
    assertThat(elicited(loss("bradley_terry"), share)).isEqualTo(logOdds, within(0.005));
    assertThat(elicited(loss("dpo"), share)).isEqualTo(10 * logOdds, within(0.005));
    double smoothed = 0.9 * share + 0.1 * (1 - share);
    assertThat(elicited(loss("dpo", "label_smoothing=0.1"), share))
        .isEqualTo(10 * Math.log(smoothed / (1 - smoothed)), within(0.005));
    // ipo: E[(d − a)²] with d = ±x is least at x = a(2π − 1), a = 1/(2β) = 5.
    assertThat(elicited(loss("dpo", "loss_type=ipo"), share)).isEqualTo(3, within(0.005));
  }

  @Test
  void smoothingHasAMeaningOnlyForTheSigmoidLoss() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> MetricCatalog.standard().parse("dpo(loss_type=hinge,label_smoothing=0.1)"))
        .withMessageContaining("only the sigmoid loss is smoothed");
  }
}
