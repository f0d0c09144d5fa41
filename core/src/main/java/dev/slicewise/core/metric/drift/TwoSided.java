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
import java.util.Set;

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

  /** Of which columns it compares the distribution; none when it compares something else. */
  default Set<ColumnKind> kinds() {
    return Set.of();
  }

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

  /** Whether a side without usable rows leaves nothing to compare. */
  default boolean comparesValues() {
    return true;
  }

  /**
   * The comparison of two slices that remember {@link #ofEachSide}, such as one slice in two
   * windows; undefined when a side has no usable row.
   */
  default MetricValue between(StateView reference, StateView current) {
    return compareUsable(
        reference,
        current,
        List.of("no usable row in the reference", "no usable row in the current side"));
  }

  @Override
  default MetricValue value(StateView states) {
    String noRow = "no usable row has split = '";
    return compareUsable(
        side(states, reference()),
        side(states, current()),
        List.of(noRow + reference() + "'", noRow + current() + "'"));
  }

  private MetricValue compareUsable(
      StateView reference, StateView current, List<String> withoutRows) {
    Domain domain = ofEachSide().get(0).domain();
    List<StateView> sides = List.of(reference, current);
    for (int side = 0; side < sides.size(); side++) {
      if (comparesValues() && sides.get(side).count(domain) == 0) {
        return MetricValue.undefined(withoutRows.get(side));
      }
    }
    return compare(reference, current);
  }
}
