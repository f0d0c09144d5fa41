package dev.slicewise.core.plan;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.numeric.RowHash;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A suite made ready to run: its distinct statistics in a canonical order, and the columns they
 * need. Equal statistics are one statistic, whoever asked; the order of the suite does not matter.
 */
public final class EvaluationPlan {
  private final Suite suite;
  private final String suiteText;
  private final List<Statistic<?>> statistics;
  private final List<String> descriptors;
  private final Map<Statistic<?>, Integer> positions = new HashMap<>();
  private final List<Role> roles;
  private final List<Domain> domains;
  private final long fingerprint;

  private EvaluationPlan(Suite suite) {
    this.suite = suite;
    this.suiteText = suite.text();
    Map<String, Statistic<?>> distinct = new TreeMap<>();
    Set<Domain> seen = new LinkedHashSet<>();
    for (NamedMetric metric : suite.metrics()) {
      List<Statistic<?>> needs = new ArrayList<>(metric.metric().needs());
      if (needs.isEmpty()) {
        throw new IllegalArgumentException(
            "metric " + metric.id() + " declares no statistic; expected at least a RowAudit");
      }
      if (suite.intervals()) {
        needs.addAll(metric.metric().interval().needs());
      }
      for (Statistic<?> need : needs) {
        Statistic<?> statistic = suite.weighted() ? need : need.unweighted();
        distinct.put(Descriptor.of(statistic), statistic);
        seen.add(statistic.domain());
      }
    }
    seen.forEach(domain -> distinct.put(Descriptor.of(new RowAudit(domain)), new RowAudit(domain)));
    this.descriptors = List.copyOf(distinct.keySet());
    this.statistics = List.copyOf(distinct.values());
    for (Statistic<?> statistic : statistics) {
      positions.put(statistic, positions.size());
    }
    this.domains = List.copyOf(seen);
    Set<Role> needed = new TreeSet<>();
    seen.forEach(domain -> needed.addAll(domain.roles()));
    List<Role> ordered = new ArrayList<>(needed);
    if (suite.weighted()) {
      ordered.add(Role.WEIGHT);
    }
    this.roles = List.copyOf(ordered);
    this.fingerprint = hash(suite, descriptors);
  }

  /** The plan of a suite. */
  public static EvaluationPlan of(Suite suite) {
    return new EvaluationPlan(suite);
  }

  private static long hash(Suite suite, List<String> descriptors) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String options = (suite.weighted() ? "w" : "-") + (suite.jackknife() ? "j" : "-");
      digest.update(options.getBytes(StandardCharsets.UTF_8));
      for (String descriptor : descriptors) {
        digest.update((byte) '\n');
        digest.update(descriptor.getBytes(StandardCharsets.UTF_8));
      }
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What was asked. */
  public Suite suite() {
    return suite;
  }

  /** {@link Suite#text}, which every stored state carries, made once. */
  String suiteText() {
    return suiteText;
  }

  /** The distinct statistics in the order of their states. */
  public List<Statistic<?>> statistics() {
    return statistics;
  }

  /** The statistics as text, in the same order. */
  public List<String> descriptors() {
    return descriptors;
  }

  /** The columns a batch must have, in order; the weight comes last. */
  public List<Role> roles() {
    return roles;
  }

  /** The distinct domains. */
  public List<Domain> domains() {
    return domains;
  }

  /** A hash of all that decides the meaning of this plan's bytes. */
  public long fingerprint() {
    return fingerprint;
  }

  /** The fingerprint as sixteen hexadecimal digits. */
  public String fingerprintText() {
    return String.format("%016x", fingerprint);
  }

  /** How many groups of states a slice keeps: 32 with the jackknife, else 1. */
  public int groups() {
    return suite.jackknife() ? RowHash.GROUPS : 1;
  }

  /**
   * Checks that states of another plan can be merged with this one's.
   *
   * @throws IllegalArgumentException when they cannot, saying in what they differ
   */
  public void expectSame(EvaluationPlan other) {
    if (other.fingerprint != fingerprint) {
      throw new IllegalArgumentException(PlanDifference.describe(this, other));
    }
  }

  /**
   * Checks that a metric can be asked of this plan's states.
   *
   * @throws IllegalArgumentException when they do not remember what it needs
   */
  public void expectRemembered(NamedMetric metric) {
    for (Statistic<?> need : metric.metric().needs()) {
      if (position(need) < 0) {
        throw new IllegalArgumentException(
            "expected a metric whose statistics the states remember, found "
                + metric.text()
                + ", which needs "
                + Descriptor.of(need)
                + "; they were written for "
                + suite.text().substring(4)
                + ". Evaluate again with the metric in the suite.");
      }
    }
  }

  /**
   * The part of this plan that one metric needs, with what its interval needs if all of that is
   * remembered.
   *
   * @throws IllegalArgumentException as {@link #expectRemembered}
   */
  public EvaluationPlan only(NamedMetric metric) {
    expectRemembered(metric);
    boolean intervals =
        suite.intervals()
            && metric.metric().interval().needs().stream().allMatch(need -> position(need) >= 0);
    return of(new Suite(List.of(metric), suite.weighted(), intervals, suite.jackknife()));
  }

  /** Whether a metric can be asked of this plan's states. */
  public boolean remembers(NamedMetric metric) {
    return metric.metric().needs().stream().allMatch(need -> position(need) >= 0);
  }

  /** The position of a statistic's state, or −1. */
  int position(Statistic<?> statistic) {
    Statistic<?> kept = suite.weighted() ? statistic : statistic.unweighted();
    return positions.getOrDefault(kept, -1);
  }

  /**
   * Whether rows may be queries that were made of candidates: all that is read of them are lists.
   * The candidates of one query may be in several slices, so that slices of queries cannot be
   * joined.
   */
  public boolean mayBeOfQueries() {
    return roles().stream().allMatch(role -> role.shape() == Shape.NUMBERS);
  }

  /** The state of a slice that has no rows yet. */
  public SliceState emptyState() {
    return new SliceState(this);
  }
}
