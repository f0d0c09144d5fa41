package dev.slicewise.core.interval;

/**
 * A test of the hypothesis that two models do not differ.
 *
 * @param name as reports show it
 * @param pValue the probability of a difference at least as large, on either side, if there is none
 */
public record DifferenceTest(String name, double pValue) {}
