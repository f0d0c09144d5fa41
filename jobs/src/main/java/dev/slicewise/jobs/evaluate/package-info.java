/** {@code slicewise evaluate}: from a configuration to printed and published results. */
package dev.slicewise.jobs.evaluate;
