/**
 * The public Spark binding: {@code Evaluation} for whole tables, {@code SliceTable} for its
 * results, the {@code Aggregator}, and the SQL functions' registration.
 */
package dev.slicewise.spark;
