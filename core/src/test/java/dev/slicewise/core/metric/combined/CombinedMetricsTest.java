package dev.slicewise.core.metric.combined;

import static dev.slicewise.core.metric.Asked.scalar;
import static dev.slicewise.core.metric.Asked.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CombinedMetricsTest {
  private static final Rows ROWS =
      Rows.of(
          List.of(Role.LABEL, Role.PREDICTION),
          new double[] {1, 0, 1, 0},
          new double[] {0.75, 0.5, 0.25, 0.125});

  @Test
  void penalties() {
    GoldenCase golden = GoldenCase.of("penalty_elastic_net");
    String weights =
        Arrays.stream(golden.input("weights"))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(";"));
    String text = "elastic_net_penalty(weights='" + weights + "',lambda=0.1,l1_ratio=0.5)";
    golden.check(value(text, ROWS), GoldenCase.number(golden.expected()));
    // Golden weights 0.5, −2, 0, 1: ‖w‖₁ = 3.5, ‖w‖₂² = 5.25.
    assertThat(scalar("l1_penalty(weights='" + weights + "',lambda=2)", ROWS).value()).isEqualTo(7);
    assertThat(scalar("l2_penalty(weights='" + weights + "')", ROWS).value()).isEqualTo(5.25);
    assertThat(scalar("l2_penalty(weights='" + weights + "',half=true)", ROWS).value())
        .isEqualTo(2.625);
    for (String wrong : new String[] {"1;two", "1;;2", "1;NaN", "1 2"}) {
      assertThatIllegalArgumentException()
          .as(wrong)
          .isThrownBy(() -> MetricCatalog.standard().parse("l1_penalty(weights='" + wrong + "')"))
          .withMessageContaining("numbers separated by semicolons");
    }
  }

  @Test
  void aSumOfMetricsIsTheSumOfTheirValues() {
    double brier = scalar("brier", ROWS).value();
    double recall = scalar("recall(threshold=0.5)", ROWS).value();
    double logLoss = scalar("log_loss", ROWS).value();
    assertThat(scalar("composite(of='0.5*brier - 2*recall(threshold=0.5) + 1e-3*log_loss')", ROWS))
        .matches(s -> s.exactness() == MetricValue.Exactness.EXACT)
        .extracting(MetricValue.Scalar::value)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.DOUBLE)
        .isEqualTo(0.5 * brier - 2 * recall + 1e-3 * logLoss, within(1e-15));
    assertThat(scalar("composite(of='-brier+l2_penalty(weights='2;-1')')", ROWS))
        .isEqualTo(MetricValue.exact(5 - brier));
    String nested =
        MetricCatalog.standard().parse("composite(of='l1_penalty(weights='1;2')')").text();
    assertThat(MetricCatalog.standard().parse(nested).text()).isEqualTo(nested);
    assertThat(scalar("composite(of=brier)", ROWS)).isEqualTo(MetricValue.exact(brier));
  }

  @Test
  void whatAPartLacksTheSumLacks() {
    Rows oneClass = ROWS.select(0, 2);
    assertThat(value("composite(of='brier + roc_auc')", oneClass))
        .isEqualTo(MetricValue.undefined("roc_auc(max_fpr=null): " + reason("roc_auc", oneClass)));
    assertThat(value("composite(of='roc_curve')", ROWS).toString()).contains("is a curve");
    Rows real = ROWS.with(Role.LABEL, new double[] {2, 3, 4, 5});
    assertThat(value("composite(of='mae + brier')", real).toString()).contains("no usable rows");
    Rows huge = ROWS.with(Role.LABEL, new double[] {1e308, 0, 0, 0});
    assertThat(value("composite(of='mse - mse')", huge).toString()).contains("cancel");
    assertThat(scalar("composite(of='mae - mse')", huge).value())
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static String reason(String metric, Rows rows) {
    return ((MetricValue.Undefined) value(metric, rows)).reason();
  }

  @Test
  void boundsAddUpAndTheJackknifeGivesTheInterval() {
    SplittableRandom random = new SplittableRandom(3);
    int n = 9000;
    Rows rows =
        Rows.of(
            List.of(Role.LABEL, Role.PREDICTION),
            random.doubles(n).toArray(),
            random.doubles(n).toArray());
    MetricValue.Scalar p90 = scalar("p90_abs", rows);
    MetricValue.Scalar twice = scalar("composite(of='2*p90_abs + mae')", rows);
    assertThat(p90.errorBound()).isPositive();
    assertThat(twice.errorBound()).isEqualTo(2 * p90.errorBound());
    assertThat(twice.exactness()).isEqualTo(MetricValue.Exactness.BOUNDED);

    Suite suite = Suite.of("mae, composite(of='3*mae')").withJackknife();
    Kernel kernel = new Kernel("jackknife", EvaluationPlan.of(suite));
    List<MetricResult> results = Finish.DEFAULT.results(kernel.state(rows));
    assertThat(results.get(1).interval().method()).isEqualTo("jackknife");
    // The jackknife of rows in hash groups and the t interval agree to sampling noise of 32 groups.
    assertThat(results.get(1).interval().standardError())
        .isEqualTo(
            3 * results.get(0).interval().standardError(),
            within(results.get(0).interval().standardError()));
  }

  @Test
  void malformedCombinationsAreExplained() {
    for (String wrong :
        new String[] {"mae +", "* mae", "two*mae", "1e999*mae", "+", "2*", "- + mae"}) {
      assertThatIllegalArgumentException()
          .as(wrong)
          .isThrownBy(() -> MetricCatalog.standard().parse("composite(of='" + wrong + "')"))
          .withMessageContaining("expected a combination such as '0.7*log_loss + 0.3*brier'");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value("composite(of='mea')", ROWS))
        .withMessageContaining("Did you mean 'mae'?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value("composite(of='composite')", ROWS))
        .withMessageContaining("a composite within a composite");
  }
}
