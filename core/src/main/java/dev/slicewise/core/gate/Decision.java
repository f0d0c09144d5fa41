package dev.slicewise.core.gate;

/**
 * What was decided about a requirement in one slice.
 *
 * @param verdict pass, fail or inconclusive
 * @param p one-sided p-value of the hypothesis that the requirement is met; null without an
 *     interval. 1 where the metric itself meets it.
 * @param adjusted the same after false-discovery control over all slices of the gate
 * @param rowsNeeded about how many rows of the slice would decide; null when it is decided, or when
 *     no number of rows would
 * @param reason what else is to be said; null when the interval says it all
 */
public record Decision(
    Verdict verdict, Double p, Double adjusted, Long rowsNeeded, String reason) {}
