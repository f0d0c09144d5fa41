package dev.slicewise.core.laws;

import java.util.SplittableRandom;

/** Kinds of doubles that have broken sums, bins and comparisons before. */
public enum Numbers {
  /** −0.0, +0.0 and a few values that come again and again. */
  TIES,
  /** One value. */
  CONSTANT,
  /** Integers of a few digits. */
  INTEGERS,
  /** A bell around zero: errors, logits. */
  BELL,
  /** Log-normal with a long tail, of one sign. */
  SKEWED,
  /** Numbers around 2^-1074 to 2^-1020. */
  SUBNORMAL,
  /** 1e±300 beside 1, and their neighbours. */
  EXTREME,
  /** Magnitudes from 1e-18 to 1e18 with cancelling partners. */
  MIXED,
  /** Any finite double, bit patterns drawn evenly. */
  ANY_BITS,
  /** Float32 values: the low bits are zero. */
  FLOATS,
  /** Probabilities near 0, ½ and 1, some of them exactly there. */
  PROBABILITIES,
  /** 0 or 1. */
  BINARY;

  private static final double[] TIED = {-0.0, 0.0, 1.0, -1.0, 0.5, 2.5, -3.0, 1e16, 0.1};
  private static final double[] EXTREMES = {
    1e300, -1e300, 1e-300, -1e-300, 1.0, -1.0, 1e150, -1e150, 1.5e308, -1.5e308, 3e-308, 5e-324
  };

  /** One number of this kind. */
  public double draw(SplittableRandom random) {
    return switch (this) {
      case TIES -> TIED[random.nextInt(TIED.length)];
      case CONSTANT -> 7.25;
      case INTEGERS -> random.nextInt(-500, 500);
      case BELL -> 4 * random.nextGaussian();
      case SKEWED -> Math.exp(3 * random.nextGaussian());
      case SUBNORMAL -> sign(random) * Double.longBitsToDouble(random.nextLong(1L << 58) >>> 1);
      case EXTREME -> neighbour(EXTREMES[random.nextInt(EXTREMES.length)], random);
      case MIXED -> sign(random) * Math.scalb(1 + random.nextInt(8) / 8.0, random.nextInt(-60, 60));
      case ANY_BITS -> anyFinite(random);
      case FLOATS -> (float) (random.nextGaussian() * 10);
      case PROBABILITIES -> probability(random);
      case BINARY -> random.nextInt(2);
    };
  }

  /** A kind at random. */
  public static Numbers any(SplittableRandom random) {
    return values()[random.nextInt(values().length)];
  }

  private static double sign(SplittableRandom random) {
    return random.nextBoolean() ? 1.0 : -1.0;
  }

  private static double neighbour(double value, SplittableRandom random) {
    int step = random.nextInt(3);
    return step == 0 ? value : step == 1 ? Math.nextUp(value) : Math.nextDown(value);
  }

  private static double anyFinite(SplittableRandom random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : anyFinite(random);
  }

  private static double probability(SplittableRandom random) {
    double tiny = Math.scalb(random.nextDouble(), -random.nextInt(60));
    return switch (random.nextInt(6)) {
      case 0 -> tiny;
      case 1 -> 1 - tiny;
      case 2 -> neighbour(0.5, random);
      case 3 -> random.nextInt(3) / 2.0;
      default -> random.nextDouble();
    };
  }
}
