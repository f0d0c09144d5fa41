package dev.slicewise.core.metric.calibration;

/**
 * The ends of Wilson's 95 % interval of a proportion; E. B. Wilson 1927, no continuity correction.
 */
final class Wilson {
  /** Φ⁻¹(0.975). */
  private static final double Z = 1.959963984540054;

  private Wilson() {}

  static double low(double share, double rows) {
    return 1 - high(1 - share, rows);
  }

  static double high(double share, double rows) {
    if (share == 1) {
      return 1;
    }
    double square = Z * Z / rows;
    double reach = Z * Math.sqrt(share * (1 - share) / rows + square / (4 * rows));
    return (share + square / 2 + reach) / (1 + square);
  }
}
