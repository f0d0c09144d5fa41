package dev.slicewise.jobs.findings;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.NamedMetric;

/**
 * A gate, held against one slice.
 *
 * @param name of the gate
 * @param metric that it is about
 * @param slice that it was held against
 * @param condition that has to hold, as text
 * @param value of the slice; null for none
 * @param interval of the value; null for none
 * @param reference value that the threshold is relative to; null for none
 * @param threshold that the value has to keep; null for none
 * @param n usable rows
 * @param rowsNeeded how many rows a decision would take; null when that is not known
 * @param verdict pass, fail or inconclusive
 * @param reason of the verdict; may be null
 */
public record Gate(
    String name,
    NamedMetric metric,
    SliceLabel slice,
    String condition,
    Double value,
    Interval interval,
    Double reference,
    Double threshold,
    long n,
    Long rowsNeeded,
    Verdict verdict,
    String reason) {
  static Gate of(Fields fields) {
    return new Gate(
        fields.word("gate"),
        fields.metric(),
        fields.slice(),
        fields.text("condition"),
        fields.number("value"),
        fields.interval(),
        fields.number("reference_value"),
        fields.number("threshold"),
        fields.countOrZero("n"),
        fields.count("rows_needed"),
        fields.verdict(),
        fields.text("reason"));
  }
}
