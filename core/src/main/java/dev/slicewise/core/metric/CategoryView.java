package dev.slicewise.core.metric;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.statistic.PerCategory;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The states of one category as if its rows were a slice of their own: any metric can be asked of
 * them.
 *
 * @param states the slice
 * @param grouping by what it is divided; the statistic inside does not matter
 * @param category the category
 */
public record CategoryView(StateView states, PerCategory grouping, String category)
    implements StateView {

  /** What must be remembered by category so that statistics can be read of each. */
  public static List<Statistic<?>> needs(PerCategory grouping, Collection<Statistic<?>> inside) {
    Set<Statistic<?>> needs = new LinkedHashSet<>();
    Set<Domain> domains = new LinkedHashSet<>();
    for (Statistic<?> statistic : inside) {
      needs.add(grouping.with(statistic));
      domains.add(statistic.domain());
    }
    domains.forEach(domain -> needs.add(grouping.with(new RowAudit(domain))));
    return List.copyOf(needs);
  }

  /** The categories that have rows, admitted by a domain or not. */
  public static Set<String> categories(StateView states, PerCategory grouping, Domain domain) {
    return states.state(grouping.with(new RowAudit(domain))).categories();
  }

  @Override
  public <S extends State<S>> S state(Statistic<S> statistic) {
    return states.state(grouping.with(statistic)).of(category, statistic);
  }

  @Override
  public boolean weighted() {
    return states.weighted();
  }

  /** A metric's value on a view, undefined without usable rows. */
  public static MetricValue value(Metric metric, StateView view) {
    return view.count(metric.needs().get(0).domain()) == 0
        ? MetricValue.undefined("no usable rows")
        : metric.value(view);
  }

  /** A metric's closed-form interval on a view that remembers what it needs. */
  public static Optional<Interval> interval(Metric metric, StateView view, double confidence) {
    return view.count(metric.needs().get(0).domain()) == 0
        ? Optional.empty()
        : metric.interval().interval(view, confidence).flatMap(Interval::withinRange);
  }
}
