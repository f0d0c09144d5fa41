/**
 * Metrics of the catalogue for MLlib's model selection. Touches MLlib's params and evaluators; no
 * other package may name this one, so that a Spark without MLlib loads all the rest.
 */
package dev.slicewise.spark.ml;
