package dev.slicewise.core.compare;

import dev.slicewise.core.drift.NonInferiority;
import dev.slicewise.core.interval.DifferenceTest;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.interval.PairedRows;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import java.util.Optional;

/**
 * One metric of one slice for a model and its baseline.
 *
 * @param metric the metric
 * @param value of the model; null when undefined
 * @param baseline of the baseline; null when undefined
 * @param difference value − baseline; null when undefined
 * @param interval of the difference, or null
 * @param test that there is no difference, or null
 * @param pAdjusted its p-value, adjusted for how many slices were compared; null before, and where
 *     the slice is too small to be counted among them
 * @param rows rows that both were judged on; of unpaired ones the model's
 * @param weight their weight
 * @param baselineWeight the weight of the baseline's rows; the same where rows are
 * @param tally rows by which model is ahead, or null
 * @param margin how much worse is tolerated, or null
 * @param verdict what it comes to
 * @param reason why it comes to no more, or null
 */
public record Comparison(
    NamedMetric metric,
    Double value,
    Double baseline,
    Double difference,
    Interval interval,
    DifferenceTest test,
    Double pAdjusted,
    long rows,
    double weight,
    double baselineWeight,
    PairedRows.Tally tally,
    Double margin,
    Verdict verdict,
    String reason) {

  /**
   * A comparison that there is none of.
   *
   * @param model of the model, or of the only side there is
   * @param baselineWeight the weight of the baseline's rows
   */
  static Comparison undefined(
      MetricResult model, double baselineWeight, Double margin, String reason) {
    return new Comparison(
        model.metric(),
        null,
        null,
        null,
        null,
        null,
        null,
        model.rows(),
        model.weight(),
        baselineWeight,
        null,
        margin,
        Verdict.UNDEFINED,
        reason);
  }

  /** This with the values there are, of which there is no difference. */
  Comparison withValues(Double ofModel, Double ofBaseline) {
    return new Comparison(
        metric,
        ofModel,
        ofBaseline,
        null,
        null,
        null,
        null,
        rows,
        weight,
        baselineWeight,
        null,
        margin,
        Verdict.UNDEFINED,
        reason);
  }

  /** This under another metric's name. */
  Comparison named(NamedMetric other) {
    return new Comparison(
        other,
        value,
        baseline,
        difference,
        interval,
        test,
        pAdjusted,
        rows,
        weight,
        baselineWeight,
        tally,
        margin,
        verdict,
        reason);
  }

  /**
   * A comparison of two values, judged by the interval of their difference.
   *
   * @param result whose rows are counted
   * @param baselineWeight the weight of the baseline's
   */
  static Comparison of(
      NamedMetric metric,
      double value,
      double baseline,
      Optional<Interval> interval,
      Optional<DifferenceTest> test,
      MetricResult result,
      double baselineWeight,
      Optional<PairedRows.Tally> tally,
      Double margin) {
    Worsening worsening = Worsening.of(metric, value, baseline);
    Optional<Interval> worse = interval.flatMap(worsening::of);
    Verdict verdict = worse.map(w -> Verdict.of(w, margin)).orElse(Verdict.INCONCLUSIVE);
    String reason =
        interval.isEmpty()
            ? "there is no interval"
            : verdict == Verdict.INCONCLUSIVE && worsening.sign() != 0
                ? "the interval holds 0"
                : worsening.reason();
    return new Comparison(
        metric,
        value,
        baseline,
        value - baseline,
        interval.orElse(null),
        test.orElse(null),
        null,
        result.rows(),
        result.weight(),
        baselineWeight,
        tally.orElse(null),
        margin,
        verdict,
        reason);
  }

  /**
   * This with an adjusted p-value. Among many slices some intervals miss 0 by chance, so a verdict
   * that rests on 0 being missed holds only where the adjusted p-value agrees.
   *
   * @param p adjusted, or null where the slice is not counted
   * @param level the highest p-value that counts as a difference, such as 0.05
   */
  Comparison adjusted(Double p, double level) {
    boolean rests = verdict == Verdict.BETTER || verdict == Verdict.WORSE;
    if (!rests || p == null || p <= level) {
      return judged(p, verdict, reason);
    }
    return verdict == Verdict.BETTER && margin != null
        ? judged(p, tolerated(), reason)
        : judged(
            p,
            Verdict.INCONCLUSIVE,
            "the interval misses 0, but with so many slices that may be chance");
  }

  /** This for a slice of fewer rows than are counted among many. */
  Comparison tooSmall(long minRows) {
    boolean rests = verdict == Verdict.BETTER || verdict == Verdict.WORSE;
    return rests
        ? judged(null, Verdict.INCONCLUSIVE, "the slice has fewer than " + minRows + " rows")
        : this;
  }

  private Comparison judged(Double p, Verdict kept, String why) {
    return new Comparison(
        metric,
        value,
        baseline,
        difference,
        interval,
        test,
        p,
        rows,
        weight,
        baselineWeight,
        tally,
        margin,
        kept,
        why);
  }

  /** What is left of being better: certainly not worse by the margin. */
  private Verdict tolerated() {
    Interval worse = Worsening.of(metric, value, baseline).of(interval).orElseThrow();
    return worse.low() != null && worse.low() > -margin ? Verdict.EQUIVALENT : Verdict.NON_INFERIOR;
  }

  /** Rows on which the model did better, where more or less is better. */
  public Optional<Double> wins() {
    return ahead(true);
  }

  /** Rows on which the baseline did better, where more or less is better. */
  public Optional<Double> losses() {
    return ahead(false);
  }

  private Optional<Double> ahead(boolean model) {
    if (tally == null || difference == null) {
      return Optional.empty();
    }
    int sign = Worsening.of(metric, value, baseline).sign();
    return sign == 0
        ? Optional.empty()
        : Optional.of(sign > 0 == model ? tally.lower() : tally.higher());
  }

  /** The test that the model is worse by the margin at least, where there is one. */
  public Optional<NonInferiority> nonInferiority() {
    boolean possible =
        margin != null
            && interval != null
            && interval.standardError() != null
            && interval.standardError() > 0
            && difference != null;
    int sign = possible ? Worsening.of(metric, value, baseline).sign() : 0;
    return sign == 0
        ? Optional.empty()
        : Optional.of(NonInferiority.of(sign * difference, interval.standardError(), margin));
  }
}
