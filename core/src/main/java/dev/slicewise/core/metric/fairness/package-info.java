/**
 * Differences between groups of people or things: any metric by group, and the gaps that fairness
 * reports name. Reads states by category; sees no row.
 */
package dev.slicewise.core.metric.fairness;
