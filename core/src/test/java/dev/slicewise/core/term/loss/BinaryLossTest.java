package dev.slicewise.core.term.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.Rows;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.term.NumberLoss;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryLossTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "loss_log_loss",
        "loss_log_loss_weighted",
        "loss_log_loss_from_logits",
        "loss_log_loss_extreme",
        "loss_log_loss_soft_label",
        "loss_weighted_log_loss_fn10",
        "loss_label_smoothing",
        "loss_binary_focal",
        "loss_binary_focal_g0",
        "loss_brier",
        "loss_brier_from_logits",
        "loss_hinge",
        "loss_squared_hinge"
      })
  void goldenLosses(String id) {
    GoldenCase golden = GoldenCase.of(id);
    Map<String, String> parameters = new LinkedHashMap<>();
    golden.params().forEach((name, value) -> parameters.put(name, String.valueOf(value)));
    NumberLoss loss =
        (NumberLoss) MetricCatalog.standard().entry(golden.name()).bindLoss(parameters);
    double[] label = golden.input("label");
    double[] prediction = golden.input("prediction");
    for (int i = 0; i < label.length; i++) {
      double[] row = {label[i], prediction[i]};
      golden.check(loss.value(row), golden.expectedColumn("per_row")[i]);
      golden.check(loss.gradient(row), golden.expectedColumn("gradient")[i]);
      golden.check(loss.hessian(row), golden.expectedColumn("hessian")[i]);
    }
    String text = MetricCatalog.standard().entry(golden.name()).bind(parameters).text();
    golden.check(Rows.of(golden).value(text), golden.expected("mean"));
  }

  @Test
  void goldenSaturation() {
    GoldenCase golden = GoldenCase.of("seed001_saturation");
    double[] logit = golden.input("logit");
    NumberLoss logLoss = new LogLoss(Probabilities.EPS, true, LogLoss.Base.E, 0.0);
    NumberLoss brier = new Brier(true);
    for (int i = 0; i < logit.length; i++) {
      double[] row = {1.0, logit[i]};
      golden.check(logLoss.gradient(row), golden.expectedColumn("log_loss")[i]);
      golden.check(brier.gradient(row), golden.expectedColumn("brier")[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy_probability_domain", "policy_binary_label_domain"})
  void goldenDomains(String id) {
    GoldenCase golden = GoldenCase.of(id);
    MetricResult result = Rows.of(golden).result("log_loss");
    golden.check(result.value(), golden.expected("log_loss"));
    for (String counter : new String[] {"n_used", "n_clamped", "n_domain", "n_nan"}) {
      if (((Map<?, ?>) golden.expected()).containsKey(counter)) {
        assertThat(result.counters().get(counter).doubleValue())
            .isEqualTo(golden.expected(counter));
      }
    }
  }

  @Test
  void goldenDivergence() {
    GoldenCase golden = GoldenCase.of("seed001_divergence");
    for (String model : new String[] {"a", "b"}) {
      Rows rows = Rows.of(golden.input("label"), golden.input("prediction_" + model));
      golden.check(rows.value("accuracy"), golden.expected("accuracy_" + model));
      golden.check(rows.value("log_loss"), golden.expected("log_loss_" + model));
    }
  }

  @Test
  void clippedRowsAreCounted() {
    // All four rows of the case lie on the edge: its note says n_clipped=4.
    assertThat(Rows.of(GoldenCase.of("loss_log_loss_extreme")).scalar("log_loss").details())
        .containsEntry("clipped", 4.0);
    assertThat(Rows.of(GoldenCase.of("loss_log_loss")).scalar("log_loss").details()).isEmpty();
  }

  @Test
  void withoutClippingACertainErrorIsInfiniteAndACertainHitFree() {
    Rows wrong = Rows.of(new double[] {1, 0}, new double[] {0, 0});
    assertThat(wrong.scalar("log_loss(eps=0)").value()).isInfinite().isPositive();
    Rows right = Rows.of(new double[] {1, 0}, new double[] {1, 0});
    assertThat(right.scalar("log_loss(eps=0)").value()).isZero();
  }

  @Test
  void basesShareOneSum() {
    Rows rows = Rows.of(GoldenCase.of("loss_log_loss"));
    double nats = rows.scalar("log_loss").value();
    assertThat(rows.scalar("log_loss(base=2)").value())
        .isCloseTo(nats / Math.log(2), within(1e-15));
    assertThat(rows.state("log_loss, log_loss(base=2), log_loss(base=10)").plan().statistics())
        .isEqualTo(rows.state("log_loss").plan().statistics());
  }

  @Test
  void saturatedLogitsKeepTheirDigits() {
    // log1p(exp(-50)) = 1.9287498479639178e-22 by mpmath 1.3.0 at 50 digits.
    NumberLoss loss = new LogLoss(Probabilities.EPS, true, LogLoss.Base.E, 0.0);
    assertThat(loss.value(new double[] {1, 50})).isEqualTo(1.9287498479639178e-22);
    assertThat(loss.gradient(new double[] {1, 50})).isEqualTo(-1.9287498479639178e-22);
    assertThat(loss.value(new double[] {0, 1e300})).isEqualTo(1e300);
  }
}
