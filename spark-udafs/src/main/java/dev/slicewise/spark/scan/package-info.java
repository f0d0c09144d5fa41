/**
 * The scan of a table into slice states, and their merging. Touches of Spark's internals only
 * {@code InternalRow} and the executed plan's rows ({@code RowScan}); columnar batches and their
 * vectors ({@code BatchScan} and what it uses); and the few plan and expression nodes by which
 * {@code BatchSource} knows that a plan's batches may be read in place of its rows.
 */
package dev.slicewise.spark.scan;
