/**
 * The scan of a table into slice states, and their merging. Touches of Spark's internals only
 * {@code InternalRow} and the executed plan's rows.
 */
package dev.slicewise.spark.scan;
