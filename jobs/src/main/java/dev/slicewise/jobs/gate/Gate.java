package dev.slicewise.jobs.gate;

import dev.slicewise.core.gate.Requirement;
import dev.slicewise.core.gate.Verdict;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.console.Labels;

/**
 * One requirement of a configuration.
 *
 * @param name as results show it
 * @param metric what is looked at
 * @param slices whose slices, each for itself; {@link SliceSpec#ALL} for all rows together
 * @param requirement what it must be
 * @param minRows slices of fewer rows are not looked at
 * @param ifUndefined the verdict where the metric has no value
 * @param ifInconclusive what the run's verdict takes a doubt for
 */
public record Gate(
    String name,
    NamedMetric metric,
    SliceSpec slices,
    Requirement requirement,
    long minRows,
    Verdict ifUndefined,
    Verdict ifInconclusive) {

  /** Whether all rows are looked at together. */
  boolean isWhole() {
    return slices.dimensions().isEmpty();
  }

  /** {@code mae ≤ 30}, {@code rmse ≤ 60 by carrier}. */
  static String nameOf(NamedMetric metric, SliceSpec slices, Requirement requirement) {
    String by = slices.names().isEmpty() ? "" : " by " + String.join(", ", slices.names());
    return Labels.metric(metric) + " " + requirement.text() + by;
  }
}
