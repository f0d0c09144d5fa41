package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same rows through every door give the same state bytes. */
class DoorsTest {
  private static final Map<Asked, Map<String, String>> BY_EVALUATION = new ConcurrentHashMap<>();

  private static final Asked REGRESSION =
      Asked.regression("mae, rmse, r2_score, wape, bias, quantile_abs_error(q=0.99)");

  private static final Asked PROBABILITY =
      Asked.probability("log_loss, brier, expected_calibration_error, accuracy");

  static Stream<Arguments> questions() {
    List<Asked> asked =
        List.of(
            REGRESSION,
            REGRESSION.ofHostileRows().weighted(),
            REGRESSION.ofHostileRows().withJackknife(),
            PROBABILITY.weighted(),
            PROBABILITY.ofHostileRows().weighted().withJackknife(),
            Asked.regression(Asked.everyMetric()).called("every metric of delays").ofHostileRows(),
            Asked.probability(Asked.everyMetric())
                .called("every metric of probabilities")
                .ofHostileRows()
                .weighted());
    return Stream.concat(asked.stream(), Asked.everyMetricOfArrays().stream())
        .flatMap(
            question ->
                Stream.of(Door.values())
                    .filter(door -> door != Door.EVALUATION)
                    .map(door -> Arguments.of(question, door)));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everyDoorGivesTheBytesOfAnEvaluation(Asked asked, Door door) {
    Map<String, String> expected = BY_EVALUATION.computeIfAbsent(asked, Door.EVALUATION::states);
    assertThat(expected).hasSize(16);
    assertThat(new HashSet<>(expected.values())).as("no two carriers alike").hasSize(16);
    Map<String, String> states = door.states(asked);
    assertThat(states).hasSize(door == Door.TYPED_COLUMN ? 2 : 16);
    states.forEach(
        (carrier, state) -> assertThat(state).as(carrier).isEqualTo(expected.get(carrier)));
  }
}
