/** How columns of Spark's types become values of the kernel's roles. Touches Catalyst's rows. */
package dev.slicewise.spark.role;
