/**
 * The SQL functions as Catalyst expressions in plain Java. Touches Spark's expression classes
 * (aggregate and scalar), casts, named arguments and the function registry; columns as expressions
 * and back; nothing of plans or physical operators.
 */
package dev.slicewise.spark.catalyst;
