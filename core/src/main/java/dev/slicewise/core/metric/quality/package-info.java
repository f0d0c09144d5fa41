/**
 * Counts and data quality: what a slice's columns hold, and how much of them cannot be used.
 * Enters: row audits, sums, extremes and histograms of single columns. Leaves: counts, rates and
 * shapes, defined also where every value is missing.
 */
package dev.slicewise.core.metric.quality;
