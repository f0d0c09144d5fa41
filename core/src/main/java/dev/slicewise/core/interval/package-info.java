/**
 * Confidence intervals from states, in closed form or by the delete-a-group jackknife. Imports
 * {@code statistic} and what lies left of it.
 */
package dev.slicewise.core.interval;
