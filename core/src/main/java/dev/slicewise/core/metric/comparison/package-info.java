/**
 * Metrics of several models on the same rows: any metric of another model's column, and the
 * difference of any metric between two models. Enters: the states of each model. Leaves: values
 * with paired intervals.
 */
package dev.slicewise.core.metric.comparison;
