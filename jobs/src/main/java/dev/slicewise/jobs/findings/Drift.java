package dev.slicewise.jobs.findings;

import dev.slicewise.core.metric.NamedMetric;
import java.util.Map;

/**
 * How far a column of one window lies from its reference, by one method.
 *
 * @param comparison {@code BASELINE} or {@code CONSECUTIVE}
 * @param window that was looked at
 * @param reference what it was held against
 * @param slice of both
 * @param column name of the column
 * @param method with its parameters
 * @param value of the method; null for none
 * @param threshold of the method; null for none
 * @param direction which side of the threshold is drift; may be null
 * @param verdict drift, no drift, inconclusive, undefined or shown
 * @param p p-value; null for none
 * @param pAdjusted p-value adjusted for slices and columns; null for none
 * @param nReference rows of the reference
 * @param nCurrent rows of the window
 * @param details further numbers by name
 * @param reason of the verdict; may be null
 */
public record Drift(
    String comparison,
    Window window,
    Window reference,
    SliceLabel slice,
    String column,
    NamedMetric method,
    Double value,
    Double threshold,
    String direction,
    Verdict verdict,
    Double p,
    Double pAdjusted,
    long nReference,
    long nCurrent,
    Map<String, Object> details,
    String reason) {
  static Drift of(Fields fields) {
    String comparison = fields.text("comparison");
    return new Drift(
        comparison == null ? "BASELINE" : comparison,
        fields.window("window_start", "window_end"),
        fields.window("reference_start", "reference_end"),
        fields.slice(),
        fields.word("column"),
        new NamedMetric(fields.word("method"), fields.map("params"), null),
        fields.number("value"),
        fields.number("threshold"),
        fields.text("direction"),
        fields.verdict(),
        fields.number("p_value"),
        fields.number("p_adjusted"),
        fields.countOrZero("n_reference"),
        fields.countOrZero("n_current"),
        fields.map("details"),
        fields.text("reason"));
  }
}
