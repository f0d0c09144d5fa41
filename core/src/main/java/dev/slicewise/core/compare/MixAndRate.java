package dev.slicewise.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why the mean of a whole moved: because its slices are met more or less often (mix), or because
 * they themselves are better or worse (rate). With shares s and values v before (0) and after (1),
 *
 * <pre>
 *   mix  = (s₁ − s₀) · ((v₀ + v₁)/2 − (V₀ + V₁)/2)
 *   rate = (s₀ + s₁)/2 · (v₁ − v₀)
 * </pre>
 *
 * which add up to V₁ − V₀ over all slices without a residual, and do not depend on which of both is
 * called before. A slice counts as mix in as far as it is worse or better than the whole. One that
 * is new or gone has no rate: all it does is mix.
 *
 * @param slices in the order given
 * @param before V₀, the mean of the whole
 * @param after V₁
 * @param mix its part of V₁ − V₀
 * @param rate its part of V₁ − V₀
 */
public record MixAndRate(List<Slice> slices, double before, double after, double mix, double rate) {
  /** How far the slices' mean may be from the whole's, relative to it: roundings, no more. */
  private static final double ROUNDING = 1e-9;

  /**
   * One side of a slice.
   *
   * @param weight rows that have a value, or their weight
   * @param value their mean; null without any
   */
  public record Side(double weight, Double value) {
    /** A slice that does not occur. */
    public static final Side NONE = new Side(0, null);

    boolean exists() {
      return weight > 0 && value != null;
    }
  }

  /**
   * What one slice contributes.
   *
   * @param before its share of the weight before, from 0 to 1
   * @param after its share after
   * @param mix its part
   * @param rate its part
   */
  public record Slice(double before, double after, double mix, double rate) {}

  /**
   * Takes the change of a whole apart; nothing when the slices' mean is not the whole's value, on
   * either side: because the metric is no mean over rows, or rows are in no slice.
   *
   * @param before slices before, in some order
   * @param after the same slices after, in the same order
   * @param wholeBefore the value of all rows before
   * @param wholeAfter the value of all rows after
   */
  public static Optional<MixAndRate> of(
      List<Side> before, List<Side> after, double wholeBefore, double wholeAfter) {
    double weightBefore = weight(before);
    double weightAfter = weight(after);
    if (!adds(before, weightBefore, wholeBefore) || !adds(after, weightAfter, wholeAfter)) {
      return Optional.empty();
    }
    List<Slice> slices = new ArrayList<>();
    double mix = 0;
    double rate = 0;
    for (int i = 0; i < before.size(); i++) {
      Side first = before.get(i);
      Side second = after.get(i);
      Slice slice = new Slice(0, 0, 0, 0);
      if (first.exists() || second.exists()) {
        double s0 = first.exists() ? first.weight() / weightBefore : 0;
        double s1 = second.exists() ? second.weight() / weightAfter : 0;
        double v0 = first.exists() ? first.value() : second.value();
        double v1 = second.exists() ? second.value() : first.value();
        double middle = (v0 + v1) / 2 - (wholeBefore + wholeAfter) / 2;
        slice = new Slice(s0, s1, (s1 - s0) * middle, (s0 + s1) / 2 * (v1 - v0));
      }
      slices.add(slice);
      mix += slice.mix();
      rate += slice.rate();
    }
    return Optional.of(new MixAndRate(slices, wholeBefore, wholeAfter, mix, rate));
  }

  private static double weight(List<Side> sides) {
    return sides.stream().filter(Side::exists).mapToDouble(Side::weight).sum();
  }

  private static boolean adds(List<Side> sides, double weight, double whole) {
    double mean = 0;
    double size = Math.abs(whole);
    for (Side side : sides) {
      if (side.exists()) {
        mean += side.weight() / weight * side.value();
        size = Math.max(size, Math.abs(side.value()));
      }
    }
    return weight > 0 && Math.abs(mean - whole) <= ROUNDING * size;
  }
}
