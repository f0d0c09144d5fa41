package dev.slicewise.core.term.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.Rows;
import dev.slicewise.core.term.Role;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionLossTest {
  private static final MetricCatalog CATALOG = MetricCatalog.standard();

  @Test
  void squaredErrorAndItsMetricAgreeToTheBit() {
    Random random = new Random(11);
    double[] label = random.doubles(1500, -1e3, 1e3).toArray();
    double[] prediction = random.doubles(1500, -1e3, 1e3).toArray();
    double[] weight = random.doubles(1500, 0, 3).toArray();
    Rows rows = Rows.of(label, prediction).with(Role.WEIGHT, weight);
    assertThat(rows.scalar("squared_error")).isEqualTo(rows.scalar("mean_squared_error"));
    assertThat(rows.scalar("absolute_error")).isEqualTo(rows.scalar("mae"));
    assertThat(CATALOG.parse("tweedie_deviance(power=0)").metric().needs())
        .isEqualTo(CATALOG.parse("mse").metric().needs());
  }

  @Test
  void allQuantilesAndCostsShareTheSumsOfTheErrors() {
    Rows rows = Rows.of(new double[] {3, 7}, new double[] {2.5, 8});
    String many =
        "mae, bias, quantile(alpha=0.1), quantile(alpha=0.9), asymmetric_linear(cost_under=4)";
    assertThat(rows.state(many).plan().statistics())
        .isEqualTo(rows.state("bias").plan().statistics());
  }

  @Test
  void smoothL1IsHuberOverBeta() {
    for (double error : new double[] {-3, -0.2, 0, 0.4, 0.5, 7}) {
      assertThat(new SmoothL1(0.5).value(1, 1 + error))
          .isCloseTo(new Huber(0.5).value(1, 1 + error) / 0.5, within(1e-15));
    }
  }

  @Test
  void flooredVariancesAreCounted() {
    // Golden case loss_gaussian_nll has one variance below eps.
    assertThat(Rows.of(GoldenCase.of("loss_gaussian_nll")).scalar("gaussian_nll").details())
        .containsEntry("clipped", 1.0);
  }

  @Test
  void aLabelOfZeroLeavesAPercentageUndefinedWhenAskedFor() {
    Rows rows = Rows.of(new double[] {0, 2}, new double[] {1, 1});
    assertThat(rows.value("absolute_percentage_error(zero_label=null)"))
        .isEqualTo(MetricValue.undefined("1 rows have a label of 0"));
  }

  @Test
  void impossibleParametersAreRefused() {
    for (String text :
        new String[] {
          "tweedie_deviance(power=0.5)",
          "huber(delta=0)",
          "quantile(alpha=1)",
          "linex(a=0)",
          "asymmetric_linear(cost_over=0,cost_under=0)"
        }) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> CATALOG.parse(text));
    }
  }

  @Test
  void theMeanOfALossIsAnAliasUnlessAMetricOwnsTheName() {
    assertThat(CATALOG.parse("mean_huber").id()).isEqualTo("huber");
    assertThat(CATALOG.parse("mean_poisson_deviance").id()).isEqualTo("mean_poisson_deviance");
    assertThat(CATALOG.parse("mse").id()).isEqualTo("mean_squared_error");
    assertThat(CATALOG.parse("MAE").id()).isEqualTo("mean_absolute_error");
    CATALOG
        .entries()
        .forEach(
            entry ->
                assertThat(entry.aliases())
                    .as(entry.id())
                    .allMatch(alias -> CATALOG.entry(alias) == entry));
  }
}
