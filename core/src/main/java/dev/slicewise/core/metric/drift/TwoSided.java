package dev.slicewise.core.metric.drift;

import dev.slicewise.core.metric.CategoryView;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.PerCategory;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import java.util.List;

/**
 * A comparison of two sides. As a metric, the sides are two values of the column in the role {@code
 * split}; whoever holds the states of two windows remembers {@link #ofEachSide} for each and calls
 * {@link #compare}.
 */
public interface TwoSided extends Metric {
  /** What the parameter {@link #reference} means. */
  String REFERENCE = "the value of split in the rows that are compared with";

  /** What the parameter {@link #current} means. */
  String CURRENT = "the value of split in the rows that are compared";

  /** The edge cases of all of them. */
  String NO_SIDE = "no usable row on a side: undefined";

  /** The edge cases of all of them. */
  String OTHER_SPLITS = "another split: row skipped, n_domain; NULL: row skipped, n_null";

  /** The value of the split column on the reference side. */
  String reference();

  /** The value of the split column on the current side. */
  String current();

  /** What is remembered of either side; the first one's domain decides which rows count. */
  List<Statistic<?>> ofEachSide();

  /** The comparison, of two sides with at least one usable row each. */
  MetricValue compare(StateView reference, StateView current);

  /** How the rows are divided. */
  default PerCategory sides() {
    if (reference().equals(current())) {
      throw new IllegalArgumentException(
          "expected two values of split to compare, found '" + current() + "' twice");
    }
    RowAudit any = new RowAudit(Domain.of(Role.SPLIT));
    return PerCategory.only(Role.SPLIT, List.of(reference(), current()), any);
  }

  /** One side of a slice. */
  default StateView side(StateView states, String name) {
    return new CategoryView(states, sides(), name);
  }

  @Override
  default List<Statistic<?>> needs() {
    return CategoryView.needs(sides(), ofEachSide());
  }

  @Override
  default MetricValue value(StateView states) {
    StateView reference = side(states, reference());
    StateView current = side(states, current());
    Domain domain = ofEachSide().get(0).domain();
    for (StateView side : List.of(reference, current)) {
      if (side.count(domain) == 0) {
        String name = side == reference ? reference() : current();
        return MetricValue.undefined("no usable row has split = '" + name + "'");
      }
    }
    return compare(reference, current);
  }
}
