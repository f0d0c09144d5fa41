package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.PerCategoryState;
import dev.slicewise.core.statistic.StateView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The distribution of a column on two sides, in the bins that drift metrics compare: tenths of the
 * reference, or its most frequent categories.
 *
 * @param bins in ascending order, or the most frequent of the reference first; empty when the
 *     reference has no value
 */
public record SideBySide(List<Bin> bins) {
  /** The bin of all categories that have none of their own. */
  public static final String OTHERS = "(other)";

  private static final int MOST_CATEGORIES = 30;

  /**
   * A bin.
   *
   * @param label the category, or the interval as people write it
   * @param low values are above it; null when open, and for categories
   * @param high values are at most this; null when open, and for categories
   * @param referenceShare share of the reference
   * @param currentShare share of the current side; null when it has no value
   */
  public record Bin(
      String label, Double low, Double high, double referenceShare, Double currentShare) {}

  /** The distributions of two slices that remember what the column's drift metrics need. */
  public static SideBySide of(
      ColumnKind kind, String column, StateView reference, StateView current) {
    return switch (kind) {
      case NUMBERS -> ofNumbers(column, reference, current);
      case CATEGORIES -> ofCategories(column, reference, current);
      case EMBEDDING -> new SideBySide(List.of());
    };
  }

  private static SideBySide ofNumbers(String column, StateView reference, StateView current) {
    List<Distribution> both =
        reference.state(Kind.histogram(column)).aligned(current.state(Kind.histogram(column)));
    double[] cuts = BinPair.cuts(both.get(0), BinDrift.DEFAULT_BINS);
    List<Dyadic> r = BinPair.masses(both.get(0), cuts);
    List<Dyadic> c = BinPair.masses(both.get(1), cuts);
    List<String> labels = new ArrayList<>();
    for (int bin = 0; bin <= cuts.length; bin++) {
      String low = bin == 0 ? "-inf" : ParameterInfo.text(cuts[bin - 1] + 0.0);
      String high = bin == cuts.length ? "inf)" : ParameterInfo.text(cuts[bin] + 0.0) + "]";
      labels.add("(" + low + ", " + high);
    }
    return of(labels, cuts, r, c);
  }

  private static SideBySide ofCategories(String column, StateView reference, StateView current) {
    PerCategoryState r = reference.state(Kind.counts(column));
    PerCategoryState c = current.state(Kind.counts(column));
    Dyadic restOfReference = ColumnKind.CATEGORIES.rows(column, reference).exactWeight();
    Dyadic restOfCurrent = ColumnKind.CATEGORIES.rows(column, current).exactWeight();
    TreeSet<String> names = new TreeSet<>(r.categories());
    names.addAll(c.categories());
    // What one side kept and the other could not belongs to the others on both.
    int level = Math.max(r.level(), c.level());
    names.removeIf(name -> !PerCategoryState.keeps(name, level));
    List<String> frequent = new ArrayList<>(names);
    frequent.sort(
        Comparator.<String>comparingDouble(name -> -weight(r, column, name).toDouble())
            .thenComparingDouble(name -> -weight(c, column, name).toDouble()));
    List<String> labels = new ArrayList<>();
    List<Dyadic> ofReference = new ArrayList<>();
    List<Dyadic> ofCurrent = new ArrayList<>();
    for (String name : frequent.subList(0, Math.min(MOST_CATEGORIES, frequent.size()))) {
      labels.add(name);
      ofReference.add(weight(r, column, name));
      ofCurrent.add(weight(c, column, name));
      restOfReference = restOfReference.minus(weight(r, column, name));
      restOfCurrent = restOfCurrent.minus(weight(c, column, name));
    }
    if (restOfReference.signum() > 0 || restOfCurrent.signum() > 0) {
      labels.add(OTHERS);
      ofReference.add(restOfReference);
      ofCurrent.add(restOfCurrent);
    }
    return of(labels, null, ofReference, ofCurrent);
  }

  private static Dyadic weight(PerCategoryState state, String column, String name) {
    return state.of(name, Kind.weight(column)).sum().toDyadic();
  }

  private static SideBySide of(
      List<String> labels, double[] cuts, List<Dyadic> reference, List<Dyadic> current) {
    Dyadic r = BinPair.total(reference);
    Dyadic c = BinPair.total(current);
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; r.signum() > 0 && i < labels.size(); i++) {
      boolean first = cuts == null || i == 0;
      boolean last = cuts == null || i == cuts.length;
      bins.add(
          new Bin(
              labels.get(i),
              first ? null : (Double) (cuts[i - 1] + 0.0),
              last ? null : (Double) (cuts[i] + 0.0),
              reference.get(i).over(r),
              c.signum() > 0 ? (Double) current.get(i).over(c) : null));
    }
    return new SideBySide(bins);
  }
}
