package dev.slicewise.core.compare;

import dev.slicewise.core.numeric.FalseDiscovery;
import java.util.ArrayList;
import java.util.List;

/** One comparison repeated over slices: p-values adjusted for how often it was looked. */
public final class ManySlices {
  private ManySlices() {}

  /**
   * The same comparisons with p-values adjusted by Benjamini and Hochberg over the slices that have
   * one and enough rows.
   *
   * @param slices one metric and model, slice by slice
   * @param minRows smaller slices are neither counted nor adjusted, and say neither better nor
   *     worse
   * @param confidence of the intervals, in (0, 1)
   */
  public static List<Comparison> adjusted(
      List<Comparison> slices, long minRows, double confidence) {
    List<Integer> counted = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      if (slices.get(i).test() != null && slices.get(i).rows() >= minRows) {
        counted.add(i);
      }
    }
    double[] p = new double[counted.size()];
    for (int i = 0; i < p.length; i++) {
      p[i] = slices.get(counted.get(i)).test().pValue();
    }
    double[] adjusted = FalseDiscovery.benjaminiHochberg(p);
    List<Comparison> result = new ArrayList<>();
    slices.forEach(slice -> result.add(slice.rows() < minRows ? slice.tooSmall(minRows) : slice));
    for (int i = 0; i < p.length; i++) {
      int place = counted.get(i);
      result.set(place, slices.get(place).adjusted(adjusted[i], 1 - confidence));
    }
    return result;
  }
}
