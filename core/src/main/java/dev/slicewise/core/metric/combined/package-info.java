/**
 * Objectives put together from others: linear combinations of metrics, and the penalties on a
 * model's weights that training adds to a loss. Enters: values of metrics, and parameters. Leaves:
 * one number.
 */
package dev.slicewise.core.metric.combined;
