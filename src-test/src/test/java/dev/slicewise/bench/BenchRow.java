package dev.slicewise.bench;

/**
 * Row i of the benchmark's table, a function of i alone: however the rows are cut into partitions
 * and files, they are the same rows.
 *
 * <p>Scores are odd multiples of 2⁻²⁴, dense near 0; labels follow seven eighths of the score, so
 * that the predictions are biased. Every error is a multiple of 2⁻²⁴ and every weight one of 2⁻³,
 * which makes the expected sums integers.
 */
final class BenchRow {
  /** Changes whenever a row would. */
  static final int GENERATOR_VERSION = 1;

  /** Scores are (2k + 1) / 2²⁴ for a score index k below this. */
  static final int SCORES = 1 << 23;

  /** Units in which scores and errors are integers. */
  static final double SCORE_UNIT = 0x1p-24;

  /** Units in which weights are integers. */
  static final double WEIGHT_UNIT = 0x1p-3;

  /** Rows of 65,536 in which the nullable label or prediction is missing: 5 %. */
  private static final int MISSING_OF_65536 = 3277;

  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final int DRAWS = 5;

  private int scoreIndex;
  private boolean positive;
  private int weightEighths;
  private boolean labelMissing;
  private boolean predictionMissing;
  private double regressionLabel;
  private double regressionPrediction;
  private final long[] draws = new long[DRAWS];

  /** Becomes row i. */
  void become(long i) {
    for (int d = 0; d < DRAWS; d++) {
      draws[d] = mixed((i * DRAWS + d + 1) * STEP);
    }
    long first = draws[0] >>> 41;
    long second = draws[0] >>> 18 & SCORES - 1;
    scoreIndex = (int) (first * second >>> 23);
    int score = 2 * scoreIndex + 1;
    positive = (draws[1] >>> 40) < score - (score >> 3);
    weightEighths = (int) (draws[1] >>> 36 & 15) + 1;
    boolean missing = (draws[1] & 0xffff) < MISSING_OF_65536;
    labelMissing = missing && (draws[1] & 1) == 0;
    predictionMissing = missing && (draws[1] & 1) == 1;
    regressionLabel = (draws[0] >>> 44) * 0x1p-4;
    regressionPrediction = regressionLabel + ((draws[1] >>> 48) - 30_000) * 0x1p-8;
  }

  /** SplitMix64's finaliser (Steele, Lea and Flood 2014): a bijection that scatters. */
  private static long mixed(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** k of the score (2k + 1) / 2²⁴. */
  int scoreIndex() {
    return scoreIndex;
  }

  double score() {
    return (2 * scoreIndex + 1) * SCORE_UNIT;
  }

  boolean positive() {
    return positive;
  }

  int weightEighths() {
    return weightEighths;
  }

  /** Whether the nullable label is NULL here. */
  boolean labelMissing() {
    return labelMissing;
  }

  /** Whether the nullable prediction is NULL here; never where the label is. */
  boolean predictionMissing() {
    return predictionMissing;
  }

  /** A label that is not a class, so that the table has columns nobody asks for. */
  double regressionLabel() {
    return regressionLabel;
  }

  double regressionPrediction() {
    return regressionPrediction;
  }

  /** Some bits of this row's draw number 2 to 4, for slices. */
  long draw(int number) {
    return draws[number];
  }
}
