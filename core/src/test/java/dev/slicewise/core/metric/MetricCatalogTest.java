package dev.slicewise.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.text.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MetricCatalogTest {
  private static final MetricCatalog CATALOG = MetricCatalog.standard();

  private static String text(String metric) {
    return CATALOG.parse(metric).text();
  }

  @Test
  void everyTextReadsBackAndEveryNameResolves() {
    for (CatalogEntry entry : CATALOG.entries()) {
      NamedMetric metric = entry.bind();
      assertThat(CATALOG.parse(metric.text())).isEqualTo(metric);
      assertThat(metric).hasToString(metric.text());
      assertThat(entry.metricInfo().isPresent()).isNotEqualTo(entry.lossInfo().isPresent());
      for (String alias : entry.aliases()) {
        assertThat(CATALOG.entry(alias).id()).as(alias).isEqualTo(entry.id());
      }
      for (Map.Entry<String, String> preset : entry.presets().entrySet()) {
        String value = preset.getValue().replace(": ", "=");
        assertThat(text(preset.getKey())).isEqualTo(text(entry.id() + "(" + value + ")"));
      }
    }
    for (String name : CATALOG.names()) {
      assertThat(CATALOG.parse(name.toUpperCase(Locale.ROOT))).isEqualTo(CATALOG.parse(name));
    }
  }

  @Test
  void noNameIsClaimedTwice() {
    TreeSet<String> ids = new TreeSet<>();
    for (CatalogEntry entry : CATALOG.entries()) {
      ids.add(entry.id());
    }
    TreeSet<String> claimed = new TreeSet<>();
    for (CatalogEntry entry : CATALOG.entries()) {
      for (String alias : entry.aliases()) {
        assertThat(ids).as("alias of %s", entry.id()).doesNotContain(alias);
        assertThat(claimed.add(alias.toLowerCase(Locale.ROOT))).as(alias).isTrue();
      }
      for (String preset : entry.presets().keySet()) {
        assertThat(claimed.add(preset)).as(preset).isTrue();
      }
    }
  }

  @Test
  void parametersAreReadAsPeopleWriteThem() {
    assertThat(text("HUBER( Delta = 2 )")).isEqualTo("huber(delta=2,reduction=mean)");
    assertThat(text("huber(reduction=SUM)")).isEqualTo("huber(delta=1,reduction=sum)");
    assertThat(text("ece(n_bins=1.5e1)")).isEqualTo("expected_calibration_error(n_bins=15)");
    assertThat(text("r2(force_finite=TRUE)")).isEqualTo("r2_score(force_finite=true)");
    assertThat(text("binary_focal(alpha=none,gamma='0')"))
        .isEqualTo("binary_focal(alpha=null,gamma=0,reduction=mean)");
    assertThat(text("p99_abs(method=linear)"))
        .isEqualTo("quantile_abs_error(q=0.99,method=linear)");
    assertThat(CATALOG.parseList("mae, l1, rmse , huber(delta=1)"))
        .extracting(NamedMetric::text)
        .containsExactly(
            "mean_absolute_error", "root_mean_squared_error", "huber(delta=1,reduction=mean)");
  }

  @Test
  void whatCannotBeReadIsExplained() {
    String[][] refused = {
      {"mea", "unknown metric 'mea'", "Did you mean 'mae'?"},
      {"huber(delt=1)", "unknown parameter 'delt' of huber", "delta", "Did you mean 'delta'?"},
      {"mae(q=1)", "unknown parameter 'q' of mean_absolute_error: it takes none"},
      {"huber(delta=0)", "delta of huber to be in (0, inf)", "found 0", "metrics huber"},
      {"huber(delta=two)", "to be a number, found two"},
      {"ece(n_bins=2.5)", "to be an integer, found 2.5"},
      {"ece(n_bins=4294967311)", "to be an integer, found 4294967311"},
      {"r2(force_finite=maybe)", "to be true or false, found maybe"},
      {"huber(reduction=avg)", "to be one of mean, sum", "found 'avg'"},
      {"huber(delta=1", "expected a metric such as"},
      {"huber(delta)", "expected a metric such as"},
      {"huber(delta=1,delta=2)", "expected a metric such as"},
      {"huber)", "expected a metric such as"},
    };
    for (String[] each : refused) {
      String[] parts = java.util.Arrays.copyOfRange(each, 1, each.length);
      assertThatThrownBy(() -> CATALOG.parse(each[0]))
          .as(each[0])
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll(parts);
    }
    assertThatThrownBy(() -> CATALOG.entry("mae").bindLoss(Map.of()))
        .hasMessageContaining("expected a loss, found the metric mean_absolute_error");
  }

  @Test
  void textsOfValuesAreTheShortest() {
    assertThat(ParameterInfo.text(0.1)).isEqualTo("0.1");
    assertThat(ParameterInfo.text(2.0)).isEqualTo("2");
    assertThat(ParameterInfo.text(1e-6)).isEqualTo("0.000001");
    assertThat(ParameterInfo.text(1e300)).isEqualTo("1E+300");
    assertThat(ParameterInfo.text(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
    assertThat(new NamedMetric("m", Map.of("column", "a b"), null).text())
        .isEqualTo("m(column='a b')");
  }

  @Test
  void valuesNeverHoldNan() {
    assertThatThrownBy(() -> MetricValue.exact(Double.NaN)).isInstanceOf(AssertionError.class);
    assertThat(MetricValue.finite(Double.NaN)).isInstanceOf(MetricValue.Undefined.class);
    assertThat(MetricValue.ratio(1, 0, "nothing there"))
        .isEqualTo(MetricValue.undefined("nothing there"));
    assertThat(MetricValue.ratio(Double.NaN, 2, "nothing there"))
        .isInstanceOf(MetricValue.Undefined.class);
    assertThat(MetricValue.ratio(1, 4, "")).isEqualTo(MetricValue.exact(0.25));
    assertThat(MetricValue.exact(-0.0)).isEqualTo(MetricValue.exact(0.0));
    assertThat(MetricValue.bounded(1, 0).exactness()).isEqualTo(MetricValue.Exactness.EXACT);
    assertThat(MetricValue.bounded(1, 0.5).exactness()).isEqualTo(MetricValue.Exactness.BOUNDED);
    assertThat(MetricValue.estimated(1).exactness()).isEqualTo(MetricValue.Exactness.ESTIMATED);
  }

  @Test
  void nearestNamesAreSlipsOnly() {
    List<String> known = List.of("precision", "recall");
    assertThat(Nearest.to("precison", known)).contains("precision");
    assertThat(Nearest.to("rceall", known)).contains("recall");
    assertThat(Nearest.to("kappa", known)).isEmpty();
    assertThat(Nearest.to("x".repeat(1_000_000), known)).isEmpty();
    assertThat(Nearest.hint("kappa", known)).isEmpty();
  }
}
