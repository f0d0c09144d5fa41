/** {@code slicewise compare}: models on the same rows, or on different ones, slice by slice. */
package dev.slicewise.jobs.compare;
