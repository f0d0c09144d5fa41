package dev.slicewise.core.slice;

import dev.slicewise.core.interval.Estimate;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.numeric.FalseDiscovery;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricEstimate;
import dev.slicewise.core.plan.SliceState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the slices that are significantly worse than the rest of the rows, from stored states.
 * Every slice of every definition is compared with its complement, the merged others of its
 * definition; one-sided p-values are adjusted (Benjamini and Hochberg) over all that were compared,
 * whatever their definition, and a slice counts below (1 − confidence)/2.
 *
 * <p>Small descriptions come first: a slice within one that is listed already is listed only if it
 * is worse than the rest of that as well, so {@code carrier=AA} is not repeated for every origin.
 * That second question is not adjusted; it can only take slices away.
 *
 * <p>For metrics that are best at 0 or at 1 the distance from there is compared and the p-value
 * doubled, since either side is bad. Keeps what one metric needs of every slice.
 */
public final class WorstSlices {
  private record Member(List<Object> values, SliceState state) {}

  private record Candidate(
      SliceSpec definition, Member member, MetricEstimate own, MetricEstimate rest, double p) {}

  private final EvaluationPlan part;
  private final NamedMetric metric;
  private final Direction better;
  private final Finish finish;
  private final long support;
  private final Map<SliceSpec, List<Member>> definitions = new LinkedHashMap<>();

  /**
   * A search.
   *
   * @param plan of the states that will be given
   * @param better which values of the metric are good; not {@link Direction#NONE}
   * @param support rows that a slice, and its complement, have at least
   */
  public WorstSlices(
      EvaluationPlan plan, NamedMetric metric, Direction better, Finish finish, long support) {
    if (better == Direction.NONE) {
      throw new IllegalArgumentException(
          "expected a metric with a good direction, found " + metric.text());
    }
    this.part = plan.only(metric);
    this.metric = metric;
    this.better = better;
    this.finish = finish;
    this.support = support;
  }

  /** Takes a slice. */
  public void accept(SliceStates slice) {
    if (!slice.definition().dimensions().isEmpty()) {
      definitions
          .computeIfAbsent(slice.definition(), ignored -> new ArrayList<>())
          .add(new Member(slice.values(), slice.state().only(part)));
    }
  }

  /** The slices that stand out, by the size of their description, then worst first. */
  public List<Standout> search() {
    List<Candidate> candidates = new ArrayList<>();
    definitions.forEach((definition, members) -> compare(definition, members, candidates));
    double[] adjusted =
        FalseDiscovery.benjaminiHochberg(candidates.stream().mapToDouble(Candidate::p).toArray());
    double level = (1 - finish.confidence()) / 2;
    Map<Candidate, Double> significant = new LinkedHashMap<>();
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] <= level) {
        significant.put(candidates.get(i), adjusted[i]);
      }
    }
    List<Candidate> ordered = new ArrayList<>(significant.keySet());
    ordered.sort(
        Comparator.<Candidate>comparingInt(each -> each.definition.dimensions().size())
            .thenComparingDouble(each -> -badness(each.own.estimate()).value()));
    List<Candidate> listed = new ArrayList<>();
    for (Candidate candidate : ordered) {
      boolean own =
          listed.stream()
              .filter(coarse -> contains(coarse, candidate.definition, candidate.member))
              .allMatch(coarse -> isWorseWithin(coarse, candidate, level));
      if (own) {
        listed.add(candidate);
      }
    }
    MetricEstimate total = total();
    return listed.stream().map(each -> standout(each, significant.get(each), total)).toList();
  }

  private void compare(SliceSpec definition, List<Member> members, List<Candidate> candidates) {
    LeaveOneOut.each(
        part,
        members.stream().map(Member::state).toList(),
        (position, others) -> {
          Member member = members.get(position);
          if (member.state.rows() >= support && others.rows() >= support) {
            MetricEstimate own = MetricEstimate.of(finish, member.state);
            MetricEstimate rest = MetricEstimate.of(finish, others);
            double p = p(own, rest);
            if (!Double.isNaN(p)) {
              candidates.add(new Candidate(definition, member, own, rest, p));
            }
          }
        });
  }

  /** Whether the first is worse than the second by chance; NaN where that cannot be known. */
  private double p(MetricEstimate own, MetricEstimate rest) {
    if (own.estimate() == null || rest.estimate() == null || !own.sampled()) {
      return Double.NaN;
    }
    double p = badness(own.estimate()).minus(badness(rest.estimate())).pAtMost(0);
    return better == Direction.ZERO || better == Direction.ONE ? Math.min(1, 2 * p) : p;
  }

  /** The estimate turned so that more is worse. */
  private Estimate badness(Estimate of) {
    return switch (better) {
      case HIGHER -> of.negated();
      case ZERO -> of.value() < 0 ? of.negated() : of;
      case ONE -> of.value() < 1 ? of.plus(-1).negated() : of.plus(-1);
      default -> of;
    };
  }

  private static boolean contains(Candidate coarse, SliceSpec definition, Member member) {
    for (int i = 0; i < coarse.definition.dimensions().size(); i++) {
      int at = definition.dimensions().indexOf(coarse.definition.dimensions().get(i));
      Object value = coarse.member.values.get(i);
      if (at < 0 || !Objects.equals(value, member.values.get(at))) {
        return false;
      }
    }
    return definition.dimensions().size() > coarse.definition.dimensions().size();
  }

  /** Compares with the other slices of the same definition that lie within the coarser slice. */
  private boolean isWorseWithin(Candidate coarse, Candidate candidate, double level) {
    SliceState rest = part.emptyState();
    for (Member other : definitions.get(candidate.definition)) {
      if (other != candidate.member && contains(coarse, candidate.definition, other)) {
        rest.merge(other.state);
      }
    }
    return p(candidate.own, MetricEstimate.of(finish, rest)) <= level;
  }

  private MetricEstimate total() {
    SliceState total = part.emptyState();
    if (!definitions.isEmpty()) {
      definitions.values().iterator().next().forEach(member -> total.merge(member.state));
    }
    return MetricEstimate.of(finish, total);
  }

  private Standout standout(Candidate of, double adjusted, MetricEstimate total) {
    Estimate difference = of.own.estimate().minus(of.rest.estimate());
    Interval interval = difference.interval(finish.confidence()).orElse(null);
    double share = (double) of.own.rows() / total.rows();
    return new Standout(
        of.definition,
        of.member.values,
        of.own.result(),
        of.rest.estimate().value(),
        difference.value(),
        interval,
        of.p,
        adjusted,
        of.own.rows(),
        share,
        excess(of.own, total));
  }

  /** Of a mean of losses, what share of their sum the slice has beyond its share of the weight. */
  private Double excess(MetricEstimate own, MetricEstimate total) {
    boolean mean =
        metric.metric().interval() instanceof MeanInterval interval && interval.isUntransformed();
    boolean sums =
        mean
            && better == Direction.LOWER
            && total.result().value() instanceof MetricValue.Scalar whole
            && whole.value() > 0;
    if (!sums) {
      return null;
    }
    double weight = own.result().weight() / total.result().weight();
    double whole = ((MetricValue.Scalar) total.result().value()).value();
    return weight * own.estimate().value() / whole - weight;
  }
}
