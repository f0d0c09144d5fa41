package dev.slicewise.core.gate;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.numeric.FalseDiscovery;
import dev.slicewise.core.numeric.Normal;
import java.util.ArrayList;
import java.util.List;

/**
 * Verdicts about one requirement in all slices of a gate.
 *
 * <ul>
 *   <li><b>pass</b>: the whole interval meets the requirement;
 *   <li><b>fail</b>: the whole interval misses it, and still does after Benjamini's and Hochberg's
 *       adjustment of the one-sided p-values over the slices of the gate at level (1 −
 *       confidence)/2: if every slice is in truth exactly at its limit, a gate fires by chance with
 *       that probability, 2.5 % at 95 % confidence, whether it has one slice or five hundred;
 *   <li><b>inconclusive</b>: otherwise, or the metric is undefined.
 * </ul>
 *
 * <p>A pass is not adjusted: a slice that in truth misses its limit passes with probability (1 −
 * confidence)/2 at most. A metric that has no interval, such as a count of rows, is decided by its
 * value alone, unless its error bound reaches over the limit.
 */
public final class Decisions {
  /** Nobody waits for more rows than this; the estimate is on its limit for all purposes. */
  private static final double MOST_ROWS = 1e15;

  private Decisions() {}

  /**
   * Decides.
   *
   * @param slices the evidence in every slice of the gate
   * @param confidence of its intervals
   */
  public static List<Decision> of(List<Evidence> slices, double confidence) {
    double level = (1 - confidence) / 2;
    double[] adjusted = adjusted(slices);
    int tests = (int) slices.stream().filter(slice -> slice.p() != null).count();
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      Evidence slice = slices.get(i);
      decisions.add(
          slice.p() == null ? withoutTest(slice) : tested(slice, adjusted[i], level, tests));
    }
    return decisions;
  }

  /** Adjusted p-values, NaN where there is none to adjust. */
  private static double[] adjusted(List<Evidence> slices) {
    double[] known =
        slices.stream().filter(slice -> slice.p() != null).mapToDouble(Evidence::p).toArray();
    double[] adjusted = FalseDiscovery.benjaminiHochberg(known);
    double[] all = new double[slices.size()];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = slices.get(i).p() == null ? Double.NaN : adjusted[next++];
    }
    return all;
  }

  private static Decision withoutTest(Evidence slice) {
    if (slice.reason() != null) {
      return new Decision(Verdict.INCONCLUSIVE, null, null, null, slice.reason());
    }
    if (slice.sampled()) {
      String reason = "no interval: too few rows, or no spread that could be estimated";
      return new Decision(Verdict.INCONCLUSIVE, null, null, null, reason);
    }
    double excess = slice.excess();
    double bound = slice.errorBound();
    if (bound > 0 && Math.abs(excess) <= bound) {
      String reason = "the limit is within the value's error bound";
      return new Decision(Verdict.INCONCLUSIVE, null, null, null, reason);
    }
    Verdict verdict = excess <= 0 ? Verdict.PASS : Verdict.FAIL;
    return new Decision(verdict, null, null, null, "decided by the value alone: no interval");
  }

  private static Decision tested(Evidence slice, double adjusted, double level, int tests) {
    Interval interval = slice.interval();
    double p = slice.p();
    boolean above = interval.low() != null && interval.low() > 0;
    boolean below = interval.high() != null && interval.high() <= 0;
    if (below) {
      return new Decision(Verdict.PASS, p, adjusted, null, null);
    }
    if (above && (tests == 1 || adjusted <= level)) {
      return new Decision(Verdict.FAIL, p, adjusted, null, null);
    }
    String reason = above ? "not significant among " + tests + " slices" : null;
    Long rows = rowsNeeded(slice, level, tests);
    return new Decision(Verdict.INCONCLUSIVE, p, adjusted, rows, reason);
  }

  /**
   * Rows at which the interval would just leave the limit out if the estimate stayed where it is
   * and its reach shrank with the root of the rows: n·c²/(d² − f²), where d is the distance to the
   * limit, c the reach of the slice's own interval, and f that of what more rows here do not
   * change, the reference. A failure must stand among all slices of the gate, so its reach is taken
   * at level/tests.
   */
  private static Long rowsNeeded(Evidence slice, double level, int tests) {
    double excess = slice.excess();
    boolean good = excess <= 0;
    Double end = good ? slice.interval().high() : slice.interval().low();
    if (slice.reach() == null || end == null) {
      return null;
    }
    double stretch = good ? 1 : Normal.tailQuantile(level / tests) / Normal.tailQuantile(level);
    double own = stretch * slice.reach();
    double whole = stretch * Math.abs(end - excess);
    double fixed = Math.max(0, whole * whole - own * own);
    double room = excess * excess - fixed;
    double rows = slice.result().rows() * (own * own / room);
    return room > 0 && rows < MOST_ROWS ? (Long) (long) Math.ceil(rows) : null;
  }

  /** The verdict on a gate: a failure in any slice, else a doubt in any. */
  public static Verdict overall(List<Decision> decisions) {
    return decisions.stream().map(Decision::verdict).reduce(Verdict.PASS, Verdict::and);
  }
}
