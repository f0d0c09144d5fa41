/**
 * Losses: what an error of one row costs, with its gradient. Each is a record whose components are
 * its parameters; {@code metric} takes their means, anyone may take them row by row.
 */
package dev.slicewise.core.term.loss;
