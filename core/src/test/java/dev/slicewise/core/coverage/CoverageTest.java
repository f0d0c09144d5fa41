package dev.slicewise.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.coverage.Scenario.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether intervals of 95 % hold the truth in 93 to 97 of 100 tables of random rows.
 *
 * <p>{@code -Dslicewise.coverage.replications=5000} draws thousands of tables instead of some
 * hundred and then allows no more than those two points; fewer replications are allowed what chance
 * alone explains. The Maven profile {@code coverage} does so and writes {@code docs/coverage.md}.
 */
class CoverageTest {
  private static final int REPLICATIONS =
      Integer.getInteger("slicewise.coverage.replications", 200);
  private static final String TABLE = System.getProperty("slicewise.coverage.table");
  private static final int MANY = 2_000;
  private static final double LEAST = 0.93;
  private static final double MOST = 0.97;

  /** A sound interval fails a test of few replications this rarely, on either side. */
  private static final double RARELY = 1e-4;

  private static final List<Outcome> OUTCOMES = new ArrayList<>();

  static List<Scenario> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void intervalsHoldTheTruthAsOftenAsTheySay(Scenario scenario) {
    Outcome outcome = scenario.run(REPLICATIONS, 1_000_003L * (1 + OUTCOMES.size()));
    OUTCOMES.add(outcome);
    int fewest = (int) Math.ceil(LEAST * REPLICATIONS);
    int most = (int) Math.floor(MOST * REPLICATIONS);
    if (REPLICATIONS < MANY) {
      fewest = BinomialDistribution.of(REPLICATIONS, LEAST).inverseCumulativeProbability(RARELY);
      most = BinomialDistribution.of(REPLICATIONS, MOST).inverseSurvivalProbability(RARELY);
    }
    if (scenario.covers()) {
      assertThat(outcome.covered()).as(line(outcome)).isBetween(fewest, most);
    } else {
      assertThat(outcome.covered()).as(line(outcome)).isLessThan(fewest);
    }
  }

  private static String line(Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.1f %% | %.1f %% | %.1f %% |",
        outcome
            .scenario()
            .what()
            .replace("metric_difference(metric='", "difference of ")
            .replace("')", ""),
        outcome.method(),
        outcome.scenario().rows(),
        100 * outcome.share(),
        100.0 * outcome.above() / outcome.replications(),
        100.0 * outcome.below() / outcome.replications());
  }

  @AfterAll
  static void write() throws IOException {
    List<String> page = new ArrayList<>();
    page.add("# Do intervals hold what they say?");
    page.add("");
    page.add(
        "How many of "
            + REPLICATIONS
            + " tables of random rows, whose true values are known, had it in the interval of 95 %.");
    page.add(
        "Written by `mvn -q -P coverage -pl core test`; a short version runs in every build. The");
    page.add(
        "distributions stand in `core/src/test/java/dev/slicewise/core/coverage/Scenarios.java`.");
    page.add("");
    page.add("| interval of | method | rows | covered | truth above | truth below |");
    page.add("|---|---|---|---|---|---|");
    OUTCOMES.forEach(outcome -> page.add(line(outcome)));
    page.add("");
    page.add(
        "Rows of a user are alike. Where that is ignored, intervals are too narrow by far: say");
    page.add("`--cluster user`, and they come from groups of users.");
    if (TABLE != null) {
      Files.write(Path.of(TABLE), page);
    }
  }
}
