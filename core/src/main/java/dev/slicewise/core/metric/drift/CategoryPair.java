package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.PerCategoryState;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The categories of two sides, kept by the same rule on both: at the deeper of their levels.
 *
 * @param kept the categories that occur on a side, and their weights
 * @param restOfReference the weight of all others
 * @param restOfCurrent the weight of all others
 * @param level the level: about one category in 2^level is kept
 */
record CategoryPair(BinPair kept, Dyadic restOfReference, Dyadic restOfCurrent, int level) {
  static CategoryPair of(StateView reference, StateView current, String column) {
    PerCategoryState r = reference.state(Kind.counts(column));
    PerCategoryState c = current.state(Kind.counts(column));
    int level = Math.max(r.level(), c.level());
    TreeSet<String> names = new TreeSet<>(r.categories());
    names.addAll(c.categories());
    Sum weight = Kind.weight(column);
    List<Dyadic> ofReference = new ArrayList<>();
    List<Dyadic> ofCurrent = new ArrayList<>();
    Domain domain = Kind.CATEGORIES.domain(column);
    Dyadic restOfReference = reference.rows(domain).exactWeight();
    Dyadic restOfCurrent = current.rows(domain).exactWeight();
    for (String name : names) {
      if (PerCategoryState.keeps(name, level)) {
        ofReference.add(r.of(name, weight).sum().toDyadic());
        ofCurrent.add(c.of(name, weight).sum().toDyadic());
        restOfReference = restOfReference.minus(ofReference.get(ofReference.size() - 1));
        restOfCurrent = restOfCurrent.minus(ofCurrent.get(ofCurrent.size() - 1));
      }
    }
    return new CategoryPair(
        new BinPair(
            ofReference,
            ofCurrent,
            reference.rows(domain).effectiveRows(),
            current.rows(domain).effectiveRows()),
        restOfReference,
        restOfCurrent,
        level);
  }

  boolean truncated() {
    return level > 0;
  }

  /** The kept categories, and all others as one. */
  BinPair pair() {
    return kept.with(restOfReference, restOfCurrent, kept.referenceRows(), kept.currentRows());
  }

  /** How many kept categories occur on a side. */
  static int distinct(List<Dyadic> masses) {
    int distinct = 0;
    for (Dyadic mass : masses) {
      distinct += mass.signum() > 0 ? 1 : 0;
    }
    return distinct;
  }
}
