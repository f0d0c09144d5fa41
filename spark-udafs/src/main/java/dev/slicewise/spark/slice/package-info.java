/** What slices and their results look like in Spark: values of dimensions, rows of results. */
package dev.slicewise.spark.slice;
