/**
 * Questions about two models, or one model on different rows: which is better, for sure or not, and
 * why a metric moved. Enters: states of slices and results of metrics. Leaves: verdicts with their
 * intervals and tests. Imports everything to its left.
 */
package dev.slicewise.core.compare;
