package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How numbers look: as many decimals as the interval supports, thin spaces between thousands, a
 * true minus sign. The same characters for every locale.
 */
final class Numbers {
  private static final char THIN = '\u202f';
  private static final int DIGITS = 4;
  private static final int MOST_DECIMALS = 12;
  private static final int MOST_PLAIN = 6;
  private static final BigDecimal LARGE = new BigDecimal("1e9");
  private static final BigDecimal SMALL = new BigDecimal("1e-4");
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Numbers() {}

  /** A count: {@code 336 776}. */
  static String count(long count) {
    return grouped(BigDecimal.valueOf(count));
  }

  /** A share of a count: {@code 8.3 %}. */
  static String share(long part, long whole) {
    if (whole == 0 || part == 0) {
      return "0" + THIN + "%";
    }
    BigDecimal percent =
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    if (percent.signum() == 0) {
      return "<" + THIN + "0.1" + THIN + "%";
    }
    return grouped(percent) + THIN + "%";
  }

  /** A confidence: {@code 95 %}. */
  static String percent(double fraction) {
    BigDecimal percent = BigDecimal.valueOf(fraction).movePointRight(2).stripTrailingZeros();
    return grouped(percent.setScale(Math.max(0, percent.scale()))) + THIN + "%";
  }

  /** A share: {@code 8.3 %}. */
  static String share(double fraction) {
    BigDecimal percent = BigDecimal.valueOf(fraction).movePointRight(2);
    BigDecimal shown = percent.setScale(1, RoundingMode.HALF_UP);
    if (shown.signum() == 0 && percent.signum() != 0) {
      return (percent.signum() < 0 ? ">" + THIN + "−" : "<" + THIN) + "0.1" + THIN + "%";
    }
    return (shown.signum() == 0 ? "0" : grouped(shown)) + THIN + "%";
  }

  /** A p-value: {@code 0.012}, and what is smaller than a thousandth as that. */
  static String p(double p) {
    return p < 0.001 ? "<" + THIN + "0.001" : text(p, p < 0.1 ? 3 : 2);
  }

  /** A value alone; a dash for none. */
  static String value(Double value) {
    return value == null ? "–" : text(value, decimals(value, null));
  }

  /** A number that somebody wrote: no more digits than it has, four at most. */
  static String plain(double value) {
    if (!Double.isFinite(value)) {
      return text(value, 0);
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(DIGITS)).stripTrailingZeros();
    return text(rounded.doubleValue(), Math.max(0, rounded.scale()));
  }

  /** A value with its interval: {@code 14.2 (13.9 – 14.5)}. */
  static String estimate(Double value, Interval interval) {
    if (value == null || interval == null) {
      return value(value);
    }
    int decimals = decimals(value, interval);
    return text(value, decimals) + " (" + range(interval, decimals) + ")";
  }

  /** A difference: as a value, with a sign always. */
  static String signed(double value, int decimals) {
    return (value > 0 ? "+" : "") + text(value, decimals);
  }

  /** All digits, as programs read them. */
  static String full(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? BigDecimal.valueOf(value).setScale(0).toPlainString()
        : Double.toString(value);
  }

  /**
   * How many decimals a value deserves: two digits of its interval's half width; without an
   * interval four digits, or four decimals of what is less than 1.
   */
  static int decimals(double value, Interval interval) {
    double half = halfWidth(value, interval);
    if (half > 0 && !Double.isInfinite(half)) {
      return clamp(1 - exponent(half));
    }
    if (value == 0 || !Double.isFinite(value) || value == Math.rint(value)) {
      return 0;
    }
    int exponent = exponent(value);
    return clamp(exponent < 0 ? Math.max(DIGITS, 1 - exponent) : DIGITS - 1 - exponent);
  }

  private static double halfWidth(double value, Interval interval) {
    if (interval == null) {
      return 0;
    }
    double below = interval.low() == null ? 0 : value - interval.low();
    double above = interval.high() == null ? 0 : interval.high() - value;
    return Math.max(below, above);
  }

  private static int clamp(int decimals) {
    return Math.max(0, Math.min(MOST_DECIMALS, decimals));
  }

  private static int exponent(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    return exact.precision() - exact.scale() - 1;
  }

  /** A value with so many decimals; with a power of ten where those would be a row of zeros. */
  static String text(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal size = exact.abs();
    boolean small = decimals > MOST_PLAIN && size.signum() > 0 && size.compareTo(SMALL) < 0;
    return small || size.compareTo(LARGE) >= 0
        ? scientific(exact, decimals)
        : grouped(exact.setScale(decimals, RoundingMode.HALF_UP));
  }

  /** A bound in two digits, rounded up: it stays a bound. */
  static String bound(double bound) {
    if (!Double.isFinite(bound)) {
      return text(bound, 0);
    }
    BigDecimal up = BigDecimal.valueOf(bound).round(new MathContext(2, RoundingMode.CEILING));
    return text(up.doubleValue(), Math.max(0, up.stripTrailingZeros().scale()));
  }

  /** Whether a value that is not zero would read as zero. */
  static boolean vanishes(double value, int decimals) {
    return Double.isFinite(value)
        && value != 0
        && BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).signum() == 0;
  }

  private static String scientific(BigDecimal value, int decimals) {
    int exponent = value.precision() - value.scale() - 1;
    int digits = Math.max(1, Math.min(DIGITS, decimals + exponent));
    BigDecimal mantissa = value.movePointLeft(exponent).setScale(digits, RoundingMode.HALF_UP);
    if (mantissa.abs().compareTo(BigDecimal.TEN) >= 0) {
      exponent++;
      mantissa = value.movePointLeft(exponent).setScale(digits, RoundingMode.HALF_UP);
    }
    StringBuilder power = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      power.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return grouped(mantissa) + THIN + "×" + THIN + "10" + power;
  }

  private static String grouped(BigDecimal value) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.');
    int whole = point < 0 ? plain.length() : point;
    StringBuilder text = new StringBuilder(value.signum() < 0 ? "−" : "");
    for (int i = 0; i < plain.length(); i++) {
      if (i > 0 && i < whole && (whole - i) % 3 == 0) {
        text.append(THIN);
      }
      text.append(plain.charAt(i));
    }
    return text.toString();
  }

  /** {@code 25.05 – 25.31}; an end that is not known reads as unbounded. */
  static String range(Interval interval, int decimals) {
    String low = interval.low() == null ? "−∞" : text(interval.low(), decimals);
    String high = interval.high() == null ? "∞" : text(interval.high(), decimals);
    return low + " – " + high;
  }
}
