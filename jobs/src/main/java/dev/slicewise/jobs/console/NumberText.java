package dev.slicewise.jobs.console;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.numeric.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for the eye: as many digits as the interval supports, four where there is none. */
public final class NumberText {
  private static final int DIGITS = 4;
  private static final int MOST_DECIMALS = 9;
  private static final BigDecimal LARGE = new BigDecimal("1e9");
  private static final BigDecimal SMALL = new BigDecimal("1e-4");

  private NumberText() {}

  /** A count: {@code 336,776}. */
  public static String count(long count) {
    return grouped(BigDecimal.valueOf(count));
  }

  /** A number alone: {@code 25.18}. */
  public static String of(double value) {
    return text(value, decimals(value));
  }

  /** A number and its interval: {@code 25.18 [25.08, 25.28]}. */
  public static String of(double value, Interval interval) {
    if (interval == null) {
      return of(value);
    }
    int decimals = decimals(value, interval);
    return text(value, decimals)
        + " ["
        + end(interval.low(), "-inf", decimals)
        + ", "
        + end(interval.high(), "inf", decimals)
        + "]";
  }

  private static String end(Double end, String unbounded, int decimals) {
    return end == null ? unbounded : text(end, decimals);
  }

  /** Two digits of the interval's half width. */
  private static int decimals(double value, Interval interval) {
    double below = interval.low() == null ? 0 : value - interval.low();
    double above = interval.high() == null ? 0 : interval.high() - value;
    double half = Math.max(below, above);
    return half > 0 && Double.isFinite(half) ? clamped(1 - exponent(half)) : decimals(value);
  }

  private static int decimals(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return 0;
    }
    int digits = Rounding.shortestDecimal(value).scale();
    return clamped(Math.min(digits, DIGITS - 1 - exponent(value)));
  }

  private static int clamped(int decimals) {
    return Math.max(0, Math.min(MOST_DECIMALS, decimals));
  }

  private static int exponent(double value) {
    BigDecimal exact = new BigDecimal(value);
    return exact.precision() - exact.scale() - 1;
  }

  private static String text(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal size = exact.abs();
    if (size.compareTo(LARGE) >= 0 || (size.signum() > 0 && size.compareTo(SMALL) < 0)) {
      BigDecimal rounded = exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
      int exponent = rounded.precision() - rounded.scale() - 1;
      return rounded.movePointLeft(exponent).setScale(DIGITS - 1, RoundingMode.HALF_EVEN)
          + "e"
          + exponent;
    }
    return grouped(exact.setScale(decimals, RoundingMode.HALF_EVEN));
  }

  private static String grouped(BigDecimal value) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder text = new StringBuilder(value.signum() < 0 ? "-" : "");
    for (int i = 0; i < plain.length(); i++) {
      if (i > 0 && i < point && (point - i) % 3 == 0) {
        text.append(',');
      }
      text.append(plain.charAt(i));
    }
    return text.toString();
  }
}
