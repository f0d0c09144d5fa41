package dev.slicewise.core.compare;

import dev.slicewise.core.numeric.FalseDiscovery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drift looked for in many slices and columns: p-values adjusted for how often it was. */
public final class ManyFindings {
  private ManyFindings() {}

  /**
   * One look.
   *
   * @param family what it is counted with: equal ones are one question of many slices and columns
   * @param p its p-value, or null
   * @param reference usable rows of the reference
   * @param current usable rows of the current side
   */
  public record Look(Object family, Double p, long reference, long current) {}

  /**
   * The p-values adjusted by Benjamini and Hochberg, each family by itself.
   *
   * @param minRows looks with fewer usable rows on a side are neither counted nor adjusted
   * @return in the order of the looks; null where there is none
   */
  public static List<Double> adjusted(List<Look> looks, long minRows) {
    Map<Object, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < looks.size(); i++) {
      Look look = looks.get(i);
      if (look.p() != null && look.reference() >= minRows && look.current() >= minRows) {
        families.computeIfAbsent(look.family(), any -> new ArrayList<>()).add(i);
      }
    }
    Double[] adjusted = new Double[looks.size()];
    for (List<Integer> family : families.values()) {
      double[] p = family.stream().mapToDouble(i -> looks.get(i).p()).toArray();
      double[] corrected = FalseDiscovery.benjaminiHochberg(p);
      for (int j = 0; j < p.length; j++) {
        adjusted[family.get(j)] = corrected[j];
      }
    }
    return Arrays.asList(adjusted);
  }
}
