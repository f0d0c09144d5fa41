/** The public {@code Aggregator}s and the buffer that rows are collected in. */
package dev.slicewise.spark.aggregator;
