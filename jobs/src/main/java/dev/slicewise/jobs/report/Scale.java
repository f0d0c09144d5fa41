package dev.slicewise.jobs.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear scale: values to positions, and round numbers for its axis.
 *
 * @param low value at position 0
 * @param high value at position 1
 */
record Scale(double low, double high) {
  private static final double LEAST_ROOM = 1e-9;

  /** A scale that shows both ends with a little room; a single value gets a width. */
  static Scale around(double low, double high) {
    double room = (high / 2 - low / 2) * 0.08;
    if (room == 0) {
      room = Math.max(Math.abs(high) * 0.1, LEAST_ROOM);
    }
    return new Scale(
        Math.max(-Double.MAX_VALUE, low - room), Math.min(Double.MAX_VALUE, high + room));
  }

  /** The position of a value, from 0 to 1; beyond the ends it stays at them. */
  double position(double value) {
    double position = (value / 2 - low / 2) / (high / 2 - low / 2);
    return Math.max(0, Math.min(1, position));
  }

  /** The position as a percentage. */
  String percent(double value) {
    return coordinate(position(value) * 100) + "%";
  }

  /** A coordinate with at most two decimals. */
  static String coordinate(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Between two and about five round values within the scale. */
  List<BigDecimal> ticks() {
    BigDecimal width = BigDecimal.valueOf(high).subtract(BigDecimal.valueOf(low));
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(width.precision() - width.scale() - 2);
    for (int step : new int[] {1, 2, 5, 10, 20, 50}) {
      BigDecimal size = unit.multiply(BigDecimal.valueOf(step));
      if (width.divide(size, 3, RoundingMode.HALF_UP).doubleValue() <= 5) {
        return multiples(size);
      }
    }
    return List.of();
  }

  private List<BigDecimal> multiples(BigDecimal size) {
    List<BigDecimal> ticks = new ArrayList<>();
    BigDecimal end = BigDecimal.valueOf(high);
    BigDecimal tick = BigDecimal.valueOf(low).divide(size, 0, RoundingMode.CEILING).multiply(size);
    for (; tick.compareTo(end) <= 0; tick = tick.add(size)) {
      ticks.add(tick);
    }
    return ticks;
  }

  /** A tick's text: the decimals of its step. */
  static String text(BigDecimal tick) {
    return Numbers.text(tick.doubleValue(), Math.max(0, tick.stripTrailingZeros().scale()));
  }
}
