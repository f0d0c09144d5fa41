package dev.slicewise.core.drift;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.numeric.Harmonic;

/**
 * The Anderson–Darling test for two samples with ties, by midranks: like Kolmogorov's and
 * Smirnov's, with as much weight on the tails as on the middle.
 *
 * <p>Source: F. W. Scholz and M. A. Stephens, "K-Sample Anderson–Darling Tests", JASA 82 (1987),
 * doi:10.1080/01621459.1987.10478517, equations 6 and 7; tables of p as in scipy anderson_ksamp.
 *
 * @param statistic (A² − 1)/σ
 * @param p the probability of a larger one if both sides came from one distribution, interpolated
 *     in a table and so cut to [0.001, 0.25]
 */
public record AndersonDarling(double statistic, double p) {
  private static final double SMALLEST_P = 0.001;
  private static final double LARGEST_P = 0.25;

  /** The statistic at which p is ¼ and 1/1000, for two samples. */
  private static final double AT_LARGEST_P = 0.325;

  private static final double AT_SMALLEST_P = 6.546;

  /** The parabola through log p over the seven tabled points; numpy 2.4 polyfit. */
  private static final double[] LOG_P = {
    -1.077770279820486, -1.0082265644652515, 0.018198094574111343
  };

  /** Fewer rows than this leave the variance undefined. */
  public static final double FEWEST_ROWS = 4;

  /**
   * Of two sides with at least two distinct values and four rows between them.
   *
   * @param n rows of the reference, W²/Σw² when weighted
   * @param m rows of the current side likewise
   */
  public static AndersonDarling of(StepPair steps, double n, double m) {
    double rows = n + m;
    ExactSum sum = new ExactSum();
    Side a = new Side(steps, 0, n);
    Side b = new Side(steps, 1, m);
    for (int i = 0; i < steps.places(); i++) {
      a.move(i);
      b.move(i);
      double tied = a.here + b.here;
      double below = a.before + b.before;
      double above = a.after + b.after;
      // B·(N − B) − N·t/4 of the paper with what cancels taken out; so is N·M − B·n.
      double spread = below * above + (below + above) * tied / 4;
      double lead = m * (a.before + a.here / 2) - n * (b.before + b.here / 2);
      if (spread > 0) {
        sum.add(tied / rows * (lead * lead / spread));
      }
    }
    double distance = (rows - 1) / rows * sum.value() * (1 / n + 1 / m);
    double statistic = (distance - 1) / Math.sqrt(variance(n, m));
    return new AndersonDarling(statistic, probability(statistic));
  }

  /** One side's rows before, at and after a place. */
  private static final class Side {
    private final StepPair steps;
    private final int side;
    private final Dyadic rows;
    private Dyadic sum = Dyadic.ZERO;
    private double before;
    private double here;
    private double after;

    Side(StepPair steps, int side, double rows) {
      this.steps = steps;
      this.side = side;
      this.rows = Dyadic.of(rows);
    }

    /** Goes on to the next place. */
    void move(int place) {
      Dyadic mass = new Dyadic(steps.mass(side, place), 0);
      before = rows(sum);
      here = rows(mass);
      sum = sum.plus(mass);
      after = rows(new Dyadic(steps.total(side), 0).minus(sum));
    }

    private double rows(Dyadic mass) {
      return mass.times(rows).over(new Dyadic(steps.total(side), 0));
    }
  }

  /** σ² of A² for two samples of n and m rows. */
  private static double variance(double n, double m) {
    double rows = n + m;
    double inverse = 1 / n + 1 / m;
    double h = Harmonic.first(rows - 1);
    // Σ over i < j of 1/((N − i)·j), closed by Σ H_k/(N − k) = H_N² − H_N⁽²⁾.
    double g = Harmonic.second(rows - 1) - 2 * h / rows;
    double a = 4 * g - 6 + (10 - 6 * g) * inverse;
    double b = (2 * g - 4) * 4 + 16 * h + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6;
    double c = (6 * h + 2 * g - 2) * 4 + (4 * h - 4 * g + 6) * 2 + (2 * h - 6) * inverse + 4 * h;
    double d = (2 * h + 6) * 4 - 8 * h;
    double cubic = ((a * rows + b) * rows + c) * rows + d;
    return cubic / ((rows - 1) * (rows - 2) * (rows - 3));
  }

  private static double probability(double statistic) {
    if (statistic <= AT_LARGEST_P) {
      return LARGEST_P;
    }
    if (statistic >= AT_SMALLEST_P) {
      return SMALLEST_P;
    }
    return StrictMath.exp((LOG_P[2] * statistic + LOG_P[1]) * statistic + LOG_P[0]);
  }
}
