/**
 * From metrics to what is remembered and back: the suite, the plan that shares statistics, the
 * state of a slice with its bytes, the evaluator of batches, and the results. Imports everything to
 * its left; nothing of {@code slice}.
 */
package dev.slicewise.core.plan;
