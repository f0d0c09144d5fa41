/**
 * Metrics: pure functions of a slice's states, and the catalogue of all of them. Enters: states by
 * the statistics a metric declared. Leaves: values, each with its exactness or its reason for being
 * undefined. Imports nothing of {@code plan} or {@code slice}.
 */
package dev.slicewise.core.metric;
