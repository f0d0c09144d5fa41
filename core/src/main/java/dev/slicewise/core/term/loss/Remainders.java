package dev.slicewise.core.term.loss;

/**
 * What is left of a logarithm or an exponential after its first terms. Near zero the plain
 * difference is all rounding error, so a series takes over there; every result is good to a few
 * units in the last place.
 */
final class Remainders {
  /** Below this the series; above it the difference keeps 15 digits. */
  private static final double SERIES_END = 0.1;

  private static final int MOST_TERMS = 40;

  private Remainders() {}

  /** u − ln(1 + u), for u above −1. */
  static double ofLog1p(double u) {
    if (!(Math.abs(u) < SERIES_END)) {
      return u - StrictMath.log1p(u);
    }
    double power = u * u;
    double sum = 0;
    for (int k = 2; k < MOST_TERMS; k++) {
      double next = sum + ((k & 1) == 0 ? power : -power) / k;
      if (next == sum) {
        break;
      }
      sum = next;
      power *= u;
    }
    return sum;
  }

  /** e^z − 1 − z; +Infinity where e^z overflows. */
  static double ofExpm1(double z) {
    if (!(Math.abs(z) < SERIES_END)) {
      double grown = StrictMath.expm1(z);
      return grown == Double.POSITIVE_INFINITY ? grown : grown - z;
    }
    double term = z * z / 2;
    double sum = 0;
    for (int k = 3; k < MOST_TERMS; k++) {
      double next = sum + term;
      if (next == sum) {
        break;
      }
      sum = next;
      term *= z / k;
    }
    return sum;
  }

  /** r − 1 − ln r with r = a/b, for positive a and b. */
  static double ofRatio(double a, double b) {
    double u = (a - b) / b;
    return u > -0.5 && u < Double.POSITIVE_INFINITY ? ofLog1p(u) : u - logRatio(a, b);
  }

  /** ln(a/b), for positive a and b. */
  static double logRatio(double a, double b) {
    double u = (a - b) / b;
    if (Math.abs(u) < 0.5) {
      return StrictMath.log1p(u);
    }
    double ratio = a / b;
    return ratio >= Double.MIN_NORMAL && ratio < Double.POSITIVE_INFINITY
        ? StrictMath.log(ratio)
        : StrictMath.log(a) - StrictMath.log(b);
  }
}
