package dev.slicewise.jobs.report;

import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.jobs.findings.Findings;
import java.util.List;

/**
 * All that a report shows.
 *
 * @param evaluation the metrics by slice, which may be none, and what is said about the run
 * @param answers of the states of all rows to {@link Questions}
 * @param findings of other runs: gates, worst slices, comparisons, drift
 * @param series results over time
 */
public record ReportContent(
    ReportInput evaluation, List<MetricResult> answers, Findings findings, Series series) {
  /** Freezes the list. */
  public ReportContent {
    answers = List.copyOf(answers);
  }

  /** This content with what happened over time. */
  public ReportContent with(Series history) {
    return new ReportContent(evaluation, answers, findings, history);
  }

  /** An evaluation alone. */
  public static ReportContent of(ReportInput evaluation) {
    return of(evaluation, List.of(), Findings.NONE);
  }

  /** What one run found, at one time. */
  public static ReportContent of(
      ReportInput evaluation, List<MetricResult> answers, Findings findings) {
    return new ReportContent(evaluation, answers, findings, new Series());
  }
}
