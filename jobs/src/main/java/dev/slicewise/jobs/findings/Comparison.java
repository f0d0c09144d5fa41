package dev.slicewise.jobs.findings;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.NamedMetric;

/**
 * A model against its baseline on one slice, by one metric.
 *
 * @param slice which one
 * @param metric by which
 * @param model name of the model
 * @param baseline name of the baseline
 * @param value of the model; null for none
 * @param baselineValue of the baseline; null for none
 * @param delta model minus baseline; null for none
 * @param interval of the difference; null for none
 * @param p p-value; null for none
 * @param pAdjusted p-value adjusted for all slices; null for none
 * @param test name of the test; may be null
 * @param n rows usable by both
 * @param wins weight of the rows on which the model is closer; null when not counted
 * @param ties weight of the rows on which both are alike; null when not counted
 * @param losses weight of the rows on which the baseline is closer; null when not counted
 * @param margin of non-inferiority; null for none
 * @param verdict better, worse, non-inferior, equivalent, inconclusive or undefined
 * @param reason of the verdict; may be null
 */
public record Comparison(
    SliceLabel slice,
    NamedMetric metric,
    String model,
    String baseline,
    Double value,
    Double baselineValue,
    Double delta,
    Interval interval,
    Double p,
    Double pAdjusted,
    String test,
    long n,
    Double wins,
    Double ties,
    Double losses,
    Double margin,
    Verdict verdict,
    String reason) {
  static Comparison of(Fields fields) {
    return new Comparison(
        fields.slice(),
        fields.metric(),
        named(fields.text("model"), "model"),
        named(fields.text("baseline"), "baseline"),
        fields.number("value"),
        fields.number("baseline_value"),
        fields.number("delta"),
        fields.interval(),
        fields.number("p_value"),
        fields.number("p_adjusted"),
        fields.text("test"),
        fields.countOrZero("n"),
        fields.number("wins"),
        fields.number("ties"),
        fields.number("losses"),
        fields.number("margin"),
        fields.verdict(),
        fields.text("reason"));
  }

  private static String named(String name, String otherwise) {
    return name == null ? otherwise : name;
  }
}
