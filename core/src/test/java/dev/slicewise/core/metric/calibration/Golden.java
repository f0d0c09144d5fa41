package dev.slicewise.core.metric.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

/** Comparison at the tolerance of the golden cases of calibration. */
final class Golden {
  static final double RELATIVE = 1e-9;

  private static final double ABSOLUTE = 1e-15;

  private Golden() {}

  static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected) + ABSOLUTE));
  }

  static void assertClose(List<Double> actual, double... expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertClose(actual.get(i), expected[i]);
    }
  }
}
