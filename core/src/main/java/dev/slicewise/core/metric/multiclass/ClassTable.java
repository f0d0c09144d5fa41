package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.PairCounts;
import dev.slicewise.core.term.ClassNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The confusion of several classes: what each has on the label's side, on the prediction's, and on
 * both.
 *
 * @param names the classes in order: by number where all are numbers, else by text, or as listed
 * @param label Σw of rows of the class
 * @param predicted Σw of rows predicted to be of the class
 * @param both Σw of both
 * @param total Σw of all rows that the class is counted on
 * @param pairs the pairs of classes that rows have; empty for labels that are independent
 */
record ClassTable(
    List<String> names,
    Dyadic[] label,
    Dyadic[] predicted,
    Dyadic[] both,
    Dyadic[] total,
    List<Pair> pairs) {

  /** Rows of one class that were predicted to be of another, or of the same. */
  record Pair(int label, int predicted, Dyadic mass) {}

  private static ClassTable empty(List<String> names, Dyadic total) {
    int count = names.size();
    Dyadic[][] sums = new Dyadic[4][count];
    for (int i = 0; i < 4; i++) {
      Arrays.fill(sums[i], i == 3 ? total : Dyadic.ZERO);
    }
    return new ClassTable(names, sums[0], sums[1], sums[2], sums[3], new ArrayList<>());
  }

  /** Of a confusion map. */
  static ClassTable of(PairCounts counts) {
    List<String> kept = counts.classes();
    List<String> sorted = sorted(kept);
    Map<String, Integer> places = new HashMap<>();
    sorted.forEach(name -> places.put(name, places.size()));
    ClassTable table = empty(sorted, counts.total());
    counts.forEach(
        (pair, mass) -> {
          int first = places.get(kept.get(pair[0]));
          int second = places.get(kept.get(pair[1]));
          table.pairs.add(new Pair(first, second, mass));
          table.label[first] = table.label[first].plus(mass);
          table.predicted[second] = table.predicted[second].plus(mass);
          if (first == second) {
            table.both[first] = mass;
          }
        });
    table.pairs.sort((a, b) -> a.label != b.label ? a.label - b.label : a.predicted - b.predicted);
    return table;
  }

  /** Of one confusion table a label. */
  static ClassTable of(List<CellCounts.State> labels, List<String> given) {
    List<String> names = new ArrayList<>();
    for (int k = 0; k < labels.size(); k++) {
      names.add(ClassNames.name(given, k));
    }
    ClassTable table = empty(names, Dyadic.ZERO);
    for (int k = 0; k < labels.size(); k++) {
      CellCounts.State cells = labels.get(k);
      table.both[k] = cells.mass(3);
      table.predicted[k] = cells.mass(3).plus(cells.mass(2));
      table.label[k] = cells.mass(3).plus(cells.mass(1));
      table.total[k] = table.predicted[k].plus(cells.mass(1)).plus(cells.mass(0));
    }
    return table;
  }

  private static List<String> sorted(List<String> names) {
    List<String> sorted = new ArrayList<>(names);
    if (numbers(names) == null) {
      sorted.sort(null);
    } else {
      sorted.sort(
          (a, b) -> {
            int byNumber = Double.compare(Double.parseDouble(a), Double.parseDouble(b));
            return byNumber != 0 ? byNumber : a.compareTo(b);
          });
    }
    return sorted;
  }

  /** The names as numbers, or null where one is none. */
  static double[] numbers(List<String> names) {
    double[] numbers = new double[names.size()];
    for (int k = 0; k < numbers.length; k++) {
      String name = names.get(k);
      if (!name.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
        return null;
      }
      numbers[k] = Double.parseDouble(name);
    }
    return numbers;
  }

  /** These classes alone, in this order; one that no row has is counted with 0. */
  ClassTable only(List<String> chosen) {
    Dyadic all = total.length == 0 ? Dyadic.ZERO : total[0];
    ClassTable table = empty(chosen, all);
    for (int k = 0; k < chosen.size(); k++) {
      int at = names.indexOf(chosen.get(k));
      if (at >= 0) {
        table.label[k] = label[at];
        table.predicted[k] = predicted[at];
        table.both[k] = both[at];
        table.total[k] = total[at];
      }
    }
    return table;
  }

  int size() {
    return names.size();
  }

  /** tn, fn, fp and tp of a class against the rest. */
  Dyadic[] cells(int k) {
    Dyadic wrong = label[k].minus(both[k]);
    return new Dyadic[] {
      total[k].minus(predicted[k]).minus(wrong), wrong, predicted[k].minus(both[k]), both[k]
    };
  }

  static Dyadic sum(Dyadic[] values) {
    Dyadic sum = Dyadic.ZERO;
    for (Dyadic value : values) {
      sum = sum.plus(value);
    }
    return sum;
  }
}
