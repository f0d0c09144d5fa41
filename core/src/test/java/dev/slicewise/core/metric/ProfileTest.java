package dev.slicewise.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Profiles are defaults: they say something about real parameters, and nothing once one is given.
 */
class ProfileTest {
  private static final MetricCatalog CATALOG = MetricCatalog.standard();

  static Collection<String> names() {
    return Profile.names();
  }

  private static String text(String metric, String profile) {
    return CATALOG.parse(metric, Profile.of(profile)).text();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyKeySpeaksOfAParameter(String name) {
    Profile.of(name)
        .defaults()
        .forEach(
            (key, value) -> {
              boolean meant =
                  CATALOG.entries().stream()
                      .anyMatch(entry -> !only(key, value).complete(entry, Map.of()).isEmpty());
              assertThat(meant).as("%s = %s of %s", key, value, name).isTrue();
            });
  }

  private static Profile only(String key, String value) {
    return new Profile("test", Map.of(key, value));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyMetricBindsUnderEveryProfile(String name) {
    for (CatalogEntry entry : CATALOG.entries()) {
      NamedMetric metric = CATALOG.parse(entry.id(), Profile.of(name));
      // Nobody needs the profile to read a result.
      assertThat(CATALOG.parse(metric.text())).isEqualTo(metric);
    }
  }

  @Test
  void ourOwnProfileChangesNothing() {
    assertThat(Profile.of("SliceWise")).isEqualTo(Profile.SLICEWISE);
    for (CatalogEntry entry : CATALOG.entries()) {
      assertThat(CATALOG.parse(entry.id(), Profile.SLICEWISE)).isEqualTo(entry.bind());
    }
  }

  /** Nobody names the metrics that have the parameter, so new ones follow. */
  @Test
  void everyZeroDivisionFollows() {
    List<CatalogEntry> entries =
        CATALOG.entries().stream()
            .filter(
                entry ->
                    entry.parameters().stream().anyMatch(p -> p.name().equals("zero_division")))
            .toList();
    assertThat(entries).hasSizeGreaterThanOrEqualTo(8);
    for (CatalogEntry entry : entries) {
      assertThat(CATALOG.parse(entry.id(), Profile.of("sklearn")).parameters())
          .containsEntry("zero_division", "0");
    }
  }

  @Test
  void whatIsGivenOrPresetWins() {
    assertThat(text("precision(Zero_Division=1)", "sklearn"))
        .isEqualTo("precision(threshold=0.5,zero_division=1)");
    assertThat(text("precision", "sklearn")).isEqualTo("precision(threshold=0.5,zero_division=0)");
    assertThat(text("p99_abs", "sklearn")).isEqualTo("quantile_abs_error(q=0.99,method=linear)");
    assertThat(text("fpr95", "torchmetrics")).isEqualTo("fpr_at_tpr(tpr=0.95)");
  }

  @Test
  void aMetricsOwnKeyWinsOverASharedOne() {
    assertThat(text("mcc", "torchmetrics"))
        .isEqualTo("matthews_corrcoef(threshold=0.5000000000000001)");
    assertThat(text("mcc", "sklearn"))
        .isEqualTo("matthews_corrcoef(threshold=0.5,zero_division=0)");
    assertThat(text("precision", "torchmetrics"))
        .isEqualTo("precision(threshold=0.5000000000000001,zero_division=0)");
    assertThat(text("reliability_curve", "sklearn"))
        .isEqualTo("reliability_curve(strategy=uniform,n_bins=5,edges=right)");
    assertThat(text("mae", "sklearn")).isEqualTo("mean_absolute_error");
  }

  /** A shared key does not speak of parameters to which its value means nothing. */
  @Test
  void wordsOfAnotherMeaningAreLeftAlone() {
    CatalogEntry calibration = CATALOG.entry("reliability_curve");
    assertThat(only("strategy", "linear").complete(calibration, Map.of())).isEmpty();
    assertThat(only("n_bins", "0").complete(calibration, Map.of())).isEmpty();
    assertThat(only("n_bins", "7").complete(calibration, Map.of()))
        .isEqualTo(Map.of("n_bins", "7"));
  }

  @Test
  void unknownProfilesNameTheNearest() {
    assertThatThrownBy(() -> Profile.of("sklaern"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected profile to be one of slicewise, sklearn, mllib, torchmetrics, tfma, found"
                + " 'sklaern'. Did you mean 'sklearn'?");
  }
}
