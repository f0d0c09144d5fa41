package dev.slicewise.core.compare;

import dev.slicewise.core.numeric.FalseDiscovery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One comparison repeated over slices: p-values adjusted for how often it was looked. */
public final class ManySlices {
  private ManySlices() {}

  /**
   * The same comparisons, adjusted for every metric and model by itself.
   *
   * @param models whose comparison it is, in the order of the comparisons
   * @param minRows smaller slices are neither counted nor adjusted
   * @param confidence of the intervals, in (0, 1)
   */
  public static List<Comparison> adjusted(
      List<Comparison> all, List<String> models, long minRows, double confidence) {
    Map<List<String>, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      List<String> family = List.of(models.get(i), all.get(i).metric().text());
      families.computeIfAbsent(family, any -> new ArrayList<>()).add(i);
    }
    List<Comparison> result = new ArrayList<>(all);
    for (List<Integer> family : families.values()) {
      List<Comparison> found =
          adjusted(family.stream().map(all::get).toList(), minRows, confidence);
      for (int f = 0; f < found.size(); f++) {
        result.set(family.get(f), found.get(f));
      }
    }
    return result;
  }

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
